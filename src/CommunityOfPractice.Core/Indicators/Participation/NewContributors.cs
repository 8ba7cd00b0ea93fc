using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the window's contributors whose first contribution lies in the window.</summary>
/// <remarks>
/// Renewal: a circle that nobody new joins shrinks with everyone who leaves. A share and not a number, so that size does not count. Range:
/// 0 to 1, Wilson interval. Little data: insufficient below 5 contributors, and while the community was observed for fewer than 28 days
/// before the window, because then everybody looks new. Larger is better up to a point: read it beside the newcomers who come back.
/// O(events).
/// </remarks>
public sealed class NewContributors : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "new-contributors/v1";

    private const int MinimumDays = 28;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "New contributors",
        "share",
        "Which part of those who contributed did so for the first time.")
    {
        Chaoss = "New Contributors",
        NextStep = "Offer small first tasks by name, and ask every regular to bring in one person.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        TimeSpan before = TimeSpan.FromDays(MinimumDays);
        long first = evidence.FirstMomentOfPeople ?? evidence.AsOf.UtcTicks;
        long observed = Math.Max(0, evidence.Window.From.UtcTicks - first) / TimeSpan.TicksPerDay;
        if (observed < MinimumDays)
        {
            DateTimeOffset? enoughOn = evidence.FirstMomentOfPeople is null ? null : new DateTimeOffset(first, TimeSpan.Zero).Later(before)?.Later(evidence.Window.Length);
            return Reading.Insufficient("days observed before the window", observed, MinimumDays, enoughOn);
        }

        int contributors = evidence.Contributions.Length;
        return Reading.OfShare(contributors - CountEarlier(evidence), contributors, 5, "contributors");
    }

    /// <summary>Of those who contributed in the window, how many had done so before.</summary>
    private static int CountEarlier(HealthEvidence evidence)
    {
        bool[] before = new bool[evidence.Actors.Count];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<Act> acts = evidence.History.Acts;
        int earlier = 0;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] < 0 || !acts[i].IsContribution())
            {
                continue;
            }

            if (i < evidence.WindowStart)
            {
                before[actors[i]] = true;
            }
            else if (before[actors[i]])
            {
                before[actors[i]] = false;
                earlier++;
            }
        }

        return earlier;
    }
}
