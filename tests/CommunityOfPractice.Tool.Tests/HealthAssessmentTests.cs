using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>What a score is explained against and how sure it is: <c>--baseline</c>, <c>--draws</c>, <c>--seed</c>.</summary>
public sealed class HealthAssessmentTests
{
    private static readonly string[] Args = ["health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01", "--json"];

    [Fact]
    public async Task Scores_are_explained_against_the_middle_of_the_goalposts_by_default()
    {
        JsonElement community = await Community();

        Assert.Equal(50, community.GetProperty("baseline").GetDouble(), 1e-9);
        Assert.Equal(("okay", JsonValueKind.Null), (Kind(community), community.GetProperty("baselineUsed").GetProperty("window").ValueKind));
    }

    [Fact]
    public async Task A_year_without_a_score_is_said_and_the_middle_used()
    {
        JsonElement community = await Community("--baseline", "last-year", "--draws", "0");

        Assert.Equal("okay", Kind(community));
        Assert.Equal("baseline.no-score", community.GetProperty("baselineUsed").GetProperty("why").GetProperty("code").GetString());
    }

    /// <summary>Charter and artifacts as the files tell of them then.</summary>
    [Fact]
    public async Task The_previous_window_is_read_with_domain_and_practice_of_then()
    {
        using CommandLine files = new();
        StringBuilder rows = new("{\"schema\":\"communityofpractice\",\"version\":1}\n{\"kind\":\"community\",\"community\":\"a\",\"chartered\":\"2023-01-01T00:00:00Z\"}\n");
        rows.Append("{\"kind\":\"membership\",\"community\":\"a\",\"person\":\"p0\",\"from\":\"2023-01-01T00:00:00Z\",\"role\":\"facilitator\"}\n");
        rows.Append("{\"kind\":\"membership\",\"community\":\"a\",\"person\":\"p0\",\"from\":\"2023-01-01T00:00:00Z\",\"role\":\"sponsor\"}\n");
        rows.Append("{\"kind\":\"artifact\",\"community\":\"a\",\"artifact\":\"g1\",\"type\":\"guide\",\"title\":\"Guide\",\"published\":\"2023-01-02T00:00:00Z\",\"steward\":\"p0\"}\n");
        for (int i = 0; i < 180; i++)
        {
            DateTime at = new DateTime(2023, 1, 3, 0, 0, 0, DateTimeKind.Utc).AddDays(i);
            rows.Append(CultureInfo.InvariantCulture, $"{{\"kind\":\"activity\",\"community\":\"a\",\"id\":\"q{i}\",\"person\":\"p{i % 9}\",\"at\":\"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}\",\"act\":\"{(i % 4 == 0 ? "host" : "ask")}\"}}\n");
            rows.Append(CultureInfo.InvariantCulture, $"{{\"kind\":\"activity\",\"community\":\"a\",\"id\":\"r{i}\",\"person\":\"p{(i + 1 + (i % 3)) % 9}\",\"at\":\"{at.AddHours(5 + i % 60):yyyy-MM-dd'T'HH:mm:ss'Z'}\",\"act\":\"answer\",\"in_reply_to\":\"q{i}\"}}\n");
        }

        string path = files.Write("all.jsonl", rows.ToString());
        string model = """
            {"version":"three/1","minimum":{"dimensionCoverage":0.1,"dimensions":2,"contributors":5,"contributions":10,"observedDays":28},"bands":[{"name":"Low","from":0}],
             "dimensions":[{"id":"domain","name":"Domain","weight":1,"indicators":[{"indicator":"sponsor-present/v1","weight":1,"goalposts":{"shape":"binary","points":[50,100]}}]},
             {"id":"practice","name":"Practice","weight":1,"indicators":[{"indicator":"artifact-freshness/v1","weight":1,"goalposts":{"shape":"linear","points":[0.2,1]}}]}]}
            """;
        string own = files.Write("model.json", model);

        JsonElement now = (await CommandLine.RunAsync("health", path, "--as-of", "2023-06-30", "--window", "80d", "--json", "--draws", "0", "--model", own, "--baseline", "previous")).Community("a");
        JsonElement then = (await CommandLine.RunAsync("health", path, "--as-of", "2023-04-11", "--window", "80d", "--json", "--draws", "0", "--model", own)).Community("a");

        Assert.Equal("previousPeriod", Kind(now));
        Assert.Equal(then.GetProperty("score").GetDouble(), now.GetProperty("baseline").GetDouble(), 1e-9);
        Assert.True(now.GetProperty("score").GetDouble() < now.GetProperty("baseline").GetDouble()); // the guide grew older
    }

    [Fact]
    public async Task Draws_give_an_interval_and_none_leaves_it_out()
    {
        JsonElement few = await Community("--draws", "40"), none = await Community("--draws", "0");

        Assert.Equal(40, few.GetProperty("uncertainty").GetProperty("draws").GetInt32());
        Assert.Equal(JsonValueKind.Null, none.GetProperty("uncertainty").ValueKind);
        Assert.Equal(few.GetProperty("score").GetDouble(), none.GetProperty("score").GetDouble());
    }

    [Fact]
    [Trait("Law", "24")]
    public async Task The_same_seed_gives_the_same_interval_and_another_one_another()
    {
        string Draw(JsonElement community) => community.GetProperty("uncertainty").GetRawText();
        JsonElement one = await Community("--draws", "40", "--seed", "7"), again = await Community("--draws", "40", "--seed", "7"), other = await Community("--draws", "40", "--seed", "8");

        Assert.Equal("7", one.GetProperty("uncertainty").GetProperty("seed").GetString());
        Assert.Equal(Draw(one), Draw(again));
        Assert.NotEqual(Draw(one), Draw(other));
    }

    [Theory]
    [InlineData("--draws", "5", "5 is not a number of draws")]
    [InlineData("--draws", "-1", "-1 is not a number of draws")]
    [InlineData("--baseline", "best", "'best' is not okay, previous or last-year")]
    [InlineData("--seed", "-3", "-3")]
    public async Task What_makes_no_sense_is_refused(string option, string value, string message)
    {
        Outcome run = await CommandLine.RunAsync([.. Args, option, value]);

        Assert.NotEqual(0, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Community(params string[] more) => (await CommandLine.RunAsync([.. Args, .. more])).Community("matheducators");

    private static string? Kind(JsonElement community) => community.GetProperty("baselineUsed").GetProperty("kind").GetString();
}
