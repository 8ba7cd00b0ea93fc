using System.Globalization;
using System.Text.Json;
using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>docs/validation.md says what its commands print, for the calibration half and for the half held out.</summary>
public sealed class ValidationDocumentTests
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Data");

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "activity-1")]
    [InlineData(false, "activity-2")]
    [InlineData(true, "activity-2")]
    [InlineData(false, "activity-3")]
    [InlineData(true, "activity-3")]
    [InlineData(false, "activity-4")]
    [InlineData(true, "activity-4")]
    public async Task Podlings_AreAsPrinted(bool heldOut, string? older)
    {
        using CommandLine files = new();
        string podlings = files.PathOf("podlings.jsonl"), document = Document();
        Outcome import = await CommandLine.RunAsync([.. (string[])["import", "commits", "-o", podlings], .. Directory.GetFiles(Path.Combine(Data, "apache-podlings", "commits")).Order(StringComparer.Ordinal)]);
        Assert.Equal(0, import.Code);
        Outcome run = await CommandLine.RunAsync(
            [.. (string[])["study", "outcomes", podlings, "--outcomes", Path.Combine(Data, "apache-podlings", "podlings.csv"), "--good", "graduated", "--bad", "retired", "--json"], .. heldOut ? ["--hold-out"] : Array.Empty<string>(), .. older is null ? Array.Empty<string>() : ["--model", Path.Combine(Repository.Root, "docs", "models", older + ".json")]]);
        string model = run.Json.GetProperty("model").GetString()!;
        JsonElement[] tables = [.. run.Json.GetProperty("tables").EnumerateArray()];
        Assert.All(tables, table => Assert.Contains(ScoreRow(heldOut ? $"{model}, held out" : model, table), document, StringComparison.Ordinal));
        Assert.Equal(older?.Replace('-', '/') ?? HealthModel.Activity.Version, model);
        if (heldOut || older is not null)
        {
            return;
        }

        string[] names = [.. tables[0].GetProperty("rows").EnumerateArray().Skip(4).Select(r => r.GetProperty("name").GetString()!)];
        Assert.All(names.Where(name => tables.Any(t => t.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("name").GetString() == name).GetProperty("auc").ValueKind == JsonValueKind.Object)), name => Assert.Contains(IndicatorRow(name, tables), document, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newcomers_AreAsPrinted()
    {
        using CommandLine files = new();
        List<string> sites = [];
        foreach (string posts in Directory.GetFiles(Path.Combine(Data, "stackexchange"), "*.posts.csv").Order(StringComparer.Ordinal))
        {
            sites.Add(files.PathOf($"{Path.GetFileName(posts).Split('.')[0]}.jsonl"));
            Assert.Equal(0, (await CommandLine.RunAsync("import", "stackexchange", posts, "-o", sites[^1])).Code);
        }

        Outcome run = await CommandLine.RunAsync([.. (string[])["study", "newcomers", "--json"], .. sites]);
        string document = Document();
        Assert.All(run.Json.GetProperty("rows").EnumerateArray(), row => Assert.All(NewcomerRows(row), text => Assert.Contains(text, document, StringComparison.Ordinal)));
    }

    private static string ScoreRow(string model, JsonElement table)
    {
        JsonElement[] rows = [.. table.GetProperty("rows").EnumerateArray()];
        return Text($"| {model} | {table.GetProperty("window").GetString()} | {N(table, "month")} | {N(table, "good")} + {N(table, "bad")} | {N(table, "unscoredGood")} + {N(table, "unscoredBad")} | {Area(rows[0])} | {Area(rows[1])} | {Area(rows[2])} | {Area(rows[3])} | {Difference(rows[0], "overBestCount")} |");
    }

    private static string IndicatorRow(string name, JsonElement[] tables) => $"| {name} | {string.Join(" | ", tables.Select(t => Short(t.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("name").GetString() == name))))} |";

    private static string[] NewcomerRows(JsonElement row)
    {
        string name = row.GetProperty("name").GetString()!;
        int[] groups = [.. row.GetProperty("earlyAndOthers").EnumerateArray().Select(n => n.GetInt32())], rest = [.. row.GetProperty("lateAndNever").EnumerateArray().Select(n => n.GetInt32())];
        return
        [
            $"| {name} | {Share(groups[0], groups[1])} | {Share(groups[2], groups[3])} | {Share(rest[0], rest[1])} | {Share(rest[2], rest[3])} | {Difference(row, "difference")} | {Difference(row, "adjusted")} |",
            Text($"| {name} | {N(row, "newcomers")} | {N(row, "unnamed")} | {row.GetProperty("earlyByDay30").GetDouble():0.00} | {row.GetProperty("othersByDay30").GetDouble():0.00} | {Difference(row, "differenceByDay30")} |"),
        ];

        static string Share(int count, int of) => Text($"{count} of {of}");
    }

    private static int N(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string Area(JsonElement row) => row.GetProperty("auc") is { ValueKind: JsonValueKind.Object } a ? Text($"{D(a, "value"):0.00} ({D(a, "low"):0.00} to {D(a, "high"):0.00})") : "–";

    private static string Short(JsonElement row) => row.GetProperty("auc") is { ValueKind: JsonValueKind.Object } a ? Text($"{D(a, "value"):0.00} ({N(row, "good")} + {N(row, "bad")})") : "–";

    private static string Difference(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Object } d && d.GetProperty("low").ValueKind == JsonValueKind.Number
        ? Text($"{D(d, "value"):+0.00;-0.00;0.00} ({D(d, "low"):+0.00;-0.00;0.00} to {D(d, "high"):+0.00;-0.00;0.00})")
        : "–";

    private static double D(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Document() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "validation.md"));
}
