using System.Text.Json;
using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Which model a report is made with, and what files of gatherings and artifacts add to it.</summary>
public sealed class HealthModelTests
{
    private const string Rows = """
        {"schema":"communityofpractice","version":1}
        {"kind":"community","community":"a","chartered":"2024-01-01T00:00:00Z"}
        {"kind":"membership","community":"a","person":"ann","from":"2024-01-01T00:00:00Z"}
        {"kind":"gathering","community":"a","gathering":"weekly","title":"Weekly","start":"2024-01-03T10:00:00Z","end":"2024-01-03T11:00:00Z","rrule":"FREQ=WEEKLY;COUNT=8","type":"talk","status":"held"}
        {"kind":"artifact","community":"a","artifact":"g1","type":"guide","title":"Guide","published":"2024-01-02T00:00:00Z","steward":"ann"}
        {"kind":"activity","community":"a","person":"ann","at":"2024-02-20T00:00:00Z","act":"post"}
        {"kind":"activity","community":"a","person":"bob","at":"2024-02-21T00:00:00Z","act":"use","thread":"g1"}
        """;

    [Fact]
    public async Task Files_with_charter_and_artifacts_are_read_by_the_model_of_communities()
    {
        using CommandLine files = new();
        string path = files.Write("all.jsonl", Rows);

        Outcome run = await CommandLine.RunAsync("health", path, "--json"), forced = await CommandLine.RunAsync("health", path, "--json", "--model", "activity");

        Assert.Equal(("", 0), (run.Error, run.Code));
        Assert.Equal("community/2", run.Json.GetProperty("modelVersion").GetString());
        Assert.Equal(7.0 / 7, Value(run, "cadence-adherence/v1"));
        Assert.Equal(0, Value(run, "orphaned-artifacts/v1"));
        Assert.InRange(Value(run, "artifact-freshness/v1")!.Value, 0.9, 1);
        Assert.Equal("activity/5", forced.Json.GetProperty("modelVersion").GetString());
    }

    /// <summary>A calendar that nobody keeps up says nothing of what took place.</summary>
    [Fact]
    public async Task A_series_of_which_nothing_is_said_is_no_rhythm_kept()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("health", files.Write("all.jsonl", Rows.Replace(",\"status\":\"held\"", string.Empty, StringComparison.Ordinal)), "--json");

