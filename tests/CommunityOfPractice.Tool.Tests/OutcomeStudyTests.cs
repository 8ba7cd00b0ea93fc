using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityOfPractice.Tool.Tests;

/// <summary><c>cop study outcomes</c>: moments, halves, counts, and what lies ahead.</summary>
public sealed class OutcomeStudyTests
{
    private const string Outcomes = """
        name,status,start,end
        a,graduated,2020-01-01,2022-01-01
        b,retired,2020-01-01,2022-01-01
        c,graduated,2020-01-31,2022-01-01
        d,retired,2020-03-01,2020-09-01
        e,graduated,2020-01-01,2022-01-01
        f,retired,2020-01-01,2022-01-01
        g,current,2020-01-01,2022-01-01

        """;

    /// <summary>Whatever happens at a moment or later changes nothing of what is said about it.</summary>
    [Property(MaxTest = 25)]
    public Property Landmark_NeverSeesLaterEvents() => Prop.ForAll(
        Gen.ListOf(Commit(Gen.Choose(0, 181))).ToArbitrary(),
        Gen.ListOf(Commit(Gen.Choose(182, 700))).ToArbitrary(),
        (before, later) =>
        {
            using CommandLine files = new();
            string outcomes = files.Write("o.csv", Outcomes), past = files.Write("p.csv", Csv(before)), all = files.Write("all.csv", Csv(before.Concat(later)));
            string expected = Study(past, outcomes, "--month", "6").Out;
            Assert.Contains("\"month\": 6", expected, StringComparison.Ordinal);
            Assert.Equal(expected, Study(all, outcomes, "--month", "6").Out);
        });

    [Fact]
    public void Moments_AreCalendarMonthsAfterTheStart_AndWhoeverEndedIsLeftOut()
    {
        using CommandLine files = new();
        string outcomes = files.Write("o.csv", Outcomes);
        JsonElement[] halves = [Study(files.Write("e.csv", Csv([])), outcomes, "--month", "6").Json, Study(files.PathOf("e.csv"), outcomes, "--month", "6", "--hold-out").Json];

        Dictionary<string, string> moments = halves.SelectMany(h => h.GetProperty("tables")[0].GetProperty("cases").EnumerateArray()).ToDictionary(c => c.GetProperty("community").GetString()!, c => c.GetProperty("asOf").GetString()!);
        Assert.Equal(["a", "b", "c", "e", "f"], moments.Keys.Order()); // d ended on the very day, g has neither outcome
        Assert.Equal(("2020-07-01T00:00:00Z", "2020-07-31T00:00:00Z"), (moments["a"], moments["c"]));
        Assert.Equal(1, halves.Sum(h => h.GetProperty("tables")[0].GetProperty("ended").GetInt32()));
    }

    [Theory]
    [InlineData("gradated", "retired", "gradated")]
    [InlineData("graduated", "foo", "foo")]
    public async Task AStatusThatNoCommunityHas_IsRefused(string good, string bad, string unknown)
    {
        using CommandLine files = new();
        string outcomes = files.Write("o.csv", Outcomes), empty = files.Write("e.csv", Csv([]));
        Outcome run = await CommandLine.RunAsync("study", "outcomes", empty, "--outcomes", outcomes, "--good", good, "--bad", bad);
        Assert.Equal((1, $"cop: no community in {outcomes} has the status '{unknown}'\n"), (run.Code, run.Error));
    }

    /// <summary>The rule of docs/validation.md, said again: within an outcome every second one by the hash of the name is held out.</summary>
    [Fact]
    public void Halves_ShareEachOutcome_AndFollowTheHash()
    {
        using CommandLine files = new();
        string[] names = [.. Enumerable.Range(0, 25).Select(i => $"n{i}")];
        string outcomes = files.Write("o.csv", "name,status,start,end\n" + string.Concat(names.Select((n, i) => $"{n},{(i % 3 == 0 ? "retired" : "graduated")},2020-01-01,2022-01-01\n")));
        string empty = files.Write("e.csv", Csv([]));

        string[] calibration = NamesOf(Study(empty, outcomes)), held = NamesOf(Study(empty, outcomes, "--hold-out"));

        Assert.Equal(names.Order(), calibration.Concat(held).Order());
        Assert.Equal(names.Order(StringComparer.Ordinal), NamesOf(Study(empty, outcomes, "--whole")));
        string[] expected = [.. names.Select((n, i) => (n, Bad: i % 3 == 0)).GroupBy(x => x.Bad, x => x.n).SelectMany(g => g.OrderBy(Hash, StringComparer.Ordinal).Where((_, i) => i % 2 == 1))];
        Assert.Equal(expected.Order(), held.Order());

        static string[] NamesOf(Outcome run) => [.. run.Json.GetProperty("tables")[0].GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("community").GetString()!)];

        static string Hash(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }

