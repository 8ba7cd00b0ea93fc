using CommunityOfPractice.Core.Health;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>Every reading, group by group: what was found, how sure that is and from how much.</summary>
internal static class CatalogueText
{
    public static void Write(IAnsiConsole console, CommunityHealthReport community)
    {
        foreach ((string name, IndicatorResult[] readings) in Catalogue.Of(community.Report))
        {
            Table table = new Table().Border(TableBorder.Simple).AddColumns(name, "Found", "95 % interval");
            foreach (string number in (string[])["n", "Score", "Points"])
            {
                table.AddColumn(new TableColumn(number).RightAligned());
            }

            foreach (IndicatorResult result in readings)
            {
                AddRow(table, community, result);
            }

            console.Write(table);
        }

        if (community.Report.Score is not null)
        {
            console.WriteLine(Words.Text($"'Points' say how far a reading moves the score from the baseline of {community.ShownBaseline:0.0} ({Words.Baseline(community.Report.BaselineUsed)}); with it they add up to the score."));
        }

        if (community.Report.Uncertainty is { } sure)
        {
            console.WriteLine(Words.Sure(sure));
        }
    }

    private static void AddRow(Table table, CommunityHealthReport community, IndicatorResult result)
    {
        string found = Words.Found(result);
        string colour = community.PointsOf(result) switch { > 0 => "green", < 0 => "red", _ => "default" };
        table.AddRow(
            new Text(result.Info.Name),
            result.Value is null ? new Markup($"[grey]{Markup.Escape(found)}[/]") : new Text(found),
            new Text(Words.Interval(result)),
            new Text(Words.Observations(result)),
            new Text(result.Score is null ? string.Empty : Words.Score(result.Score)),
            new Markup($"[{colour}]{community.ShownPoints(result)}[/]"));
    }
}