        Assert.Equal("gatherings.untold", Of(run, "cadence-adherence/v1").GetProperty("reason").GetProperty("code").GetString());
    }

    /// <summary>To cancel everything is no better than to hold it: what was planned stays so, and nothing of it was met.</summary>
    [Fact]
    public async Task A_series_of_which_everything_was_cancelled_is_a_rhythm_not_kept()
    {
        using CommandLine files = new();
        string rows = files.Write("all.jsonl", Rows.Replace("\"held\"", "\"cancelled\"", StringComparison.Ordinal)), page = files.PathOf("page.html");
        Outcome run = await CommandLine.RunAsync("health", rows, "--as-of", "2024-03-01", "--json");

        Assert.Equal(0, Value(run, "cadence-adherence/v1"));
        Assert.Equal(7, Of(run, "cadence-adherence/v1").GetProperty("n").GetInt32());
        Assert.Equal("gatherings.untold", Of(run, "host-absence-factor/v1").GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal("gatherings.untold", Of(run, "gathering-burstiness/v1").GetProperty("reason").GetProperty("code").GetString());
        await CommandLine.RunAsync("health", rows, "--as-of", "2024-03-01", "--html", page);
        Assert.Contains("0 gatherings held, 0 planned and not confirmed, 8 cancelled", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    /// <summary>An instant is told of one gathering, on the page as in readings: the one that started last.</summary>
    [Theory]
    [InlineData("09:00", "10:00", "10:00", "11:00")]
    [InlineData("00:00", "23:59", "10:00", "11:00")]
    public async Task The_page_counts_gatherings_as_readings_do(string from, string until, string start, string end)
    {
        using CommandLine files = new();
        string gatherings = files.Write("g.csv", $"community,gathering,title,start,end\nc,one,One,2026-02-02T{from}:00Z,2026-02-02T{until}:00Z\nc,two,Two,2026-02-02T{start}:00Z,2026-02-02T{end}:00Z\nc,long,Long,2025-12-01T00:00:00Z,2026-01-10T00:00:00Z\n");
        string activity = files.Write("a.csv", "community,person,at,act\nc,ann,2026-02-02T10:00:00Z,host\nc,ann,2026-01-05T10:00:00Z,host\nc,ann,2026-03-30T10:00:00Z,post\n"), page = files.PathOf("page.html");
        string[] command = ["health", gatherings, activity, "--as-of", "2026-04-01", "--window", "91d"]; // the long one began before the window
        Outcome run = await CommandLine.RunAsync([.. command, "--json"]);
        await CommandLine.RunAsync([.. command, "--html", page]);

        Assert.Equal(1, Of(run, "host-absence-factor/v1").GetProperty("have").GetDouble());
        Assert.Contains("1 gatherings held, 1 planned and not confirmed, 0 cancelled", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    /// <summary>What was held was hosted, and people came: once each, also where the activities say so too, and a row of a series that was held is one of the series.</summary>
    [Fact]
    public async Task Gatherings_that_were_held_are_acts_of_their_hosts_and_guests()
    {
        using CommandLine files = new();
        string gatherings = files.Write("g.csv", """
            community,gathering,title,start,end,rrule,except,series,hosts,status
            c,s,Weekly,2026-01-05T10:00:00Z,2026-01-05T11:00:00Z,FREQ=WEEKLY;COUNT=12,2026-01-19T10:00:00Z,,ann,
            c,s3,Weekly,2026-01-19T10:00:00Z,2026-01-19T11:00:00Z,,,s,bob,held
            c,one,Talk,2026-02-01T10:00:00Z,2026-02-01T11:00:00Z,,,,ann|bob,held
            c,two,Talk,2026-02-02T10:00:00Z,2026-02-02T11:00:00Z,,,,ann,scheduled
            """);
        string attendance = files.Write("t.csv", "community,gathering,person,attended\nc,s,ann,yes\nc,one,cyd,yes\n");
        string activity = files.Write("a.csv", "community,person,at,act\nc,ann,2026-02-01T10:05:00Z,host\nc,eve,2026-03-01T10:00:00Z,host\nc,eve,2026-03-30T10:00:00Z,post\n");
        string members = files.Write("m.csv", "community,person,from,role\nc,ann,2025-01-01,facilitator\n");

        Outcome run = await CommandLine.RunAsync("health", gatherings, attendance, activity, members, "--as-of", "2026-04-01", "--json");

        // ann hosted s and one, bob s3 and one, eve one of her own
        Assert.Equal(2, Value(run, "absence-factor-hosting/v1"));
        Assert.Equal((4, 3), (Of(run, "host-absence-factor/v1").GetProperty("n").GetInt32(), (int)Of(run, "host-absence-factor/v1").GetProperty("details").GetProperty("hosts").GetDouble()));
        Assert.Equal(4 / 11.0, Value(run, "cadence-adherence/v1")!.Value, 12); // the talk and what eve hosted lie within planned periods too
        string page = files.PathOf("page.html");
        await CommandLine.RunAsync("health", gatherings, attendance, activity, members, "--as-of", "2026-04-01", "--html", page);
        Assert.Contains("4 gatherings held, 11 planned and not confirmed, 0 cancelled", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_alone_are_read_by_the_model_of_activities()
    {
        Outcome run = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01", "--json");

        Assert.Equal("activity/5", run.Json.GetProperty("modelVersion").GetString());
    }

    [Fact]
    public async Task A_model_in_a_file_is_used_and_every_fault_of_one_is_named()
    {
        using CommandLine files = new();
        string own = JsonSerializer.Serialize(HealthModel.Activity, HealthJson.Model).Replace("activity/5", "contoso/7", StringComparison.Ordinal);
        string right = files.Write("right.json", own), wrong = files.Write("wrong.json", own.Replace("isolates/v1", "isolates/v99", StringComparison.Ordinal).Replace("\"weight\":0.6", "\"weight\":0", StringComparison.Ordinal));

        Outcome good = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01", "--json", "--model", right);
        Outcome bad = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--model", wrong);

        Assert.Equal("contoso/7", good.Json.GetProperty("modelVersion").GetString());
        Assert.NotEqual(0, bad.Code);
        Assert.Contains("$.dimensions[0].weight (line 1): a weight is positive", bad.Error, StringComparison.Ordinal);
        Assert.Contains("there is no indicator 'isolates/v99'", bad.Error, StringComparison.Ordinal);
    }

    /// <summary>Doubts go to standard error and change nothing in the report.</summary>
    [Fact]
    public async Task A_model_that_scores_what_is_not_to_be_scored_is_used_with_a_warning()
    {
        using CommandLine files = new();
        string own = JsonSerializer.Serialize(HealthModel.Activity, HealthJson.Model).Replace("isolates/v1", "density/v1", StringComparison.Ordinal).Replace("shared-weeks/v1", "contributors/v1", StringComparison.Ordinal);
        Outcome run = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01", "--json", "--draws", "0", "--model", files.Write("own.json", own));

        Assert.Equal(0, run.Code);
        Assert.Matches("warning: .*own.json: 'density/v1' is scored, which the catalogue reports beside the score.* \\[doubt.context\\]", run.Error);
        Assert.Matches("warning: .*own.json: 'contributors/v1' is scored, which grows with size.* \\[doubt.volume\\]", run.Error);
        Assert.Equal(JsonValueKind.Number, run.Community("matheducators").GetProperty("score").ValueKind);
    }

    private static double? Value(Outcome run, string indicator)
    {
        JsonElement value = Of(run, indicator).GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
    }

    private static JsonElement Of(Outcome run, string indicator) =>
        run.Json.GetProperty("communities").EnumerateArray().Single().GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("id").GetString() == indicator);
}
