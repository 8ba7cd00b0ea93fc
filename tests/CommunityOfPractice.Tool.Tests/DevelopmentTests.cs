using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Evidence;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Stage, alerts and trends in <c>cop health</c>: a line on the one screen, everything with --all, in JSON and on the page.</summary>
public sealed class DevelopmentTests
{
    [Fact]
    public async Task A_log_alone_has_a_stage_with_what_is_not_known()
    {
        Outcome text = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01"), json = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01", "--json");
        Assert.Contains("\nStage           Coalescing (40 % known)\n", text.Out, StringComparison.Ordinal);
        JsonElement stage = json.Community("matheducators").GetProperty("stage");
        Assert.Equal(("Coalescing", 0.4), (stage.GetProperty("stage").GetString(), stage.GetProperty("confidence").GetDouble()));
        Assert.Equal(["stage.active"], stage.GetProperty("evidenceAgainst").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, json.Community("matheducators").GetProperty("trends").ValueKind); // not two quarters of life
        Assert.Empty(json.Community("matheducators").GetProperty("alerts").EnumerateArray());
    }

    /// <summary>Two years: members start what happens, several carry it, then fewer and fewer come and one organises alone.</summary>
    [Fact]
    public async Task Stage_alerts_and_trends_are_shown_everywhere()
    {
        using CommandLine files = new();
        string[] run = ["health", files.Write("all.jsonl", Life()), "--as-of", "2024-12-30"];
        string screen = (await CommandLine.RunAsync(run)).Out, all = (await CommandLine.RunAsync([.. run, "--all"])).Out;
        string page = files.PathOf("page.html");
        Outcome json = await CommandLine.RunAsync([.. run, "--json", "--html", page]);
        string html = await File.ReadAllTextAsync(page);

        Assert.Contains("\nStage           Maturing", screen, StringComparison.Ordinal);
        Assert.Contains("\nAlerts          succession risk since ", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Trends over", screen, StringComparison.Ordinal);
        Assert.Contains("Lacks for the next stage, or is not known:", all, StringComparison.Ordinal);
        Assert.Contains("Trends over 8 periods as long as the window", all, StringComparison.Ordinal);
        Assert.Contains("[succession-risk/v1]", all, StringComparison.Ordinal);
        foreach (string heading in (string[])["Stage", "Alerts", "Trends"])
        {
            Assert.Contains($"<h2>{heading}</h2>", html, StringComparison.Ordinal);
        }

        Assert.Contains("Maturing (first shown by the period up to 2023-07-02)", html, StringComparison.Ordinal);
        JsonElement community = json.Community("a");
        Assert.Equal(["band", "betweenBands", "stage", "alerts", "trends"], community.EnumerateObject().Select(p => p.Name).Where(n => n is "band" or "betweenBands" or "stage" or "alerts" or "trends"));
        Assert.Equal(("Maturing", "succession-risk/v1", 8), (community.GetProperty("stage").GetProperty("stage").GetString(), community.GetProperty("alerts")[0].GetProperty("rule").GetString(), community.GetProperty("trends").GetProperty("periods").GetArrayLength()));
        JsonElement same = (await CommandLine.RunAsync(["trends", run[1], "--as-of", "2024-12-30", "--json"])).Community("a");
        Assert.Equal(same.GetProperty("alerts").GetRawText().Replace(" ", string.Empty, StringComparison.Ordinal).ReplaceLineEndings(string.Empty), community.GetProperty("alerts").GetRawText().Replace(" ", string.Empty, StringComparison.Ordinal).ReplaceLineEndings(string.Empty));
    }

    /// <summary>What is not known may be there: the one screen names what lacks, however the sentence about the other begins.</summary>
    [Fact]
    public void The_next_stage_lacks_what_is_known_to_lack()
    {
        StageAssessment stage = new(CommunityStage.Maturing, null, 0.5, "stage/1")
        {
            NextStageGaps = [new("stage.facilitators", "1 facilitator; whether somebody has agreed to follow is not known."), new("stage.purpose", "The purpose review is overdue.")],
            NotKnown = ["stage.facilitators"],
        };
        Assert.Equal("maturing, the next one lacks: The purpose review is overdue (50 % known)", StageWords.Line(stage));
        Assert.Equal("maturing (50 % known)", StageWords.Line(stage with { NotKnown = ["stage.facilitators", "stage.purpose"] }));
    }

    /// <summary>Of a long life hundreds of periods are made: who ends the command does not wait for them.</summary>
    [Fact]
    public void Stages_and_alerts_end_when_they_are_cancelled()
    {
        FileEvidence files = new(new InterchangeData(new ActivityLogBuilder().Build(), [], [], [], []), new TimeWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)));
        Assert.Throws<OperationCanceledException>(() => files.StageOf(new("a"), new CancellationToken(true)));
        Assert.Throws<OperationCanceledException>(() => files.AlertsOf(new("a"), SuppressionPolicy.Default, new CancellationToken(true)));
        Assert.Null(files.StageOf(new("a"), default));
        Assert.Empty(files.AlertsOf(new("a"), SuppressionPolicy.Default, default));
    }

    /// <summary>A status has no date: it counts where the files know of nothing later, and the future does not reach back.</summary>
    [Theory]
    [InlineData("2024-12-30", "Transformation", "transformation 1")]
    [InlineData("2024-06-30", "Maturing", "maturing 1")]
    public async Task A_status_counts_only_where_nothing_happened_later(string asOf, string stage, string portfolio)
    {
        using CommandLine files = new();
        string path = files.Write("all.jsonl", Life().Replace("\"chartered\"", "\"status\":\"retired\",\"chartered\"", StringComparison.Ordinal));
        Assert.Equal(stage, (await CommandLine.RunAsync("health", path, "--as-of", asOf, "--json", "--draws", "0")).Community("a").GetProperty("stage").GetProperty("stage").GetString());
        Outcome report = await CommandLine.RunAsync("portfolio", path, "--as-of", asOf), json = await CommandLine.RunAsync("portfolio", path, "--as-of", asOf, "--json");
        Assert.Contains($"By stage, as far as files tell: {portfolio}", report.Out, StringComparison.Ordinal);
        Assert.Equal(stage, json.Json.GetProperty("communities")[0].GetProperty("stage").GetString());
    }

    private static string Life()
    {
        StringBuilder rows = new("{\"schema\":\"communityofpractice\",\"version\":1}\n{\"kind\":\"community\",\"community\":\"a\",\"chartered\":\"2023-01-02T00:00:00Z\"}\n");
        rows.Append("{\"kind\":\"membership\",\"community\":\"a\",\"person\":\"p0\",\"from\":\"2023-01-01T00:00:00Z\",\"role\":\"facilitator\"}\n");
        for (int member = 0; member < 40; member++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{{\"kind\":\"membership\",\"community\":\"a\",\"person\":\"p{member}\",\"from\":\"{Day(20 * Math.Max(0, member - 6))}\"}}\n");
        }

        for (int day = 0; day < 728; day++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{{\"kind\":\"activity\",\"community\":\"a\",\"person\":\"p{day % Math.Min(40, 7 + (day / 20))}\",\"at\":\"{Day(day)}\",\"act\":\"ask\"}}\n");
        }

        return rows.ToString();
    }

    private static string Day(int day) => new DateTime(2023, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddDays(day).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
