using System.Text.Json;
using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The JSON document that others rely on.</summary>
public sealed class HealthContractTests
{
    private static readonly string[] Args = ["health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01T00:00:00Z", "--window", "182d", "--json"];

    [Fact]
    public async Task Document_HasTheAgreedShape()
    {
        Outcome run = await CommandLine.RunAsync(Args);

        Assert.Equal(0, run.Code);
        Assert.Equal("activity/5", run.Json.GetProperty("modelVersion").GetString());
        Assert.Equal("2014-05-01T00:00:00Z", run.Json.GetProperty("asOf").GetString());
        Assert.Equal("182d", run.Json.GetProperty("window").GetString());
        JsonElement community = run.Community("matheducators");
        Assert.Equal(JsonValueKind.Number, community.GetProperty("score").ValueKind);
        Assert.Equal(JsonValueKind.Number, community.GetProperty("baseline").ValueKind);
        Assert.Equal(JsonValueKind.String, community.GetProperty("band").ValueKind);
        Assert.Equal("scored", community.GetProperty("verdict").GetString());
        foreach (JsonElement dimension in community.GetProperty("dimensions").EnumerateArray())
        {
            Assert.Equal(JsonValueKind.String, dimension.GetProperty("id").ValueKind);
            Assert.True(dimension.TryGetProperty("score", out _));
            Assert.InRange(dimension.GetProperty("weight").GetDouble(), 0, 1);
        }

        Assert.Equal(StandardIndicators.All.Count, community.GetProperty("indicators").GetArrayLength());
        foreach (JsonElement indicator in community.GetProperty("indicators").EnumerateArray())
        {
            string status = indicator.GetProperty("status").GetString()!;
            Assert.Contains(status, (string[])["value", "insufficientData", "notApplicable", "suppressed"]);
            Assert.Equal(status == "value", indicator.GetProperty("value").ValueKind == JsonValueKind.Number);
            Assert.Matches("^[a-z0-9-]+/v[0-9]+$", indicator.GetProperty("id").GetString());
            foreach (string name in (string[])["unit", "score", "contribution", "interval", "n"])
            {
                Assert.True(indicator.TryGetProperty(name, out _), name);
            }
        }
    }

    [Fact]
    [Trait("Law", "27")]
    public async Task Contributions_AddUpToScoreMinusBaseline()
    {
        JsonElement community = (await CommandLine.RunAsync(Args)).Community("matheducators");
        double sum = community.GetProperty("indicators").EnumerateArray()
            .Select(i => i.GetProperty("contribution")).Where(c => c.ValueKind == JsonValueKind.Number).Sum(c => c.GetDouble());

        Assert.Equal(community.GetProperty("score").GetDouble() - community.GetProperty("baseline").GetDouble(), sum, 1e-9);
    }

    [Fact]
    public async Task Readings_OfTheRealCommunity_AreThoseOfAPlainRecount()
    {
        JsonElement community = (await CommandLine.RunAsync(Args)).Community("matheducators");
        string[][] rows = [.. File.ReadLines(CommandLine.MathematicsEducators).Skip(1).Select(l => l.Split(',')).Where(r => string.CompareOrdinal(r[2], "2014-05-01T00:00:00Z") < 0)];
        Dictionary<string, string> authors = rows.ToDictionary(r => r[4], r => r[1]);
        rows = [.. rows.Where(r => authors.GetValueOrDefault(r[5]) != r[1])]; // a reply to oneself is no evidence
        int[] counts = [.. rows.GroupBy(r => r[1]).Select(g => g.Count()).Order()];
        int absence = 0;
        for (int covered = 0; covered * 2 < rows.Length; absence++)
        {
            covered += counts[^(absence + 1)];
        }

        double gini = (2 * counts.Select((x, i) => (i + 1d) * x).Sum() / (counts.Length * (double)counts.Sum())) - ((counts.Length + 1d) / counts.Length);

        Assert.Equal(counts.Length, ValueOf(community, "contributors/v1"));
        Assert.Equal(absence, ValueOf(community, "absence-factor/v1"));
        Assert.Equal(gini * counts.Length / (counts.Length - 1), ValueOf(community, "gini-contributors/v1"), 1e-12);
        Assert.Equal(Waiting(rows, 48), ValueOf(community, "answered-48h/v1"), 1e-12);
    }

    [Fact]
    public async Task EventsAtOrAfterAsOf_DoNotCount()
    {
        using CommandLine files = new();
        string[] lines = await File.ReadAllLinesAsync(CommandLine.MathematicsEducators);
        string cut = files.Write("cut.csv", string.Join('\n', lines.Where((l, i) => i == 0 || string.CompareOrdinal(l.Split(',')[2], "2014-04-15T00:00:00Z") < 0)));
        string[] args = ["--as-of", "2014-04-15T00:00:00Z", "--window", "182d", "--json"];

        Outcome whole = await CommandLine.RunAsync(["health", CommandLine.MathematicsEducators, .. args]), part = await CommandLine.RunAsync(["health", cut, .. args]);

        Assert.Equal(part.Out, whole.Out);
    }

    [Fact]
    [Trait("Law", "24")]
    public async Task Document_DoesNotDependOnTheOrderOfLines()
    {
        using CommandLine files = new();
        string[] lines = await File.ReadAllLinesAsync(CommandLine.MathematicsEducators);
        string reversed = files.Write("reversed.csv", string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())));

        Outcome run = await CommandLine.RunAsync(["health", reversed, .. Args.Skip(2)]);

        Assert.Equal((await CommandLine.RunAsync(Args)).Out, run.Out);
    }

    internal static double ValueOf(JsonElement community, string indicator) =>
        community.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("id").GetString() == indicator).GetProperty("value").GetDouble();

    /// <summary>One minus Kaplan-Meier at a time, counted the long way.</summary>
    private static double Waiting(string[][] rows, double hours)
    {
        DateTimeOffset asOf = new(2014, 5, 1, 0, 0, 0, TimeSpan.Zero);
        Dictionary<string, string[]> questions = rows.Where(r => r[3] == "ask").ToDictionary(r => r[4]);
        List<(double Hours, bool Answered)> waits = [];
        foreach (string[] question in questions.Values)
        {
            DateTimeOffset asked = DateTimeOffset.Parse(question[2], System.Globalization.CultureInfo.InvariantCulture);
            double[] answers = [.. rows.Where(r => r[3] == "answer" && r[5] == question[4] && r[1] != question[1])
                .Select(r => (DateTimeOffset.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture) - asked).TotalHours)];
            waits.Add(answers.Length > 0 ? (answers.Min(), true) : ((asOf - asked).TotalHours, false));
        }

        double survival = 1;
        foreach (double t in waits.Where(w => w.Answered && w.Hours <= hours).Select(w => w.Hours).Distinct().Order())
        {
            survival *= 1 - (waits.Count(w => w.Answered && w.Hours == t) / (double)waits.Count(w => w.Hours >= t));
        }

        return 1 - survival;
    }
}