    [Fact]
    public void Counts_AreThoseOfTheWindow_WithoutBots()
    {
        using CommandLine files = new();
        string outcomes = files.Write("o.csv", "name,status,start,end\na,graduated,2020-01-01,2022-01-01\nb,retired,2020-01-01,2022-01-01\n");
        string activity = files.Write("a.csv", """
            community,person,at,act,actor
            a,ann,2020-01-02,publish,
            a,ann,2020-06-01,publish,
            a,ben,2020-06-02,publish,
            a,robot,2020-06-02,publish,bot
            b,cas,2020-04-01T00:00:00Z,publish,
            b,cas,2020-03-31T23:59:59Z,publish,

            """);
        JsonElement tables = Study(activity, outcomes, "--month", "6", "--window", "91d", "--window", "6mo").Json.GetProperty("tables");

        Assert.Equal([("91d", 2, 2), ("91d", 1, 1), ("6mo", 2, 3), ("6mo", 1, 2)], tables.EnumerateArray().SelectMany(t => t.GetProperty("cases").EnumerateArray().Select(c => (t.GetProperty("window").GetString()!, c.GetProperty("contributors").GetInt32(), c.GetProperty("contributions").GetInt32()))));
        JsonElement[] rows = [.. tables[0].GetProperty("rows").EnumerateArray()];
        Assert.Equal(1, rows.Single(r => r.GetProperty("name").GetString() == "activities").GetProperty("auc").GetProperty("value").GetDouble());
        Assert.Equal(0.5, rows[0].GetProperty("auc").GetProperty("value").GetDouble()); // neither has a score, and both rank lowest
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("auc").ValueKind);
        Assert.Equal((1, 1), (tables[0].GetProperty("unscoredGood").GetInt32(), tables[0].GetProperty("unscoredBad").GetInt32()));
    }

    [Theory]
    [InlineData("name,status,start,end\na,graduated,2020-13-01,2022-01-01\n", "is no day")]
    [InlineData("name,status,start,end\na,graduated,2020-01-01,\n", "is no day")]
    [InlineData("name,status,start\na,graduated,2020-01-01\n", "lacks the columns end")]
    [InlineData("name,status,start,end\na,graduated,2020-01-01,2021-01-01\na,retired,2020-01-01,2021-01-01\n", "is there 2 times")]
    public async Task BadOutcomes_AreNamed(string csv, string expected)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("study", "outcomes", files.Write("a.csv", Csv([])), "--outcomes", files.Write("o.csv", csv), "--good", "graduated", "--bad", "retired");
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal((1, string.Empty), (run.Code, run.Out));
    }

    [Fact]
    public async Task BothHalvesAndOneHalf_AreNotAskedForAtOnce()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("study", "outcomes", files.Write("a.csv", Csv([])), "--outcomes", files.Write("o.csv", Outcomes), "--good", "graduated", "--bad", "retired", "--hold-out", "--whole");
        Assert.Equal(2, run.Code);
        Assert.Contains("--whole", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--month", "0")]
    [InlineData("--window", "6m")]
    [InlineData("--window", "0mo")]
    public async Task OptionsThatCannotBe_AreRefused(string option, string value)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("study", "outcomes", files.Write("a.csv", Csv([])), "--outcomes", files.Write("o.csv", Outcomes), "--good", "graduated", "--bad", "retired", option, value);
        Assert.Equal(2, run.Code);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commits_BecomePublications_AndABotsStayABots()
    {
        using CommandLine files = new();
        string log = files.Write("age.csv", "commit_unix,author_unix,author,is_bot\n1577836800,1,ann,0\n1577836801,1,robot,1\n");
        Outcome run = await CommandLine.RunAsync("import", "commits", log, "--to", "activity");
        Assert.Equal(0, run.Code);
        Assert.Contains("age,ann,2020-01-01T00:00:00Z,publish", run.Out, StringComparison.Ordinal);
        Assert.Contains("bot", run.Out.Split('\n').Single(line => line.Contains("robot", StringComparison.Ordinal)).Replace("robot", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);

        Outcome bad = await CommandLine.RunAsync("import", "commits", files.Write("x.csv", "commit_unix,author,is_bot\nsoon,ann,0\n1577836800,,2\n"));
        Assert.Equal((1, string.Empty), (bad.Code, bad.Out));
        Assert.All(["'soon'", "is no id", "neither 0 nor 1"], fault => Assert.Contains(fault, bad.Error, StringComparison.Ordinal));
    }

    private static Gen<(string Community, int Person, int Day)> Commit(Gen<int> days) =>
        from community in Gen.Elements("a", "b", "e", "f") from person in Gen.Choose(0, 7) from day in days select (community, person, day);

    private static string Csv(IEnumerable<(string Community, int Person, int Day)> commits) =>
        "community,person,at,act\n" + string.Concat(commits.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Community},p{c.Person},{new DateTime(2020, 1, 1).AddDays(c.Day):yyyy-MM-dd},publish\n")));

    private static Outcome Study(string activity, string outcomes, params string[] more) =>
        CommandLine.RunAsync([.. (string[])["study", "outcomes", activity, "--outcomes", outcomes, "--good", "graduated", "--bad", "retired", "--json"], .. more]).GetAwaiter().GetResult();
}
