using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Portfolios;

/// <summary>A silo map as a matrix of signs and numbers, readable without colour.</summary>
internal static class SiloMatrix
{
    public static void Write(IAnsiConsole console, SiloMap map)
    {
        string what = map.Attribute == SiloBorder.Department ? "departments" : "places";
        if (map.Cells.Count == 0)
        {
            console.WriteLine($"Silo map of {what}: none. {WhyNot(map.Crossing)}");
            return;
        }

        console.WriteLine($"Silo map of {what}: ties for each tie that chance would give (1.00 is chance)");
        Table table = new Table().Border(TableBorder.Simple).AddColumn("Group");
        foreach (int number in Enumerable.Range(1, map.Groups.Count))
        {
            table.AddColumn(new TableColumn(Words.Text($"{number}")).RightAligned().NoWrap());
        }

        foreach ((int row, SiloGroup group) in map.Groups.Index())
        {
            string people = group.People is { } size ? Words.Text($"{size} people") : "people withheld";
            table.AddRow([new Text(Words.Text($"{row + 1} {Words.Plain(group.Name)} ({people})")), .. map.Groups.Select(other => new Text(Sign(map, group.Name, other.Name)))]);
        }

        console.Write(table);
        console.WriteLine("+ more than by chance, - fewer, = no difference that can be told from chance, # withheld: about too few people, or needed to protect such a cell");
        if (map.Crossing is Measurement.Value crossing)
        {
            console.WriteLine(Words.Text($"Crossing borders against chance: {crossing.Number:+0.00;-0.00;0.00} (below 0 fewer ties cross than by chance); {map.Ties} ties between people of known {what}"));
        }
    }

    private static string Sign(SiloMap map, string first, string second)
    {
        SiloCell cell = map.Cells.First(c => (c.First, c.Second) == (first, second) || (c.First, c.Second) == (second, first));
        string sign = cell.Finding switch { SiloFinding.More => "+", SiloFinding.Fewer => "-", SiloFinding.Withheld => "#", _ => "=" };
        return cell.Ratio is { } ratio ? Words.Text($"{ratio:0.00}{sign}") : sign;
    }

    private static string WhyNot(Measurement crossing) => crossing.Match(
        _ => string.Empty,
        little => Words.Text($"Too little is known: {little.Have:0} of {little.Need:0} {little.What}."),
        not => not.Reason.Text,
        suppressed => suppressed.Rule.Text);
}
