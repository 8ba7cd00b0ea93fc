using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A gathering, or one occurrence of a series, has room for more or fewer people; who waits is promoted in order.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>gathering.unknown</c>, <c>gathering.not-host</c>, <c>gathering.not-planned</c>, <c>gathering.started</c>, <c>capacity.not-positive</c>,
/// <c>capacity.below-going</c> (nobody who has a place is put out), <c>capacity.unchanged</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The gathering.</param>
/// <param name="Capacity">How many can come; null for no limit.</param>
public sealed record SetCapacity(CommunityId Community, GatheringId Gathering, int? Capacity) : GatheringCommand(Community, Gathering)
{
    private protected override IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards)
    {
        guards.Runs(gathering.Info.Hosts, context);
        guards.Planned(gathering);
        guards.NotStarted(gathering, context);
        guards.RequireCapacity(Capacity, gathering.Going);
        guards.Require(Capacity != gathering.Info.Capacity, "capacity.unchanged", "It has this capacity already.");
        return [new CapacitySet(gathering.Id, Capacity), .. GuestChanges.Promotions(gathering.Id, gathering.Guests, Capacity)];
    }
}

/// <summary>A gathering has room for more or fewer people.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Capacity">How many can come; null for no limit.</param>
public sealed record CapacitySet(GatheringId Gathering, int? Capacity) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.WithInfo(Gathering, info => info with { Capacity = Capacity });
}
