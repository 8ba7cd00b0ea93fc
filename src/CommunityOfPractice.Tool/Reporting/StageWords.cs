using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>A stage in words.</summary>
internal static class StageWords
{
    /// <summary>The stage, how much of what bears on it is known, and the first thing that the next one lacks.</summary>
    public static string Line(StageAssessment? stage)
    {
        if (stage is null)
        {
            return "not known: nothing is known of the community yet";
        }

        string[] gaps = [.. stage.NextStageGaps.Where(g => !stage.NotKnown.Contains(g.Code)).Select(g => g.Text.TrimEnd('.'))];
        return NameOf(stage.Stage) + (gaps.Length == 0 ? string.Empty : $", the next one lacks: {Words.Some(gaps, 1)}") + Words.Text($" ({stage.Confidence * 100:0} % known)");
    }

    /// <summary>The stage, since when, and how much of what bears on it is known.</summary>
    public static string Head(StageAssessment stage) => NameOf(stage.Stage)
        + (stage.Since is { } since ? $" (first shown by the period up to {Words.Day(since)})" : string.Empty)
        + Words.Text($", {stage.Confidence * 100:0} % of what bears on it is known");

    public static string NameOf(CommunityStage? stage) => stage?.ToString().ToLowerInvariant() ?? "unknown";

    /// <summary>Everything about a stage, under three headings; those without an entry are left out.</summary>
    public static IEnumerable<(string Heading, string[] Texts)> All(StageAssessment stage) => new (string, string[])[]
    {
        ("Speaks for the stage", [.. stage.EvidenceFor.Select(r => r.Text)]),
        ("Speaks against it, or is not known", [.. stage.EvidenceAgainst.Select(r => r.Text)]),
        ("Lacks for the next stage, or is not known", [.. stage.NextStageGaps.Select(r => r.Text)]),
    }.Where(part => part.Item2.Length > 0);
}
