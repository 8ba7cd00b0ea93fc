using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <content>What is asked of a directory that is given aliases.</content>
public static partial class PeopleDirectoryConformance
{
    /// <summary>Aliases of aliases, of the unknown, of everybody in a few; several of one who is not known themselves, so that one of them stands in; none.</summary>
    private static readonly PersonAliases[] Several =
    [
        new([new(new("U1"), Ids.People[0]), new(new("u1"), new("U1")), new(new("octo"), new("nobody"))]),
        new([new(Ids.People[1], Ids.People[0])]),
        new([.. Ids.People[1..].Select((id, i) => new PersonAlias(id, Ids.People[i / 2]))]),
        new([.. Ids.People.Select((id, i) => new PersonAlias(id, new(i % 2 == 0 ? "even" : "odd"))), new(new("odd"), new("all odd"))]),
        new([.. Ids.People[^5..].Select(id => new PersonAlias(id, new("nobody")))]),
        PersonAliases.None,
    ];

    private static Rule<IPeopleDirectory>[] Merged(Func<ValueList<Person>, PersonAliases, CancellationToken, ValueTask<IPeopleDirectory>> create)
    {
        return
        [
            OfSeveral("people.aliases.read-back", "Aliases are read back equal, those of aliases and of the unknown included; people are read under their own ids all the same.", [Read, Aliases], ReadBackAsync),
            OfSeveral("people.aliases.counted-once", "Who counts, counts a person of several ids once: as known under their own id, or else under the first of their aliases that is known.", [Count, Aliases], CountedOnceAsync),
        ];

        Rule<IPeopleDirectory> OfSeveral(string name, string contract, string[] members, Func<IPeopleDirectory, PersonAliases, CancellationToken, Task> body) => new(name, contract, members, async trial =>
        {
            foreach (PersonAliases aliases in Several)
            {
                Trial<IPeopleDirectory> own = new(token => create([.. Known], aliases, token), trial.Options, name, trial.Token);
                await body(await own.NewAsync().ConfigureAwait(false), aliases, trial.Token).ConfigureAwait(false);
            }
        });
    }

    private static async Task ReadBackAsync(IPeopleDirectory directory, PersonAliases aliases, CancellationToken cancellationToken)
    {
        Expect.Same(aliases.All, (await directory.AliasesAsync(cancellationToken).ConfigureAwait(false)).All, "aliases");
        Expect.Same(Sorted(Known), Sorted(await Expect.ReadAsync(directory.ReadAsync(Ids.People, cancellationToken)).ConfigureAwait(false)), "people");
    }

    private static async Task CountedOnceAsync(IPeopleDirectory directory, PersonAliases aliases, CancellationToken cancellationToken)
    {
        Person[] once = [.. Known.GroupBy(p => aliases.PersonOf(p.Id)).Select(ids => ids.FirstOrDefault(p => p.Id == ids.Key) ?? ids.MinBy(p => p.Id)!)];
        foreach (DateTimeOffset at in Instants)
        {
            if (await directory.CountAsync(at, cancellationToken).ConfigureAwait(false) is { } counts)
            {
                Expect.Same<OrganisationCounts>([OrganisationCounts.Of(once, at)], [counts], $"counts at {at:O}");
            }
        }
    }
}
