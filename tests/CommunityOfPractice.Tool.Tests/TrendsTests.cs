using System.Text.Json;
using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Trends and alerts, and the processing record.</summary>
public sealed class TrendsTests
{
    [Fact]
    public async Task A_community_that_grows_rises_and_one_that_stands_still_does_not()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\n" + string.Concat(
            from period in Enumerable.Range(0, 8) from person in Enumerable.Range(0, 30) where person < 6 + (3 * period) select $"grows,p{person},{Day((period * 28) + (person % 28))},post\nstays,p{person % 8},{Day((period * 28) + (person % 28))},post\n"));
        Outcome run = await CommandLine.RunAsync("trends", csv, "--window", "28d", "--periods", "8", "--as-of", Day(224), "--json");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        JsonElement contributors = Trend(run.Community("grows"), Contributors.Id);
        Assert.Equal(("Rising", "MannKendallExact"), (contributors.GetProperty("direction").GetString(), contributors.GetProperty("method").GetString()));
        Assert.True(contributors.GetProperty("adjustedP").GetDouble() < 0.05);
        Assert.NotEqual("Rising", Trend(run.Community("stays"), Contributors.Id).GetProperty("direction").GetString());
        Assert.Equal(StandardIndicators.All.Count, run.Community("grows").GetProperty("trends").GetProperty("trends").GetArrayLength());
    }

    [Fact]
    public async Task A_community_that_goes_quiet_and_comes_back_is_told_once_each()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\n" + string.Concat(
            from period in Enumerable.Range(0, 10) from person in Enumerable.Range(0, 12) where period is not (6 or 7) || person == 0 select $"c,p{person},{Day((period * 28) + person)},post\n"));
        Outcome json = await CommandLine.RunAsync("trends", csv, "--as-of", Day(280), "--json", "--periods", "2"), text = await CommandLine.RunAsync("trends", csv, "--as-of", Day(280), "--periods", "2");
        Assert.Equal(["gone-quiet/v1", "came-back/v1"], json.Community("c").GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("rule").GetString()));
        Assert.Contains("The community has gone quiet: far fewer contributions than usual. [gone-quiet/v1]", text.Out, StringComparison.Ordinal);
        Assert.Equal(0, text.Code);
    }

    /// <summary>Nineteen newcomers in the last four weeks are seen, and a bot that was there before anybody moves nothing.</summary>
    [Fact, Trait("Law", "18")]
    public async Task Law18_alerts_look_at_the_last_four_weeks_and_never_at_bots()
    {
        using CommandLine files = new();
        string rows = "community,person,at,act,actor\n" + string.Concat(Enumerable.Range(0, 200).Select(day => $"c,p{day % 8},{Day(day)},post,\n"))
            + string.Concat(Enumerable.Range(0, 19).Select(i => $"c,new{i},{Day(180 + i)},post,\n"));
        Outcome people = await CommandLine.RunAsync("trends", files.Write("a.csv", rows), "--as-of", Day(200), "--json", "--periods", "2");
        Outcome bots = await CommandLine.RunAsync("trends", files.Write("b.csv", rows + $"c,robot,{Day(-20)},post,bot\n"), "--as-of", Day(200), "--json", "--periods", "2");
        JsonElement alert = people.Community("c").GetProperty("alerts").EnumerateArray().Single();
        Assert.Equal(("first-contribution/v1", 19), (alert.GetProperty("rule").GetString(), alert.GetProperty("evidence")[0].GetProperty("number").GetInt32()));
        Assert.StartsWith(Day(172), alert.GetProperty("raised").GetProperty("from").GetString(), StringComparison.Ordinal);
        Assert.Equal(people.Out, bots.Out);
    }

    [Fact]
    public async Task Text_shows_what_moves_and_all_shows_every_test_and_equal_names_have_their_ids()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\n" + string.Concat(
            from period in Enumerable.Range(0, 8) from person in Enumerable.Range(0, 30) where person < 6 + (3 * period) select $"grows,p{person},{Day((period * 28) + (person % 28))},post\nstays,p{person % 8},{Day((period * 28) + (person % 28))},post\n"));
        string names = files.Write("c.csv", "community,name\ngrows,Circle\nstays,Circle\n");
        string[] run = ["trends", csv, names, "--window", "28d", "--periods", "8", "--as-of", Day(224)];
        string brief = (await CommandLine.RunAsync(run)).Out, all = (await CommandLine.RunAsync([.. run, "--all"])).Out;
        Assert.Contains("Circle (grows)", brief, StringComparison.Ordinal);
        Assert.Contains("Circle (stays)", brief, StringComparison.Ordinal);
        Assert.Matches("Contributors +rising", brief);
        Assert.DoesNotContain("Share of the most active tenth", brief, StringComparison.Ordinal); // it does not move
        Assert.DoesNotContain("Started by members", all, StringComparison.Ordinal); // nor was it tested
        Assert.Matches("Contributors +no detectable trend", all);
        Assert.Matches("Of [0-9]+ readings [0-9]+ are seen to rise or fall", brief);
        Assert.Contains("<0.001", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("--all", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_community_is_not_told_about()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\n" + string.Concat(Enumerable.Range(0, 200).Select(day => $"c,p{day % 4},{Day(day)},post\n")));
        JsonElement all = (await CommandLine.RunAsync("trends", csv, "--window", "28d", "--periods", "6", "--json")).Community("c").GetProperty("trends").GetProperty("trends");
        Assert.Equal("TooLittleData", all.EnumerateArray().Single(t => t.GetProperty("info").GetProperty("id").GetString() == Contributors.Id).GetProperty("direction").GetString());
        Assert.All(all.EnumerateArray().SelectMany(t => t.GetProperty("series").EnumerateArray()), m => Assert.NotEqual("value", m.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task What_does_not_fit_or_does_not_exist_is_named()
    {
        Outcome old = await CommandLine.RunAsync("trends", CommandLine.MathematicsEducators, "--as-of", "0001-06-01", "--window", "91d", "--periods", "40");
        Outcome none = await CommandLine.RunAsync("trends", CommandLine.MathematicsEducators, "--community", "x");
        Assert.Equal((2, 2), (old.Code, none.Code));
        Assert.Contains("40 periods of 91d do not fit before 0001-06-01", old.Error, StringComparison.Ordinal);
        Assert.Contains("there is no community 'x' in the files", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_processing_record_names_every_reading()
    {
        Outcome page = await CommandLine.RunAsync("privacy", "record"), same = await CommandLine.RunAsync("privacy", "record", "--markdown"), json = await CommandLine.RunAsync("privacy", "record", "--json", "--k", "8");
        Assert.Equal((0, page.Out), (page.Code, same.Out));
        Assert.All(StandardIndicators.All, i => Assert.Contains($"(`{i.Info.Id}`)", page.Out, StringComparison.Ordinal));
        Assert.Equal(("91d", "community/2, activity/5"), (json.Json.GetProperty("window").GetString(), json.Json.GetProperty("modelVersion").GetString()));
        Assert.Contains("community/2, activity/5", page.Out, StringComparison.Ordinal);
        Assert.Contains("- When reports end: every 7 days, counted from 2000-01-03 00:00 UTC", page.Out, StringComparison.Ordinal);
        Assert.Equal(8, json.Json.GetProperty("suppression").GetProperty("smallestGroup").GetInt32());
        Assert.Equal(StandardIndicators.All.Select(i => i.Info.Id), json.Json.GetProperty("entries").EnumerateArray().Take(StandardIndicators.All.Count).Select(e => e.GetProperty("id").GetString()));
    }

    private static JsonElement Trend(JsonElement community, string indicator) =>
        community.GetProperty("trends").GetProperty("trends").EnumerateArray().Single(t => t.GetProperty("info").GetProperty("id").GetString() == indicator);

    private static string Day(int day) => new DateTime(2024, 1, 1).AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
