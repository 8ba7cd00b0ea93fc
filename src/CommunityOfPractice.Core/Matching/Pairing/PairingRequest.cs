using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Everything that a pairing round depends on. The same request gives the same round, in whichever order its people and meetings stand.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class PairingRequest
{
    /// <summary>Creates a request.</summary>
    /// <param name="people">Everybody concerned, those who take no part included; each once.</param>
    /// <param name="at">The moment of the round: breaks, working hours and the age of meetings are looked at as of it.</param>
    /// <param name="seed">Decides between what is equally good; any number.</param>
    /// <exception cref="ArgumentException">Somebody is named twice, or an id is the default value.</exception>
    public PairingRequest(IEnumerable<Participant> people, DateTimeOffset at, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(people);
        People = people.OrderBy(p => p.Person).ToValueList();
        for (int i = 0; i < People.Count; i++)
        {
            if (People[i].Person == default || (i > 0 && People[i].Person == People[i - 1].Person))
            {
                throw new ArgumentException($"'{People[i].Person}' is named twice or is no id.", nameof(people));
            }
        }

        At = at.ToUniversalTime();
        Seed = seed;
    }

    /// <summary>Gets everybody concerned.</summary>
    /// <value>Sorted by id.</value>
    public ValueList<Participant> People { get; }

    /// <summary>Gets the moment of the round.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset At { get; }

    /// <summary>Gets what decides between what is equally good.</summary>
    /// <value>Any number.</value>
    public ulong Seed { get; }

    /// <summary>Gets the settings.</summary>
    /// <value>The default value is <see cref="PairingRules.Default"/>.</value>
    public PairingRules Rules { get; init => field = value ?? PairingRules.Default; } = PairingRules.Default;

    /// <summary>Gets the earlier meetings; those that are not before <see cref="At"/> do not count.</summary>
    /// <value>In any order; empty by default.</value>
    public IReadOnlyCollection<PastMeeting> History { get; init => field = value ?? []; } = [];

    /// <summary>Gets the managers of people who are not in the round themselves, so that reporting lines can be followed through them.</summary>
    /// <value>Empty by default; people of the round have their manager among their attributes.</value>
    public IReadOnlyDictionary<PersonId, PersonId> Managers { get; init => field = value ?? new Dictionary<PersonId, PersonId>(); } = new Dictionary<PersonId, PersonId>();

    /// <summary>Gets the rules of the host, beside the standard ones.</summary>
    /// <value>At most 20, with ids of their own; empty by default.</value>
    public IReadOnlyList<IMatchRule<Participant, Participant>> ExtraRules { get; init => field = value ?? []; } = [];

    /// <summary>Gets the criteria of the host, beside the standard ones.</summary>
    /// <value>With ids of their own; empty by default.</value>
    public IReadOnlyList<PairingCriterion> ExtraCriteria { get; init => field = value ?? []; } = [];

    /// <summary>Refuses settings that cannot be used.</summary>
    internal void Check()
    {
        if (Rules.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), "request");
        }

        if (ExtraRules.Count > 20)
        {
            throw new ArgumentException("A request has at most 20 rules of the host.", "request");
        }

        string[] rules = [.. PairingReasons.Rules, .. ExtraRules.Select(r => r.Id)], criteria = [.. PairCriteria.Ids, .. ExtraCriteria.Select(c => c.Criterion.Id)];
        if ((Twice(rules) ?? Twice(criteria)) is { } id)
        {
            throw new ArgumentException($"Two rules or two criteria have the id '{id}'.", "request");
        }
    }

    private static string? Twice(string[] ids) => ids.GroupBy(i => i, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
}
