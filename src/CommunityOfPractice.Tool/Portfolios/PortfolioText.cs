using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Portfolios;

/// <summary>A portfolio as text.</summary>
internal static class PortfolioText
{
    public static void Write(IAnsiConsole console, PortfolioDocument document)
    {
        console.WriteLine($"{Words.Count(document.Communities.Count, "community", "communities")} as of {Durations.Format(document.AsOf)}, looking back {Durations.Format(document.Window.Length)}; nothing is said about fewer than {document.SmallestGroup} people");
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Community", "Name", "Status in the files", "Stage", "Review due", "Facilitator");
        foreach (FilePortfolioRow row in document.Communities)
        {
            table.AddRow(
                new Text(Words.Plain(row.Id.Text)), new Text(Words.Plain(row.Name ?? string.Empty)), new Text(Words.Plain(row.Status ?? "unknown")), new Text(StageWords.NameOf(row.Stage)),
                new Text(row.ReviewDue is { } due ? Words.Day(due) + (row.OverdueUnlessReviewed ? " (past)" : string.Empty) : "unknown"),
                new Text(row.NeedsFacilitator switch { true => "none", false => "yes", _ => "unknown" }));
        }

        console.Write(table);
        Counts(console, document);
        Overlaps(console, document.Overlaps);
        foreach (SiloMap map in document.SiloMaps)
        {
            console.WriteLine();
            SiloMatrix.Write(console, map);
        }
    }

    private static void Counts(IAnsiConsole console, PortfolioDocument document)
    {
        console.WriteLine("By status: " + string.Join(", ", document.Communities.GroupBy(c => c.Status ?? "unknown").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Words.Text($"{Words.Plain(g.Key)} {g.Count()}"))));
        console.WriteLine("By stage, as far as files tell: " + string.Join(", ", document.Communities.GroupBy(c => c.Stage).OrderBy(g => g.Key).Select(g => Words.Text($"{StageWords.NameOf(g.Key)} {g.Count()}"))));
        string[] past = [.. document.Communities.Where(c => c.OverdueUnlessReviewed).Select(c => Words.Plain(c.Id.Text))];
        console.WriteLine(past.Length == 0 ? "Overdue purposes: none known" : $"Overdue purposes, unless reviewed (files do not tell of reviews): {string.Join(", ", past)}");
    }

    private static void Overlaps(IAnsiConsole console, ValueList<PortfolioOverlap> overlaps)
    {
        console.WriteLine(overlaps.Count == 0 ? "Overlaps: none found" : "Overlaps:");
        foreach (PortfolioOverlap overlap in overlaps)
        {
            string topics = overlap.TopicCosine is { } cosine ? Words.Text($", topics {cosine:0.00} alike") : string.Empty;
            string people = overlap.SharedMembers is { } shared ? Words.Text($", {shared} people in common") : ", people in common withheld or unknown";
            console.WriteLine($"  {Words.Plain(overlap.First.Text)} and {Words.Plain(overlap.Second.Text)}: {(overlap.Kind == Core.Matching.SimilarityKind.Duplicate ? "duplicate" : "overlap")}{topics}{people}");
        }
    }
}
