using CommunityOfPractice.Core.Health;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>Many communities, one line each, by their ids: an overview to choose from and not a table to win.</summary>
internal static class CommunityLines
{
    private const int LongestName = 48;

    public static void Write(IAnsiConsole console, IReadOnlyList<CommunityHealthReport> communities)
    {
        string[] names = [.. communities.Select(NameOf)];
        int width = names.Max(n => n.Length);
        foreach ((CommunityHealthReport community, string name) in communities.Zip(names))
        {
            console.Profile.Out.Writer.WriteLine($"{name.PadRight(width)}  {Outcome(community.Report)}");
        }

        console.WriteLine();
        console.WriteLine("In the order of their ids, not of their scores: what each reading can tell differs from community to community.");
        console.WriteLine("One of them on a page: --community ID. Every reading of all: --all.");
    }

    private static string NameOf(CommunityHealthReport community)
    {
        string id = Words.Plain(community.Report.Community.Text);
        string both = community.Name is { } name && Words.Plain(name) != id ? $"{id} ({Words.Plain(name)})" : id;
        return both.Length <= LongestName ? both : both[..(LongestName - 1)] + "…";
    }

    private static string Outcome(HealthReport report)
    {
        int flags = report.Flags.Count(f => f.Status == RedFlagStatus.Raised);
        string range = report.Uncertainty is { } sure ? Words.Text($" (plausibly {sure.Interval.Low:0} to {sure.Interval.High:0})") : string.Empty;
        string why = report.Score is null && report.Missing.Count > 0 && report.Missing[0].Code != "dimension.required" ? $": {report.Missing[0].Text}" : string.Empty;
        return Words.Capital(Words.Band(report)) + (report.Score is null ? why : range) + (flags > 0 ? $", {Words.Count(flags, "red flag", "red flags")}" : string.Empty);
    }
}
