namespace CommunityOfPractice.Core.Communities;

// owned by branch communities

/// <summary>C5 happened: the community is at rest.</summary>
/// <param name="Reason">Why, as a code: <c>last-facilitator-left</c>, <c>no-facilitator</c>, <c>no-interaction</c>.</param>
public sealed record CommunityBecameDormant(string Reason) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        before.To(CommunityStatus.Dormant, change) with { FacilitationGrace = null, DormancyNotice = null, PausedUntil = null };
}
