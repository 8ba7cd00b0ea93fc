using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads what is known about a community through the ports and has it assessed.</summary>
/// <remarks>
/// Safe for concurrent use when the ports are. Reads all activities of the community before the end of the window, and those that facts
/// about its practice tell of (<see cref="PracticeActivities"/>): O(n log n).
/// </remarks>
public sealed class CommunityHealth : ICommunityHealth
{
    private readonly IActivityStore activities;
    private readonly ICommunityDirectory communities;
    private readonly IPeopleDirectory people;
    private readonly HealthAssessor assessor;
    private readonly TimeProvider clock;
    private readonly TimeSpan window;
    private readonly CommunityRecords? records;

    /// <summary>Creates the service.</summary>
    /// <param name="activities">Where activities are kept.</param>
    /// <param name="communities">Who belongs to communities, for hosts that keep memberships themselves.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="assessor">How a community is assessed.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="window">How far back to look when no window is given; positive.</param>
    /// <param name="records">Who belongs to communities, where the journal names anybody; null for a host without a journal.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is not positive.</exception>
    public CommunityHealth(
        IActivityStore activities,
        ICommunityDirectory communities,
        IPeopleDirectory people,
        HealthAssessor assessor,
        TimeProvider clock,
        TimeSpan window,
        CommunityRecords? records = null)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(communities);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        this.activities = activities;
        this.communities = communities;
        this.people = people;
        this.assessor = assessor;
        this.clock = clock;
        this.window = window;
        this.records = records;
    }

    /// <inheritdoc/>
    public ValueTask<HealthReport> AssessAsync(CommunityId community, CancellationToken cancellationToken = default) =>
        AssessAsync(community, TimeWindow.Last(window, clock.GetUtcNow()), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<HealthReport> AssessAsync(CommunityId community, TimeWindow window, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<JournalEntry> practice = records is null ? [] : await records.PracticeAsync(community, window.Until, cancellationToken).ConfigureAwait(false);
        ActivityLog log = (await KnownActivities.ReadAsync(activities, community, window.Until, practice, cancellationToken).ConfigureAwait(false)).Log;
        Roster? recorded = records is null ? null : await records.RosterAsync(community, cancellationToken).ConfigureAwait(false);
        Roster? roster = recorded ?? await communities.FindRosterAsync(community, cancellationToken).ConfigureAwait(false);
        HashSet<PersonId> concerned = [.. Enumerable.Range(0, log.PersonCount).Select(log.Person)];
        concerned.UnionWith(roster?.Periods.Select(p => p.Person) ?? []);
        Dictionary<PersonId, Person> known = [];
        await foreach (Person person in people.ReadAsync(concerned, cancellationToken).ConfigureAwait(false))
        {
            known[person.Id] = person;
        }

        return assessor.Assess(new HealthEvidence(community, log, window, roster, known));
    }
}
