using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>What a report rests on and by which rules it was made, so that it can be made again.</summary>
internal static class SmallPrint
{
    public static string Of(HealthDocument document) => $"""
        <footer><p>Window {Words.Day(document.Window.From)} up to {Durations.Format(document.Window.Until)} ({Durations.Format(document.Window.Length)}), model {Html.Text(document.ModelVersion)}.
        What bots did and replies to oneself are left out. Weights and goalposts are published starting values; communities are not to be ranked by them. Made with CommunityOfPractice.</p></footer>

        """;

    /// <summary>The lines of one community: model, window, seed, coverage and data basis.</summary>
    public static string Of(CommunityHealthReport community)
    {
        HealthReport report = community.Report;
        return "<p class=\"small-print\">" + Html.Text(string.Join(" ", Lines(report, community.Evidence))) + "</p>";
    }

    private static IEnumerable<string> Lines(HealthReport report, HealthEvidence evidence)
    {
        yield return $"Model {report.ModelVersion}.";
        yield return Words.Text($"{Words.Count(report.Activity.InWindow, "activity", "activities")} in the window, {report.Activity.Before} before it; left out: {report.Activity.Bots} by bots, {report.Activity.RepliesToOneself} replies to oneself.");
        yield return $"Coverage, as share of the weight of what applies: {string.Join(", ", report.Dimensions.Select(d => $"{d.Name} {Words.Number(d.Coverage, "share")}"))}.";
        if (report.Uncertainty is { } sure)
        {
            string method = sure.Method == UncertaintyMethod.Resampled ? "people drawn anew" : "each reading within its own interval";
            yield return Words.Text($"Interval: {sure.Draws} draws ({method}), seed {sure.Seed}. {Words.Sure(sure)}");
        }

        (string Name, bool Known)[] basis =
        [
            ("who belongs", evidence.MembersKnown), ("who facilitates", evidence.FacilitatorsKnown), ("departments or places of people", evidence.PeopleKnown),
            ("the charter", evidence.DomainKnown), ("gatherings, artifacts or stories", evidence.Practice is not null),
        ];
        yield return $"Known beside the activities: {Row(basis, known: true)}; not known: {Row(basis, known: false)}.";
    }

    private static string Row((string Name, bool Known)[] basis, bool known) =>
        string.Join(", ", basis.Where(b => b.Known == known).Select(b => b.Name).DefaultIfEmpty("nothing"));
}
