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
        yield return new(period.StatusAssumed ? null : period.Status is CommunityStatus.Active or CommunityStatus.Dormant, StatusOf(period, "stage.active"));
        yield return AtLeast("stage.members", period.ActiveMembers, policy.MinMembers, period.MembersAssumed ? "people contributed, who stand for the members" : "active members");
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
        yield return new(!period.ReviewOverdue, new Reason("stage.purpose", period.ReviewOverdue switch
        {
            true => "The purpose review is overdue.",
            false => "The purpose was looked at on time.",
            null => "Not known: whether the purpose was looked at on time.",
        }));
        yield return Carried(period, policy);
    }

    /// <summary>What shows that a community is being transformed.</summary>
    public static StageCriterion OfTransformation(StageSignals period) => new(
        period.Transforming,
        period.Falling == true && period.ReviewOverdue == true ? new("stage.fading", "Fewer and fewer people contribute, and the purpose review is overdue.")
        : period.MergingOrSplitting ? new("stage.merging-or-splitting", "A split took place.")
        : StatusOf(period, "stage.ending"));

    private static Reason StatusOf(StageSignals period, string code) =>
        period.StatusAssumed ? new(code, "Not known: whether the community is active; it is taken to be.") : Say(code, $"The community is {period.Status}.");

    private static StageCriterion Carried(StageSignals period, StagePolicy policy)
    {
        string needed = FormattableString.Invariant($"at least {policy.StewardshipFacilitators}, or one and a successor");
        string there = period.Facilitators == 1 ? "1 facilitator" : FormattableString.Invariant($"{period.Facilitators} facilitators");
        return period.Facilitators is not { } facilitators ? new(null, new("stage.facilitators", $"Not known: facilitators ({needed})."))
            : period.Successors is { } successors ? new(facilitators >= policy.StewardshipFacilitators || (facilitators > 0 && successors > 0), Say("stage.facilitators", $"{there} ({needed}), {successors} {(successors == 1 ? "successor" : "successors")}."))
            : new(
                facilitators >= policy.StewardshipFacilitators ? true : facilitators == 0 ? false : null,
                Say("stage.facilitators", $"{there} ({needed}); whether somebody has agreed to follow is not known."));
    }

    private static StageCriterion Share(StageSignals period, double least) =>
        AtLeast("stage.member-initiated", period.MemberInitiatedShare, least, "of what happens is started by members", "which part of what happens is started by members");

    private static StageCriterion AtLeast(string code, double? have, double least, string what, string? unknown = null) => have is { } known
        ? new(known >= least - 1e-9, Say(code, $"{known:0.##} {what} (at least {least:0.##})."))
        : new(null, Say(code, $"Not known: {unknown ?? "how many " + what} (at least {least:0.##})."));

    private static Reason Say(string code, FormattableString text) => new(code, text.ToString(CultureInfo.InvariantCulture));
}
