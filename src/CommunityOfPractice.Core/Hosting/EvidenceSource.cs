using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads what is known about a community through the ports, without those who are not to be counted.</summary>
internal sealed class EvidenceSource(
    IActivityStore activities, ICommunityDirectory communities, IPeopleDirectory people, CommunityRecords? records, AnalyticsBasis basis)
{
    public async ValueTask<LoadedEvidence> LoadAsync(CommunityId community, DateTimeOffset until, CancellationToken cancellationToken)
    {
        (Roster? recorded, Func<PersonId, bool> counts) = await RecordedAsync(community, cancellationToken).ConfigureAwait(false);
        Roster? roster = recorded ?? await communities.FindRosterAsync(community, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<JournalEntry> practice = records is null ? [] : await records.PracticeAsync(community, until, cancellationToken).ConfigureAwait(false);
        ActivityLog log = (await KnownActivities.ReadAsync(activities, community, until, practice, counts, cancellationToken).ConfigureAwait(false)).Log;
        roster = roster is null ? null : new Roster(community, roster.Periods.Where(p => counts(p.Person)).ToValueList());
        HashSet<PersonId> concerned = [.. Enumerable.Range(0, log.PersonCount).Select(log.Person)];
        concerned.UnionWith(roster?.Periods.Select(p => p.Person) ?? []);
        Dictionary<PersonId, Person> known = [];
        await foreach (Person person in people.ReadAsync(concerned, cancellationToken).ConfigureAwait(false))
        {
            known[person.Id] = person;
        }

        return new(community, log, roster, known) { Counts = counts };
    }

    /// <summary>Who belonged by the journal, null when it names nobody; and who is counted.</summary>
    private async ValueTask<(Roster? Roster, Func<PersonId, bool> Counts)> RecordedAsync(CommunityId community, CancellationToken cancellationToken)
    {
        if (records is null)
        {
            return (null, _ => basis == AnalyticsBasis.Objection);
        }

        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        Members members = lease.Record.Members;
        HashSet<PersonId> named = basis == AnalyticsBasis.Objection
            ? [.. members.All.Where(m => m.ObjectsTo(ProcessingPurpose.Analytics)).Select(m => m.Person)]
            : [.. members.All.Where(m => m.Allows(ProcessingPurpose.Analytics)).Select(m => m.Person)];
        return (members.All.Count == 0 ? null : members.ToRoster(community), person => named.Contains(person) == (basis == AnalyticsBasis.Consent));
    }
}

/// <summary>What was loaded about a community; several windows can be looked at.</summary>
internal sealed record LoadedEvidence(CommunityId Community, ActivityLog Log, Roster? Roster, IReadOnlyDictionary<PersonId, Person> People)
{
    /// <summary>The reason when somebody is not to be counted.</summary>
    public static Reason NotCounted { get; } = new("analytics.not-counted", "They are not counted: they objected, or did not agree.");

    /// <summary>Whether somebody is counted.</summary>
    public Func<PersonId, bool> Counts { get; init; } = _ => true;

    public HealthEvidence In(TimeWindow window) => new(Community, Log, window, Roster, People);
}
