using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A planned gathering, or one occurrence of a series, gets other details or another time; answers stay.</summary>
/// <remarks>
/// When it was for everybody and is for members now, the places of others are freed and given to who waits. Guards: <c>community.not-living</c>, <c>gathering.unknown</c>,
/// <c>gathering.not-host</c>, <c>gathering.not-planned</c>, <c>gathering.no-title</c>, <c>gathering.unchanged</c>, <c>time.zone-unknown</c>, <c>time.out-of-range</c>,
/// <c>time.ends-before-start</c>, <c>time.too-long</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The gathering.</param>
/// <param name="Details">What it is about from now on.</param>
/// <param name="When">When it is from now on.</param>
public sealed record ChangeGathering(CommunityId Community, GatheringId Gathering, GatheringDetails Details, LocalSlot When) : GatheringCommand(Community, Gathering)
{
    private protected override IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Details);
        ArgumentNullException.ThrowIfNull(When);
        guards.Runs(gathering.Info.Hosts, context);
        guards.Planned(gathering);
        Details.Check(guards);
        GatheringTime? time = When.Resolve(guards);
        guards.RequireLength(time, context.Policy.LongestGathering);
        guards.Require(Details != gathering.Info.Details || time != gathering.Info.Time, "gathering.unchanged", $"'{gathering.Id}' is like this already.");
        return !guards.Met ? [] :
        [
            new GatheringChanged(gathering.Id, Details, time!),
            .. GuestChanges.Without(gathering, GuestChanges.Unentitled(gathering, Details.Audience, context), gathering.Info.Capacity),
        ];
    }
}

/// <summary>A gathering got other details or another time.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Details">What it is about from now on.</param>
/// <param name="Time">When it is from now on.</param>
public sealed record GatheringChanged(GatheringId Gathering, GatheringDetails Details, GatheringTime Time) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.WithInfo(Gathering, info => info with { Details = Details, Time = Time });
}
