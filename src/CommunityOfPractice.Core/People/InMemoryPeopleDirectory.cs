using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.People;

/// <summary>A people directory that lives in memory: the default, for tests and small hosts.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class InMemoryPeopleDirectory : IPeopleDirectory
{
    private readonly ConcurrentDictionary<PersonId, Person> people = new();
    private volatile PersonAliases aliases = PersonAliases.None;

    /// <summary>Puts a person into the directory, in place of what was known before.</summary>
    /// <param name="person">The person.</param>
    public void Put(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        people[person.Id] = person;
    }

    /// <summary>Gets which ids are one person.</summary>
    /// <value>What was put last; <see cref="PersonAliases.None"/> at first.</value>
    public PersonAliases Aliases => aliases;

    /// <summary>Puts which ids are one person, in place of what was known before.</summary>
    /// <param name="aliases">The aliases.</param>
    public void PutAliases(PersonAliases aliases)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        this.aliases = aliases;
    }

    /// <inheritdoc/>
    public ValueTask<PersonAliases> AliasesAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(aliases);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Person> ReadAsync(IReadOnlyCollection<PersonId> people, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (PersonId id in people)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (this.people.TryGetValue(id, out Person? person))
            {
                yield return person;
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>Everybody who was put in counts, once under all their ids. O(n log n).</remarks>
    public ValueTask<OrganisationCounts?> CountAsync(DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(people.IsEmpty ? null : OrganisationCounts.Of(aliases.Once(people.Values), at));
    }
}
