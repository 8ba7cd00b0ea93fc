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
        {"kind":"gathering","community":"a","gathering":"weekly","title":"Weekly","start":"2024-01-03T10:00:00Z","end":"2024-01-03T11:00:00Z","rrule":"FREQ=WEEKLY;COUNT=8","type":"talk"}
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
        Assert.Equal("community/1", run.Json.GetProperty("modelVersion").GetString());
        Assert.Equal(7.0 / 7, Value(run, "cadence-adherence/v1"));
        Assert.Equal(0, Value(run, "orphaned-artifacts/v1"));
        Assert.InRange(Value(run, "artifact-freshness/v1")!.Value, 0.9, 1);
        Assert.Equal("activity/2", forced.Json.GetProperty("modelVersion").GetString());
    }

    [Fact]
    public async Task Activities_alone_are_read_by_the_model_of_activities()
    {
        Outcome run = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01", "--json");

        Assert.Equal("activity/2", run.Json.GetProperty("modelVersion").GetString());
    }

    [Fact]
    public async Task A_model_in_a_file_is_used_and_every_fault_of_one_is_named()
    {
        using CommandLine files = new();
        string own = JsonSerializer.Serialize(HealthModel.Activity, HealthJson.Model).Replace("activity/2", "contoso/7", StringComparison.Ordinal);
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
        JsonElement value = run.Community("a").GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("id").GetString() == indicator).GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
    }
}
