using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How long the questions asked in the window waited for somebody else's first answer.</summary>
/// <remarks>
/// Answers are answers and replies by another person before the as-of instant. A question that has none waits on: it is censored at
/// the as-of instant, or when it was withdrawn.
/// </remarks>
internal sealed class Questions
{
    private Questions(double[] hours, bool[] answered, int withdrawn)
    {
        Hours = hours;
        Answered = answered;
        AnsweredCount = answered.AsSpan().Count(true);
        Withdrawn = withdrawn;
    }

    /// <summary>Hours waited.</summary>
    public double[] Hours { get; }

    /// <summary>Whether the wait ended with an answer.</summary>
    public bool[] Answered { get; }

    /// <summary>How many were withdrawn unanswered.</summary>
    public int Withdrawn { get; }

    public int Count => Hours.Length;

    public int AnsweredCount { get; }

    /// <summary>How many wait for an answer at the as-of instant.</summary>
    public int Open => Count - AnsweredCount - Withdrawn;

    public SurvivalCurve? Curve => field ??= SurvivalCurve.KaplanMeier(Hours, Answered);

    public static Questions Of(HealthEvidence evidence)
    {
        ActivityWindow history = evidence.History;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory, replies = history.Replies;
        ReadOnlySpan<Act> acts = history.Acts;
        ReadOnlySpan<long> times = history.Times;
        int start = evidence.WindowStart;
        int[] questionAt = new int[acts.Length - start]; // number + 1 of the question asked there, 0 for none
        List<double> waits = [];
        for (int i = start; i < acts.Length; i++)
        {
            if (acts[i] == Act.Ask && actors[i] >= 0)
            {
                waits.Add(TimeSpan.FromTicks(evidence.AsOf.UtcTicks - times[i]).TotalHours);
                questionAt[i - start] = waits.Count;
            }
        }

        double[] hours = [.. waits];
        bool[] answered = new bool[hours.Length];
        bool[] withdrawn = new bool[hours.Length];

        for (int i = start; i < replies.Length; i++)
        {
            int parent = replies[i] - history.Start;
            if (actors[i] < 0 || parent < start || parent >= acts.Length || questionAt[parent - start] == 0)
            {
                continue;
            }

            int question = questionAt[parent - start] - 1;
            if (answered[question])
            {
                continue;
            }

            // An answer at the very instant of the withdrawal counts, whichever stands first in the log: events come before censorings.
            double waited = TimeSpan.FromTicks(times[i] - times[parent]).TotalHours;
            if (acts[i].IsAnswer() && actors[i] != actors[parent] && (!withdrawn[question] || waited == hours[question]))
            {
                (answered[question], withdrawn[question], hours[question]) = (true, false, waited);
            }
            else if (acts[i] == Act.Withdraw && actors[i] == actors[parent] && !withdrawn[question])
            {
                (withdrawn[question], hours[question]) = (true, waited);
            }
        }

        return new(hours, answered, withdrawn.Count(w => w));
    }
}
