using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>G2: a planned gathering, or one occurrence of a series, does not take place, or did not.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>gathering.unknown</c>, <c>gathering.not-host</c>, <c>gathering.not-planned</c>, <c>gathering.no-reason</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The gathering.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelGathering(CommunityId Community, GatheringId Gathering, string Reason) : GatheringCommand(Community, Gathering)
{
    private protected override IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards)
    {
        guards.Runs(gathering.Info.Hosts, context);
        guards.Planned(gathering);
        guards.RequireText(Reason, "gathering.no-reason", "Who wanted to come is told why it does not take place.");
        return [new GatheringCancelled(gathering.Id, Reason)];
    }
}

/// <summary>G2 happened: a gathering was cancelled. Answers stay, so that people can be told.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Reason">Why; null when the community ended.</param>
public sealed record GatheringCancelled(GatheringId Gathering, [property: PersonalData] string? Reason) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) =>
        before.WithInfo(Gathering, info => info with { Status = GatheringStatus.Cancelled, CancelReason = Reason });
}
