using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A planned gathering, or one occurrence of a series, gets other details or another time; answers stay.</summary>
/// <remarks>
/// When it was for everybody and is for members now, the places of others are freed and given to who waits. Guards: <c>community.not-living</c>, <c>gathering.unknown</c>,
/// <c>gathering.not-host</c>, <c>gathering.not-planned</c>, <c>gathering.no-title</c>, <c>gathering.link</c>, <c>gathering.unchanged</c>, <c>time.zone-unknown</c>, <c>time.out-of-range</c>,
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
            GatheringChanged.Of(gathering.Info, Details, time!),
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
    /// <summary>Gets where the description is left.</summary>
    /// <value><see cref="DescriptionSource.Gathering"/> when it stays as it is, and is left out of <see cref="Details"/>; null when it stands there.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DescriptionSource? DescriptionFrom { get; init; }

    /// <summary>The fact, without a description that stays as it is.</summary>
    internal static GatheringChanged Of(GatheringInfo before, GatheringDetails details, GatheringTime time) =>
        details.Description is null || details.Description != before.Details.Description
            ? new(before.Id, details, time)
            : new(before.Id, details with { Description = null }, time) { DescriptionFrom = DescriptionSource.Gathering };

    internal override Calendar Apply(Calendar before, DateTimeOffset at) =>
        before.WithInfo(Gathering, info => info with { Details = Details.Completed(DescriptionFrom, info.Details, null), Time = Time });
}
