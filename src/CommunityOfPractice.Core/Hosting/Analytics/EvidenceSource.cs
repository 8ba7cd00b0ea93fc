using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads what is known about a community through the ports, without those who are not to be counted.</summary>
/// <remarks>What the services of analytics have in common: one for all of them, so that they count the same people. It shows nothing itself. Safe for concurrent use when the ports are.</remarks>
public sealed class EvidenceSource
{
    private readonly IActivityStore activities;
    private readonly ICommunityDirectory communities;
    private readonly IPeopleDirectory people;
    private readonly CommunityRecords? records;
    private readonly AnalyticsBasis basis;
    private readonly PracticePolicy practice;

    /// <summary>Creates the source.</summary>
    /// <param name="activities">Where activities are kept.</param>
    /// <param name="communities">Who belongs to communities, for hosts that keep memberships themselves.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="records">Who belongs to communities, where the journal names anybody, and who wants not to be counted; null for a host without a journal.</param>
    /// <param name="basis">Who is counted. The default value is <see cref="AnalyticsBasis.Objection"/>; without records nobody can object or agree.</param>
    /// <param name="practice">Says how long knowledge holds; null, the default, for the default policy.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not defined.</exception>
    public EvidenceSource(
        IActivityStore activities,
        ICommunityDirectory communities,
        IPeopleDirectory people,
        CommunityRecords? records = null,
        AnalyticsBasis basis = AnalyticsBasis.Objection,
        PracticePolicy? practice = null)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(communities);
        ArgumentNullException.ThrowIfNull(people);
        Defined.Check(basis);
        this.activities = activities;
        this.communities = communities;
        this.people = people;
        this.records = records;
        this.basis = basis;
        this.practice = practice ?? PracticePolicy.Default;
    }

    /// <summary>This source, for a service that cannot do without records: without them, or with others, objections would be overlooked.</summary>
    /// <exception cref="ArgumentException">The source has no records, or not these.</exception>
    internal EvidenceSource Over(CommunityRecords? given, string parameter) => records is not null && (given is null || ReferenceEquals(given, records))
        ? this
        : throw new ArgumentException("The evidence source needs the records of communities, the same as the service: they know who objected.", parameter);

    /// <summary>Loads everything before an instant.</summary>
    /// <param name="community">The community.</param>
    /// <param name="until">The latest instant that can be looked at.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="ends">Ends of windows in which it matters how large the organisation was; of others it is not known. Each is a question to the host's directory.</param>
    internal async ValueTask<LoadedEvidence> LoadAsync(CommunityId community, DateTimeOffset until, CancellationToken cancellationToken, params IEnumerable<DateTimeOffset> ends)
    {
        IdText.Check(community.Text, nameof(community));
        PersonAliases aliases = await people.AliasesAsync(cancellationToken).ConfigureAwait(false);
        (Roster? recorded, Func<PersonId, bool> counts) = await RecordedAsync(community, aliases, cancellationToken).ConfigureAwait(false);
        Roster? roster = recorded ?? await communities.FindRosterAsync(community, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<JournalEntry> journal = records is null ? [] : await records.EntriesAsync(community, until, cancellationToken).ConfigureAwait(false);
        ActivityLog log = (await KnownActivities.ReadAsync(activities, community, until, journal, counts, cancellationToken).ConfigureAwait(false)).Log.Under(aliases);
        roster = roster is null ? null : new Roster(community, roster.Periods.Where(p => counts(p.Person)).ToValueList()).Under(aliases);
        HashSet<PersonId> concerned = [.. Enumerable.Range(0, log.PersonCount).Select(log.Person)];
        concerned.UnionWith(roster?.Periods.Select(p => p.Person) ?? []);
        Dictionary<PersonId, Person> known = [];
        await foreach (Person person in people.ReadAsync(concerned, cancellationToken).ConfigureAwait(false))
        {
            known[person.Id] = person;
        }

        Dictionary<DateTimeOffset, OrganisationCounts> organisation = [];
        foreach (DateTimeOffset end in ends.Distinct())
        {
            if (await people.CountAsync(end, cancellationToken).ConfigureAwait(false) is { } size)
            {
                organisation[end] = size;
            }
        }

        return new(community, log, roster, known)
        {
            Journal = journal,
            Counts = counts,
            Aliases = aliases,
            PracticePolicy = practice,
            Organisation = organisation,
        };
    }

    /// <summary>Who belonged by the journal, null when it names nobody; and who is counted: a choice made under one id of a person holds for all of them, and an objection more than an agreement.</summary>
    private async ValueTask<(Roster? Roster, Func<PersonId, bool> Counts)> RecordedAsync(CommunityId community, PersonAliases aliases, CancellationToken cancellationToken)
    {
        if (records is null)
        {
            return (null, _ => basis == AnalyticsBasis.Objection);
        }

        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        Members members = lease.Record.Members;
        HashSet<PersonId> objected = [.. members.All.Where(m => m.ObjectsTo(ProcessingPurpose.Analytics)).Select(m => aliases.PersonOf(m.Person))];
        HashSet<PersonId> agreed = [.. members.All.Where(m => m.Allows(ProcessingPurpose.Analytics)).Select(m => aliases.PersonOf(m.Person))];
        return (members.All.Count == 0 ? null : members.ToRoster(community), person => !objected.Contains(aliases.PersonOf(person)) && (basis == AnalyticsBasis.Objection || agreed.Contains(aliases.PersonOf(person))));
    }
}
