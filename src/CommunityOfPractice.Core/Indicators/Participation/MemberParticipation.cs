using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the members with at least one contribution in the window, and the profile behind it.</summary>
/// <remarks>
/// The population is the members at the as-of instant, without those on leave or lapsed; not applicable when they are unknown, since nearly everybody who is seen in the
/// data contributes. Range: 0 to 1, Wilson interval. Details: people, silent (nothing), some (1 to 4 contributions),
/// many (5 or more), topTenth (share of the contributions by the most active ceil(0.1 n) people). Little data: below 20 people
/// insufficient, with the details as counts. Context only. O(n log n). Source: Nielsen (2006).
/// </remarks>
public sealed class MemberParticipation : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "member-participation/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Members who contribute",
        "share",
        "Which part of the members gave something in the window; many who only read along are normal.")
    {
        Chaoss = "Contributors; Occasional Contributors",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who is a member.");
        }

        int[] counts = evidence.ContributionsOfPopulation;
        ParticipationProfile profile = ParticipationProfile.Of<int>(counts);
        List<Detail> details = [new("people", counts.Length), new("silent", profile.Silent), new("some", profile.Some), new("many", profile.Many)];
        if (TopShare.Of<int>(counts, 0.1) is { } top)
        {
            details.Add(new("topTenth", top));
        }

        return Reading.OfShare(profile.Some + profile.Many, counts.Length, 20, "people") with { Details = details.ToValueList() };
    }
}
