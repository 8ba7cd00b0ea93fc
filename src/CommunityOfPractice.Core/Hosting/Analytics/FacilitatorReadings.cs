using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Shows facilitators what a member did, and logs every look before anything is shown.</summary>
/// <remarks>Safe for concurrent use when the ports are. Reads all activities of the community before the end of the window.</remarks>
public sealed class FacilitatorReadings : IFacilitatorReadings
{
    private readonly CommunityRecords records;
    private readonly EvidenceSource source;
    private readonly IAnalyticsLookLog log;
    private readonly TimeProvider clock;

    /// <summary>Creates the service.</summary>
    /// <param name="source">What is known, and who is counted; made over <paramref name="records"/>, or it is refused with an <see cref="ArgumentException"/>.</param>
    /// <param name="records">The records of communities, which know who facilitates and who wants not to be counted.</param>
    /// <param name="log">Where looks are kept.</param>
    /// <param name="clock">Tells what now is.</param>
    public FacilitatorReadings(EvidenceSource source, CommunityRecords records, IAnalyticsLookLog log, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(clock);
        this.records = records;
        this.log = log;
        this.clock = clock;
        this.source = source.Over(records, nameof(source));
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<PersonReadings>> ReadAsync(CommunityId community, PersonId person, Actor viewer, string purpose, TimeWindow window, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        _ = viewer.Checked(nameof(viewer));
        LoadedEvidence loaded = await source.LoadAsync(community, window.Until, cancellationToken).ConfigureAwait(false);
        Guards guards = new();
        using (RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false))
        {
            Members members = lease.Record.Members;
            guards.Require(
                viewer.Person is { } own && members[own].Status == MembershipStatus.Active && members.Holders(Role.Facilitator).Contains(own),
                "analytics.not-facilitator", "Only an active facilitator of the community looks at what its members did.");
            guards.Require(members[person].Status is MembershipStatus.Active or MembershipStatus.Paused, "analytics.not-member", "They are no member of the community.");
        }

        guards.Require(!string.IsNullOrWhiteSpace(purpose), "analytics.purpose", "A look needs a reason.");
        guards.Require(loaded.Counts(person), LoadedEvidence.NotCounted.Code, LoadedEvidence.NotCounted.Text);
        ValueList<Reason> unmet = guards.Unmet;
        await log.AppendAsync(new(clock.GetUtcNow(), viewer, community, person, window, purpose, unmet.Count == 0), cancellationToken).ConfigureAwait(false);
        return unmet.Count == 0 ? Decision<PersonReadings>.Accept(PersonReadings.Of(loaded.In(window), person)) : Decision<PersonReadings>.Refuse([.. unmet]);
    }
}
