using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C8: the closing is called off, because somebody objected in time who would facilitate the community.</summary>
/// <remarks>
/// Guards: <c>community.not-closing</c>, <c>closing.no-volunteer</c>. The community is active again when it was so before and has an active facilitator;
/// else it is dormant and can be revived.
/// </remarks>
/// <param name="Community">The community.</param>
public sealed record CancelClosing(CommunityId Community) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        if (!guards.RequireClosing(community))
        {
            return [];
        }

        Closure closing = community.Closing!;
        guards.Require(closing.Objections.Any(o => o.Stands && context.IsMember(o.Person)), "closing.no-volunteer", "A closing is called off when a member objects who would facilitate the community.");
        bool active = closing.From == CommunityStatus.Active && context.ActiveFacilitators > 0;
        return [new ClosingCancelled(active ? CommunityStatus.Active : CommunityStatus.Dormant, active ? context.In(context.Policy.CheckInCadence) : null)];
    }
}

/// <summary>C8 happened: the closing was called off.</summary>
/// <param name="BackTo">Where the community stands again: active or dormant.</param>
/// <param name="NextCheckInOn">When the next light check-in is due, in UTC; null for a dormant community.</param>
public sealed record ClosingCancelled(CommunityStatus BackTo, DateTimeOffset? NextCheckInOn) : CommunityFact
{
    internal override Community Apply(Community before, Change change)
    {
        Community after = before.To(BackTo, change) with { NextCheckInOn = NextCheckInOn };
        return before.Closing is { } closing
            ? after with { Closing = null, PastClosings = [.. before.PastClosings, closing with { EndedOn = change.OccurredAt, Cancelled = true }] }
            : after;
    }
}
