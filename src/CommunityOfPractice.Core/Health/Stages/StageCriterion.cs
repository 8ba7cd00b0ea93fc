using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>One thing that a stage needs, looked at in one period: it is there, it is not, or nobody knows.</summary>
/// <param name="Holds">Null when it is not known.</param>
/// <param name="Finding">What was found, as a sentence with a code.</param>
internal readonly record struct StageCriterion(bool? Holds, Reason Finding)
{
    /// <summary>What a community that has begun shows.</summary>
    public static IEnumerable<StageCriterion> OfCoalescing(StageSignals period, StagePolicy policy)
    {
        yield return new(period.Status is CommunityStatus.Active or CommunityStatus.Dormant, Say("stage.active", $"The community is {period.Status}."));
        yield return AtLeast("stage.members", period.ActiveMembers, policy.MinMembers, "active members");
    }

    /// <summary>What a community that matures shows; <paramref name="slack"/> is 1 to enter and less to stay.</summary>
    public static IEnumerable<StageCriterion> OfMaturing(StageSignals period, StagePolicy policy, double slack)
    {
        yield return Share(period, policy.MaturingShare * slack);
        yield return AtLeast("stage.absence-factor", period.AbsenceFactor, policy.MaturingFactor * slack, "people make half of all contributions");
        if (slack == 1)
        {
            yield return AtLeast("stage.newcomers", period.NewMembers, 1, "new members");
        }
    }

    /// <summary>What a community that is stewarded shows.</summary>
    public static IEnumerable<StageCriterion> OfStewardship(StageSignals period, StagePolicy policy, double slack)
    {
        yield return Share(period, policy.StewardshipShare * slack);
        yield return AtLeast("stage.absence-factor", period.AbsenceFactor, policy.StewardshipFactor * slack, "people make half of all contributions");
        yield return AtLeast("stage.artifacts", period.StewardedArtifacts, 1, "artifacts with an active steward");
        yield return new(!period.ReviewOverdue, new Reason("stage.purpose", period.ReviewOverdue ? "The purpose review is overdue." : "The purpose was looked at on time."));
        bool carried = period.Facilitators >= policy.StewardshipFacilitators || (period.Facilitators > 0 && period.Successors > 0);
        yield return new(carried, Say("stage.facilitators", $"{period.Facilitators} facilitators (at least {policy.StewardshipFacilitators}, or one and a successor), {period.Successors} successors."));
    }

    /// <summary>What shows that a community is being transformed.</summary>
    public static StageCriterion OfTransformation(StageSignals period) => new(
        period.Transforming,
        period.Falling == true && period.ReviewOverdue ? new("stage.fading", "Fewer and fewer people contribute, and the purpose review is overdue.")
        : period.MergingOrSplitting ? new("stage.merging-or-splitting", "A split took place.")
        : Say("stage.ending", $"The community is {period.Status}."));

    private static StageCriterion Share(StageSignals period, double least) =>
        AtLeast("stage.member-initiated", period.MemberInitiatedShare, least, "of what happens is started by members");

    private static StageCriterion AtLeast(string code, double? have, double least, string what) => have is { } known
        ? new(known >= least - 1e-9, Say(code, $"{known:0.##} {what} (at least {least:0.##})."))
        : new(null, Say(code, $"Not known: {what} (at least {least:0.##})."));

    private static Reason Say(string code, FormattableString text) => new(code, text.ToString(CultureInfo.InvariantCulture));
}
