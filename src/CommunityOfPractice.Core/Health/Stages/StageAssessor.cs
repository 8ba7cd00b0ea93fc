using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Tells at which stage a community is, from what its periods show one after the other.</summary>
/// <remarks>
/// Pure, and a fold: the stage after a period follows from the stage before it and from the period, so that replaying gives the same again.
/// To move, a community shows for several periods in a row what the next stage needs, or lacks, with some slack, what its own stage needs
/// (<see cref="StagePolicy"/>): a single good or bad quarter moves nothing. A period in which something is not known moves nothing either.
/// O(periods).
/// </remarks>
public static class StageAssessor
{
    /// <summary>How far back periods go at most: forty years of quarters.</summary>
    private const int MostPeriods = 160;

    /// <summary>Cuts the life of a community without a journal into periods.</summary>
    /// <param name="evidence">What is known as of now; its end is the end of the last period.</param>
    /// <param name="policy">The policy; null for <see cref="StagePolicy.Default"/>.</param>
    /// <returns>
    /// Periods counted from when a person first did something, somebody first belonged or the first charter was adopted, whichever comes first; the last one may be shorter.
    /// Of a longer life the last 160 whole periods, with the shorter one after them: what was before is not looked at. Empty when nothing is known before the as-of instant.
    /// </returns>
    /// <exception cref="ArgumentException">Something is wrong with the policy.</exception>
    public static ValueList<TimeWindow> Periods(HealthEvidence evidence, StagePolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        policy ??= StagePolicy.Default;
        if (policy.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException($"Something is wrong with the policy: {string.Join(" ", problems.Select(p => p.Text))}", nameof(policy));
        }

        long length = policy.Period.Ticks, until = evidence.AsOf.UtcTicks;
        IEnumerable<long> beginnings = evidence.FirstJoined.Select(f => f.UtcTicks).Concat(evidence.State?.Charters.Select(c => c.From.UtcTicks) ?? []).Append(evidence.FirstMomentOfPeople ?? until);
        long first = beginnings.Min();
        first += Math.Max(0, ((until - first) / length) - MostPeriods) * length;
        List<TimeWindow> periods = [];
        for (long from = first; from < until; from += length)
        {
            periods.Add(new(new(from, TimeSpan.Zero), new(Math.Min(from + length, until), TimeSpan.Zero)));
        }

        return periods.ToValueList();
    }

    /// <summary>Assesses the stage.</summary>
    /// <param name="periods">What the periods show, the oldest first, without overlap.</param>
    /// <param name="policy">The policy; null for <see cref="StagePolicy.Default"/>.</param>
    /// <returns>The stage after the last period; null when there is no period.</returns>
    /// <exception cref="ArgumentException">The periods are not in order.</exception>
    public static StageAssessment? Assess(IEnumerable<StageSignals> periods, StagePolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(periods);
        policy ??= StagePolicy.Default;
        StageWalk walk = new(policy);
        StageSignals? last = null;
        foreach (StageSignals period in periods)
        {
            if (last is not null && period.Window.From < last.Window.Until)
            {
                throw new ArgumentException($"The period from {period.Window.From:O} begins before the one before it ends.", nameof(periods));
            }

            walk.Pass(period);
            last = period;
        }

        return last is null ? null : Describe(walk, last, policy);
    }

    private static StageAssessment Describe(StageWalk walk, StageSignals last, StagePolicy policy)
    {
        StageCriterion[] own = [.. Own(walk.Stage, last, policy)];
        StageCriterion[] next = [.. Next(walk.Stage, last, policy)];
        int asked = own.Length + next.Length;
        return new(
            walk.Stage,
            walk.Since,
            asked == 0 ? 1 : (double)own.Concat(next).Count(c => c.Holds is not null) / asked,
            policy.Version)
        {
            EvidenceFor = own.Where(c => c.Holds == true).Select(c => c.Finding).ToValueList(),
            EvidenceAgainst = own.Where(c => c.Holds != true).Select(c => c.Finding).ToValueList(),
            NextStageGaps = next.Where(c => c.Holds != true).Select(c => c.Finding).ToValueList(),
            NotKnown = own.Concat(next).Where(c => c.Holds is null).Select(c => c.Finding.Code).Distinct().ToValueList(),
        };
    }

    /// <summary>What the stage itself rests on.</summary>
    private static IEnumerable<StageCriterion> Own(CommunityStage stage, StageSignals period, StagePolicy policy) => stage switch
    {
        CommunityStage.Coalescing => StageCriterion.OfCoalescing(period, policy),
        CommunityStage.Maturing => StageCriterion.OfMaturing(period, policy, policy.Slack),
        CommunityStage.Stewardship => StageCriterion.OfStewardship(period, policy, policy.Slack),
        CommunityStage.Transformation => [StageCriterion.OfTransformation(period)],
        _ => [],
    };

    /// <summary>What the stage after it needs.</summary>
    private static IEnumerable<StageCriterion> Next(CommunityStage stage, StageSignals period, StagePolicy policy) => stage switch
    {
        CommunityStage.Potential when period.Status != CommunityStatus.Rejected => StageCriterion.OfCoalescing(period, policy),
        CommunityStage.Coalescing => StageCriterion.OfMaturing(period, policy, slack: 1),
        CommunityStage.Maturing => StageCriterion.OfStewardship(period, policy, slack: 1),
        _ => [],
    };
}
