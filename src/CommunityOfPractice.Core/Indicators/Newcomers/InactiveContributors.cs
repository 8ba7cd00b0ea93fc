using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The number of people who contributed in the 365 days before the window and did not contribute in the window.</summary>
/// <remarks>
/// The two variables of CHAOSS: the period is the 365 days, the interval the window. When members are known, people who are no
/// longer members, or are on leave, do not count; the detail gone tells how many. Details: earlier (contributors of the period who
/// are still members), share (of these), gone. Range: 0 upwards. Little data: insufficient without an earlier contributor. Context
/// only. O(events). Source: CHAOSS, Inactive Contributors.
/// </remarks>
public sealed class InactiveContributors : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "inactive-contributors/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Contributors who went quiet",
        "people",
        "How many people contributed in the year before the window and have not in it.")
    {
        Chaoss = "Inactive Contributors",
        NextStep = "Write to two people who went quiet: say what they are missed for, and ask nothing.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        long from = evidence.Window.From.UtcTicks - Math.Min(evidence.Window.From.UtcTicks, TimeSpan.FromDays(365).Ticks);
        bool[] before = new bool[evidence.Actors.Count], since = new bool[before.Length];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<Act> acts = evidence.History.Acts;
        ReadOnlySpan<long> times = evidence.History.Times;
        for (int i = 0; i < acts.Length; i++)
        {
            if (actors[i] >= 0 && acts[i].IsContribution() && times[i] >= from)
            {
                (i < evidence.WindowStart ? before : since)[actors[i]] = true;
            }
        }

        int earlier = 0, quiet = 0, gone = 0;
        for (int actor = 0; actor < before.Length; actor++)
        {
            bool there = !evidence.MembersKnown || evidence.Interactions.VertexOfActor[actor] >= 0;
            gone += before[actor] && !there ? 1 : 0;
            earlier += before[actor] && there ? 1 : 0;
            quiet += before[actor] && there && !since[actor] ? 1 : 0;
        }

        return earlier == 0
            ? Reading.Insufficient("contributors in the year before the window", 0, 1)
            : new(new Measurement.Value(quiet, earlier)) { Details = [new("earlier", earlier), new("share", (double)quiet / earlier), new("gone", gone)] };
    }
}
