using System.Globalization;
using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Two real histories go through the library's rules without loss.</summary>
public sealed class HistoryTests
{
    private const string Rust = "rust-teams.csv.gz", Kubernetes = "kubernetes-teams.csv.gz";

    [Fact]
    public Task Rust_ReplaysWithoutLoss() => AssertReplaysAsync(Rust, "2019-01-01", "2019-03-13", "2020-06-09", "2021-06-16", "2022-04-06", "2023-12-06", "2023-12-07", "2024-11-04", "2025-10-01", "2026-08-23");

    [Fact]
    [Trait("Category", "Slow")]
    public Task Kubernetes_ReplaysWithoutLoss() =>
        AssertReplaysAsync(Kubernetes, "2018-08-24", "2019-01-16", "2019-03-14", "2020-07-22", "2021-05-05", "2022-01-01", "2023-01-01", "2024-02-20", "2025-07-30", "2026-08-22");

    [Fact]
    public Task Rust_BreaksNoInvariant() => AssertSoundAsync(Rust);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Kubernetes_BreaksNoInvariant() => AssertSoundAsync(Kubernetes);

    [Fact]
    public async Task TheOrderOfLines_MakesNoDifference()
    {
        using CommandLine files = new();
        HistoryFile history = new(Rust);
        string[] shuffled = [.. history.Lines];
        new Random(11).Shuffle(shuffled);
        string csv = files.Write("shuffled.csv", string.Join('\n', shuffled.Prepend(history.Header)));

        Outcome one = await CommandLine.RunAsync("replay", "--memberships", history.Path, "--as-of", "2024-01-01", "--json");
        Outcome other = await CommandLine.RunAsync("replay", "--memberships", csv, "--as-of", "2024-01-01", "--json");

        Assert.Equal(0, one.Code);
        Assert.Equal(one.Out, other.Out);
    }

    [Fact]
    public async Task TheLapseRule_OverRust_WhenNothingElseIsKnown()
    {
        HistoryFile history = new(Rust);

        Outcome run = await CommandLine.RunAsync("policy", "dry-run", "--memberships", history.Path, "--from", "2019-01-01", "--to", "2026-08-22", "--assume-known", "--json");

        Assert.Equal(0, run.Code);
        JsonElement lapses = run.Json.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("fact").GetString() == "MemberLapsed");
        Assert.Equal("lapse-inactive/1", lapses.GetProperty("rule").GetString());
        Assert.True(lapses.GetProperty("count").GetInt32() > 100);
        Assert.True(run.Json.GetProperty("cameBack").GetInt32() > 0);
    }

    [Fact]
    public async Task TheLapseRule_DoesNothing_WhenNothingIsKnown()
    {
        Outcome run = await CommandLine.RunAsync("policy", "dry-run", "--memberships", new HistoryFile(Rust).Path, "--from", "2019-01-01", "--to", "2026-08-22");

        Assert.Equal(0, run.Code);
        Assert.Contains("lapse-inactive/1 did not work in 246 of 246 communities: Activities are not known here", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("MemberLapsed", run.Out, StringComparison.Ordinal);
    }

    private static async Task AssertReplaysAsync(string name, params string[] dates)
    {
        HistoryFile history = new(name);
        foreach (string date in dates)
        {
            DateTimeOffset asOf = DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            Outcome run = await CommandLine.RunAsync("replay", "--memberships", history.Path, "--as-of", date, "--json");

            Assert.DoesNotContain("error", run.Error, StringComparison.Ordinal);
            Assert.Equal(0, run.Code);
            JsonElement[] communities = [.. run.Json.GetProperty("communities").EnumerateArray()];
            Assert.Equal(history.Teams.Order(StringComparer.Ordinal), communities.Select(c => c.GetProperty("id").GetString()!));
            Dictionary<string, (int, int)> expected = history.CountsBefore(asOf);
            Assert.All(communities, c => Assert.Equal(
                expected[c.GetProperty("id").GetString()!],
                (c.GetProperty("members").GetProperty("active").GetInt32(), c.GetProperty("roles").GetProperty("facilitator").GetInt32())));
        }
    }

    private static async Task AssertSoundAsync(string name)
    {
        Outcome run = await CommandLine.RunAsync("audit", "--memberships", new HistoryFile(name).Path, "--as-of", "2026-08-23", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(0, run.Json.GetProperty("refusals").GetInt32());
        Assert.DoesNotContain(run.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("severity").GetString() == "error");
    }
}
