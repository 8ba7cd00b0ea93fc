using System.Globalization;
using System.IO.Compression;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>A real history, and counts that are taken from its lines directly: a second opinion on what a replay says.</summary>
internal sealed class HistoryFile
{
    private static readonly string[] Facilitating = ["lead", "maintainer"];

    private readonly List<(string Team, string Person, DateTimeOffset From, DateTimeOffset? Until, string Role)> rows = [];

    public HistoryFile(string name)
    {
        Path = System.IO.Path.Combine(AppContext.BaseDirectory, "Data", "histories", name);
        using StreamReader reader = new(new GZipStream(File.OpenRead(Path), CompressionMode.Decompress));
        Header = reader.ReadLine()!;
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            Lines.Add(line);
            rows.Add((cells[0], cells[1], Day(cells[2]), cells[3].Length == 0 ? null : Day(cells[3]), cells[4]));
        }
    }

    public string Path { get; }

    public string Header { get; }

    public List<string> Lines { get; } = [];

    public IReadOnlyCollection<string> Teams => [.. rows.Select(r => r.Team).Distinct()];

    /// <summary>Per team that had begun: distinct members and distinct facilitators just before an instant.</summary>
    public Dictionary<string, (int Active, int Facilitators)> CountsBefore(DateTimeOffset asOf)
    {
        // what occurred before the instant counts: a row that begins at it is not there yet, one that ends at it still is
        var there = rows.Where(r => r.From < asOf && (r.Until is null || r.Until >= asOf) && r.Role != "alumni").ToLookup(r => r.Team);
        return Teams.ToDictionary(
            t => t,
            t => (there[t].Select(r => r.Person).Distinct().Count(), there[t].Where(r => Facilitating.Contains(r.Role)).Select(r => r.Person).Distinct().Count()));
    }

    private static DateTimeOffset Day(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero);
}
