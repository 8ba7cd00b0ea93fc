using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Tries whether a people directory keeps the contract of <see cref="IPeopleDirectory"/>.</summary>
public static partial class PeopleDirectoryConformance
{
    private const string Read = nameof(IPeopleDirectory.ReadAsync), Count = nameof(IPeopleDirectory.CountAsync), Aliases = nameof(IPeopleDirectory.AliasesAsync);

    private static readonly Person[] Known = [.. Ids.People.Select((id, i) => new Person(id, [.. Enumerable.Range(0, i % 4).Select(n => Attributes(i, n))]))];

    private static readonly Rule<IPeopleDirectory>[] All =
    [
        new("people.reads-back", "Everybody who is known is read equal, once, with everything that can be set.", [Read], ReadsBackAsync),
        new("people.unknown", "The unknown are left out; asking for nobody gives nobody.", [Read], UnknownAsync),
        new("people.ids.exact", "Ids that differ in case, accents or blanks are different people.", [Read], ExactIdsAsync),
        new("people.many", "Thousands can be asked for at once.", [Read], ManyAsync),
        new("people.misuse", "Null throws.", [Read], MisuseAsync),
        new("people.cancelled", "A reading that is cancelled stops at the next item, and before the first.", [Read], CancelledAsync),
        new("people.counts", "A directory that counts counts everybody whom it knows, by what they were at the instant; one that cannot gives null.", [Count], CountsAsync),
        new("people.aliases", "A directory in which nobody was merged knows no aliases, and can be asked at any time.", [Aliases], AliasesAsync),
        new("people.concurrent", "Any number may read at the same time.", [Read], ConcurrentAsync),
    ];

    /// <summary>Among them the very tick at which something begins or ends for some, the ends of time, and one told in another zone.</summary>
    private static readonly DateTimeOffset[] Instants =
    [
        SampleListings.Start, SampleListings.Start.AddYears(1).AddTicks(2), SampleListings.Start.AddYears(1).AddTicks(2).ToOffset(TimeSpan.FromHours(-11)), SampleListings.Start.AddYears(40),
        DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
    ];

    /// <summary>Gets the rules that a people directory is tried against.</summary>
    /// <value>In the order in which they are tried; <c>people.aliases.read-back</c> and <c>people.aliases.counted-once</c> only of a directory that is given aliases.</value>
    public static ValueList<ConformanceRule> Rules { get; } = All.Concat(Merged((_, _, _) => default)).Select(r => r.Told).ToValueList();

    /// <summary>Tries a people directory.</summary>
    /// <param name="create">Makes a directory that knows the given people and nobody else.</param>
    /// <param name="options">How thoroughly; null for the default.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>Every rule that the directory breaks.</returns>
    public static Task<ConformanceReport> RunAsync(Func<ValueList<Person>, CancellationToken, ValueTask<IPeopleDirectory>> create, ConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        return Runner.RunAsync(nameof(IPeopleDirectory), All, token => create([.. Known], token), options, cancellationToken);
    }

    /// <summary>Tries a people directory that knows aliases.</summary>
    /// <param name="create">Makes a directory that knows the given people and nobody else, and the given aliases, which name others, too.</param>
    /// <param name="options">How thoroughly; null for the default.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>Every rule that the directory breaks.</returns>
    public static Task<ConformanceReport> RunAsync(
        Func<ValueList<Person>, PersonAliases, CancellationToken, ValueTask<IPeopleDirectory>> create, ConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        return Runner.RunAsync(nameof(IPeopleDirectory), [.. All, .. Merged(create)], token => create([.. Known], PersonAliases.None, token), options, cancellationToken);
    }

    private static PersonAttributes Attributes(int person, int number) => new()
    {
        From = number == 0 ? null : SampleListings.Start.AddYears(number).AddTicks(person),
        Until = SampleListings.Start.AddYears(number + 1).AddTicks(person),
        Department = person % 3 == 0 ? null : "Tools & „Toys“",
        Location = person % 4 == 0 ? null : "Zürich",
        TimeZone = person % 5 == 0 ? null : "Europe/Berlin",
        Languages = person % 2 == 0 ? [] : ["de", "en-GB"],
        Manager = person % 3 == 1 ? null : Ids.People[0],
        Seniority = number == 1 ? null : "L🙂",
    };

    private static IEnumerable<Person> Sorted(IEnumerable<Person> people) => people.OrderBy(p => p.Id);

    private static async Task ReadsBackAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        Expect.Same(Sorted(Known), Sorted(await Expect.ReadAsync(directory.ReadAsync(Ids.People)).ConfigureAwait(false)), "people");
    }

    private static async Task UnknownAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        Expect.Same([], await Expect.ReadAsync(directory.ReadAsync([])).ConfigureAwait(false), "nobody");
        Expect.Same([], await Expect.ReadAsync(directory.ReadAsync([new("nobody")])).ConfigureAwait(false), "an unknown person");
        Expect.Same([Known[3]], await Expect.ReadAsync(directory.ReadAsync([new("nobody"), Known[3].Id, new("nobody else")])).ConfigureAwait(false), "one of three");
    }

    private static async Task ExactIdsAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        foreach (Person person in Known)
        {
            Expect.Same([person], await Expect.ReadAsync(directory.ReadAsync([person.Id])).ConfigureAwait(false), $"'{person.Id}'");
        }
    }

    private static async Task ManyAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        PersonId[] many = [.. Enumerable.Range(0, 5000).Select(i => new PersonId(FormattableString.Invariant($"nobody {i}"))), .. Ids.People];
        Expect.Same(Sorted(Known), Sorted(await Expect.ReadAsync(directory.ReadAsync(many)).ConfigureAwait(false)), "people");
    }

    private static async Task CountsAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        foreach (DateTimeOffset at in Instants)
        {
            if (await directory.CountAsync(at).ConfigureAwait(false) is { } counts)
            {
                Expect.Same<OrganisationCounts>([OrganisationCounts.Of(Known, at)], [counts], $"counts at {at:O}");
            }
        }
    }

    private static async Task AliasesAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        PersonAliases before = await directory.AliasesAsync().ConfigureAwait(false);
        await Expect.ReadAsync(directory.ReadAsync(Ids.People)).ConfigureAwait(false);
        Expect.Same([PersonAliases.None, PersonAliases.None], [before, await directory.AliasesAsync().ConfigureAwait(false)], "aliases");
    }

    private static async Task MisuseAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        await Expect.ThrowsAsync<ArgumentNullException>(() => Expect.ReadAsync(directory.ReadAsync(null!)), "null").ConfigureAwait(false);
    }

    private static async Task CancelledAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        await Expect.StopsAsync(token => directory.ReadAsync(Ids.People, token), "reading").ConfigureAwait(false);
    }

    private static async Task ConcurrentAsync(Trial<IPeopleDirectory> trial)
    {
        IPeopleDirectory directory = await trial.NewAsync().ConfigureAwait(false);
        await trial.TogetherAsync(async (_, _) =>
            Expect.Same(Sorted(Known), Sorted(await Expect.ReadAsync(directory.ReadAsync(Ids.People)).ConfigureAwait(false)), "people")).ConfigureAwait(false);
    }
}
