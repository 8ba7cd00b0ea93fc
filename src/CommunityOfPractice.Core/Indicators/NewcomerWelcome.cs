using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The probability that the first post or question of a newcomer gets a response by another person within 48 hours.</summary>
/// <remarks>
/// Newcomers are people in their first 30 days. One minus the Kaplan-Meier estimate at 48 hours; posts without a response are
/// censored at the as-of instant. Responses are answers, replies, comments and welcomes. Range: 0 to 1. Little data: as for
/// answered-48h; not applicable when nothing in the community replies to anything. O(events). Source: Lave and Wenger (1991) on
/// access to old-timers.
/// </remarks>
public sealed class NewcomerWelcome : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "newcomer-welcome-48h/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Newcomers who are answered",
        "share",
        "How likely it is that a newcomer's first post or question gets a human response within 48 hours.")
    {
        Chaoss = "Newcomer Experience",
        NextStep = "Let somebody greet every newcomer: answer their first post within two days, even when only to point the way.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ActivityWindow history = evidence.History;
        ReadOnlySpan<int> replies = history.Replies, actors = evidence.Actors.OfHistory;
        if (!evidence.RepliesKnown)
        {
            return Reading.NotApplicable("replies.unknown", "Nothing in the data says who responds to whom.");
        }

        Dictionary<int, int> waiting = [];
        foreach (Newcomer newcomer in evidence.Newcomers.All)
        {
            if (newcomer.FirstOpening >= evidence.WindowStart)
            {
                waiting.Add(newcomer.FirstOpening, waiting.Count);
            }
        }

        double[] hours = new double[waiting.Count];
        bool[] answered = new bool[waiting.Count];
        foreach ((int post, int i) in waiting)
        {
            hours[i] = TimeSpan.FromTicks(evidence.AsOf.UtcTicks - history.Times[post]).TotalHours;
        }

        for (int i = evidence.WindowStart; i < history.Count; i++)
        {
            int parent = replies[i] - history.Start;
            if (replies[i] >= 0 && actors[i] >= 0 && history.Acts[i].IsResponse()
                && waiting.TryGetValue(parent, out int post) && !answered[post] && actors[i] != actors[parent])
            {
                answered[post] = true;
                hours[post] = TimeSpan.FromTicks(history.Times[i] - history.Times[parent]).TotalHours;
            }
        }

        return Waiting.ShareWithin(Statistics.SurvivalCurve.KaplanMeier(hours, answered), hours, answered, 48, "newcomers' first posts", asked: true);
    }
}
