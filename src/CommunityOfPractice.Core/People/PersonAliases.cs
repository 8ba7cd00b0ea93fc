using System.Collections.Frozen;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.People;

/// <summary>Which ids are one person: people merged across sources.</summary>
/// <remarks>
/// Immutable and compared by value. Nothing that was recorded is ever rewritten: ids are looked up when something is measured, so a merge that is
/// undone leaves no trace. Looking up is O(1); making, merging and undoing are O(n) for n aliases.
/// </remarks>
/// <example><code>
/// PersonAliases one = PersonAliases.None.Merge(new("U0241"), into: new("ada")).OrThrow();
/// one.PersonOf(new("U0241"));                       // ada
/// PersonAliases two = one.Undo(new("U0241"));       // they are two people again
/// </code></example>
public sealed record PersonAliases
{
    private readonly FrozenDictionary<PersonId, PersonId> people;

    /// <summary>Creates aliases.</summary>
    /// <param name="all">The aliases, in any order.</param>
    /// <exception cref="ArgumentException">An id has the default value, an alias is there twice, or aliases go round in a circle.</exception>
    public PersonAliases(ValueList<PersonAlias> all)
    {
        All = Named.All(all).OrderBy(a => a.Alias).ToValueList();
        Dictionary<PersonId, PersonId> next = [];
        foreach (PersonAlias each in All)
        {
            if (!next.TryAdd(Named.Check(each.Alias, nameof(all)), Named.Check(each.Person, nameof(all))))
            {
                throw new ArgumentException($"'{each.Alias}' stands for more than one person.", nameof(all));
            }
        }

        people = Ends(next).ToFrozenDictionary();
    }

    /// <summary>Gets the aliases of nobody: every id is a person.</summary>
    /// <value>A shared value.</value>
    public static PersonAliases None { get; } = new([]);

    /// <summary>Gets all aliases.</summary>
    /// <value>By alias, each once; as they were merged, an alias of an alias included.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonAlias>))]
    public ValueList<PersonAlias> All { get; }

    /// <summary>Returns the person behind an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The person at the end of the aliases; the id itself when it is no alias.</returns>
    public PersonId PersonOf(PersonId id) => people.TryGetValue(id, out PersonId person) ? person : id;

    /// <summary>Returns every id of a person: what to go through when they ask for their data.</summary>
    /// <param name="id">The person, or an alias of theirs.</param>
    /// <returns>The person first, then the aliases by id. O(n).</returns>
    public ValueList<PersonId> IdsOf(PersonId id)
    {
        PersonId person = PersonOf(id);
        return [person, .. All.Select(a => a.Alias).Where(alias => people[alias] == person)];
    }

    /// <summary>Merges two ids: one becomes an alias of the other.</summary>
    /// <param name="alias">The id that will stand for the other; its own aliases come along.</param>
    /// <param name="into">Whom it stands for.</param>
    /// <returns>
    /// The aliases with this one. Refused with every reason: <c>alias.itself</c>; <c>alias.taken</c> when it stands for somebody else already (undo that first);
    /// <c>alias.circle</c> when the other stands for it. Merging the same again changes nothing.
    /// </returns>
    /// <exception cref="ArgumentException">An id has the default value.</exception>
    public Decision<PersonAliases> Merge(PersonId alias, PersonId into)
    {
        Named.Check(alias);
        Named.Check(into);
        PersonAlias? own = All.FirstOrDefault(a => a.Alias == alias);
        List<Reason> reasons = [];
        if (alias == into)
        {
            reasons.Add(Reason.Of("alias.itself", $"'{alias}' is that person."));
        }
        else if (Passes(into, alias))
        {
            reasons.Add(Reason.Of("alias.circle", $"'{into}' stands for '{alias}' already."));
        }

        if (own is not null && own.Person != into)
        {
            reasons.Add(Reason.Of("alias.taken", $"'{alias}' stands for '{own.Person}'."));
        }

        return reasons.Count > 0 ? Decision<PersonAliases>.Refuse([.. reasons])
            : Decision<PersonAliases>.Accept(own is null ? new([.. All, new(alias, into)]) : this);
    }

    /// <summary>Undoes a merge: the id is a person of its own again.</summary>
    /// <param name="alias">The id.</param>
    /// <returns>The aliases without this one; those that were merged into it stand for it again. Unchanged when it is no alias.</returns>
    public PersonAliases Undo(PersonId alias) => people.ContainsKey(alias) ? new(All.Where(a => a.Alias != alias).ToValueList()) : this;

    /// <inheritdoc/>
    public bool Equals(PersonAliases? other) => other is not null && All.Equals(other.All);

    /// <inheritdoc/>
    public override int GetHashCode() => All.GetHashCode();

    /// <summary>Each person once: what is known under their own id where there is anything, otherwise under the first of their aliases. O(n log n).</summary>
    internal IEnumerable<Person> Once(IEnumerable<Person> known) => All.Count == 0 ? known : known.OrderBy(p => PersonOf(p.Id) != p.Id).ThenBy(p => p.Id).DistinctBy(p => PersonOf(p.Id));

    /// <summary>Whether the way from an id to its person goes through another.</summary>
    private bool Passes(PersonId from, PersonId through)
    {
        while (All.FirstOrDefault(a => a.Alias == from) is { } step && from != through)
        {
            from = step.Person;
        }

        return from == through;
    }

    /// <summary>For each alias the person at the end of its way, every step looked at once.</summary>
    private static Dictionary<PersonId, PersonId> Ends(Dictionary<PersonId, PersonId> next)
    {
        Dictionary<PersonId, PersonId> ends = [];
        HashSet<PersonId> way = [];
        foreach (PersonId start in next.Keys)
        {
            PersonId at = start;
            while (!ends.ContainsKey(at) && next.TryGetValue(at, out PersonId person))
            {
                at = way.Add(at) ? person : throw new ArgumentException($"The aliases from '{start}' on go round in a circle.", nameof(next));
            }

            PersonId end = ends.GetValueOrDefault(at, at);
            foreach (PersonId passed in way)
            {
                ends[passed] = end;
            }

            way.Clear();
        }

        return ends;
    }
}
