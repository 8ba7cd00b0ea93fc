using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Health;

/// <summary>A walk through the periods of a community: its stage so far, and for how many periods in a row it has been on the move.</summary>
internal sealed class StageWalk(StagePolicy policy)
{
    private CommunityStage before = CommunityStage.Potential;
    private int ahead, behind;

    public CommunityStage Stage { get; private set; }

    public DateTimeOffset? Since { get; private set; }

    public void Pass(StageSignals period)
    {
        if (period.Transforming)
        {
            before = Stage == CommunityStage.Transformation ? before : Stage;
            Move(CommunityStage.Transformation, period);
            return;
        }

        if (Stage == CommunityStage.Transformation)
        {
            Move(before, period);
        }

        switch (period.Status)
        {
            case CommunityStatus.Active:
                Develop(period);
                break;
            case CommunityStatus.Dormant:
                break; // at rest, at the stage that it had reached
            default:
                Move(CommunityStage.Potential, period);
                break;
        }
    }

    private void Develop(StageSignals period)
    {
        if (period.IsPartial && Stage != CommunityStage.Potential)
        {
            return;
        }

        if (period.ActiveMembers < policy.MinMembers)
        {
            Move(CommunityStage.Potential, period);
            return;
        }

        switch (Stage)
        {
            case CommunityStage.Potential:
                Move(CommunityStage.Coalescing, period);
                if (!period.IsPartial)
                {
                    Count(StageCriterion.OfMaturing(period, policy, slack: 1), ref ahead);
                }

                break;
            case CommunityStage.Coalescing:
                Step(period, StageCriterion.OfMaturing(period, policy, slack: 1), CommunityStage.Maturing, [], CommunityStage.Coalescing);
                break;
            case CommunityStage.Maturing:
                Step(
                    period, StageCriterion.OfStewardship(period, policy, slack: 1), CommunityStage.Stewardship,
                    StageCriterion.OfMaturing(period, policy, policy.Slack), CommunityStage.Coalescing);
                break;
            case CommunityStage.Stewardship:
                Step(period, null, CommunityStage.Stewardship, StageCriterion.OfStewardship(period, policy, policy.Slack), CommunityStage.Maturing);
                break;
        }
    }

    private void Step(StageSignals period, IEnumerable<StageCriterion>? next, CommunityStage up, IEnumerable<StageCriterion> own, CommunityStage down)
    {
        if (next is not null && Count(next, ref ahead) >= policy.Periods)
        {
            Move(up, period);
        }
        else if (CountFailing(own) >= policy.Periods)
        {
            Move(down, period);
        }
    }

    /// <summary>For how many periods in a row everything has been there; one in which something is not known does not count and does not break the row.</summary>
    private static int Count(IEnumerable<StageCriterion> needs, ref int row)
    {
        StageCriterion[] all = [.. needs];
        row = all.Any(c => c.Holds == false) ? 0 : all.Any(c => c.Holds is null) ? row : row + 1;
        return row;
    }

    /// <summary>For how many periods in a row something has been lacking.</summary>
    private int CountFailing(IEnumerable<StageCriterion> needs)
    {
        StageCriterion[] all = [.. needs];
        behind = all.Any(c => c.Holds == false) ? behind + 1 : all.Any(c => c.Holds is null) ? behind : 0;
        return behind;
    }

    private void Move(CommunityStage stage, StageSignals period)
    {
        if (Stage != stage)
        {
            (Stage, Since, ahead, behind) = (stage, period.Window.Until, 0, 0);
        }
    }
}
