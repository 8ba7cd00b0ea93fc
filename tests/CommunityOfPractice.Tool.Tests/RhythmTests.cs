using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Last interaction, dormancy by the library's rule, cadence, and the comparison with what a source marks.</summary>
public sealed class RhythmTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A second opinion on C5: dormant when the last contribution lies 90 days back, told 14 days before that.</summary>
    [Property(MaxTest = 40)]
    public Property C5_Dormant_WhenTheLastInteractionLies90DaysBack() => Prop.ForAll(
        Gen.NonEmptyListOf(Gen.Choose(0, 300)).ToArbitrary(),
        Gen.Choose(1, 420).ToArbitrary(),
        (days, asOf) =>
        {
            int? last = days.Where(day => day < asOf).Select(day => (int?)day).Max();
            string csv = "community,person,at,act\n" + string.Concat(days.Select(day => $"c,p,{Iso(day)},post\n"));
            using CommandLine files = new();
            JsonElement c = CommandLine.RunAsync("rhythm", files.Write("a.csv", csv), "--as-of", Iso(asOf), "--json").GetAwaiter().GetResult().Community("c");
            (string State, string? Since) expected = last is not { } day ? ("unknown", null)
                : asOf - day > 90 ? ("dormant", Iso(day + 90))
                : asOf - day > 76 ? ("noticed", Iso(day + 76))
                : ("active", null);
            Assert.Equal(expected, (c.GetProperty("state").GetString()!, c.GetProperty("since").GetString()));
            Assert.Equal(last is { } at ? Iso(at) : null, c.GetProperty("lastInteraction").GetString());
        });

    [Fact]
    public async Task LooksAndBots_AreNoInteraction_AndUnknownIsNoSilence()
    {
        const string Activity = """
            community,person,at,act,actor
            seen,ann,2024-01-01,post,
            seen,ann,2024-06-01,view,
            seen,robot,2024-06-01,post,bot
            other,ann,2024-01-01,post,

            """;
        using CommandLine files = new();
        string activity = files.Write("a.csv", Activity), communities = files.Write("c.csv", "community,chartered\nsilent,2024-01-01\nundated,\nlater,2025-01-01\n");

        Outcome plain = await CommandLine.RunAsync("rhythm", activity, "--communities", communities, "--as-of", "2024-07-01", "--json");
        Outcome known = await CommandLine.RunAsync("rhythm", activity, "--communities", communities, "--as-of", "2024-07-01", "--json", "--assume-known");

        Assert.Equal((0, string.Empty), (plain.Code, plain.Error));
        Assert.Equal("2024-03-31T00:00:00Z", plain.Community("seen").GetProperty("since").GetString());
        Assert.Equal(["unknown", "unknown", "unknown"], ((string[])["silent", "undated", "later"]).Select(id => plain.Community(id).GetProperty("state").GetString()));
        Assert.Equal(["dormant", "unknown", "unknown"], ((string[])["silent", "undated", "later"]).Select(id => known.Community(id).GetProperty("state").GetString()));
    }

    [Fact]
    public async Task APolicy_CanDifferFromTheDefault()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\nc,p,2024-01-01,post\n"), policy = files.Write("p.json", """{"community":{"version":"mine/1","noInteraction":"200.00:00:00"}}""");
        Assert.Equal("active", (await CommandLine.RunAsync("rhythm", csv, "--as-of", "2024-06-01", "--policy", policy, "--json")).Community("c").GetProperty("state").GetString());
        Assert.Contains("dormant after 200d", (await CommandLine.RunAsync("rhythm", csv, "--as-of", "2024-06-01", "--policy", policy)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E1_APlannedRhythm_ComesFromASeries()
    {
        using CommandLine files = new();
        string csv = files.Write("g.csv", """
            community,gathering,title,start,end,timezone,series,rrule,except,status
            c,s,Weekly,2024-03-04T17:00:00Z,2024-03-04T18:00:00Z,Europe/Berlin,,FREQ=WEEKLY;COUNT=6,2024-03-11T17:00:00Z|2024-03-18T17:00:00Z|2024-04-01T16:00:00Z,
            c,moved,Weekly,2024-03-19T17:00:00Z,2024-03-19T18:00:00Z,Europe/Berlin,s,,,
            c,off,Weekly,2024-04-02T16:00:00Z,2024-04-02T17:00:00Z,Europe/Berlin,s,,,cancelled

            """);
        JsonElement cadence = (await CommandLine.RunAsync("rhythm", csv, "--as-of", "2024-12-01", "--json")).Community("c").GetProperty("cadence");
        // planned: 4, 11, 18, 25 March, 1 and 8 April at 18:00 in Berlin; the periods that begin on the 11th and on 1 April had no gathering
        Assert.Equal(("planned", 7, 3, 5), (cadence.GetProperty("rhythm").GetString(), cadence.GetProperty("everyDays").GetInt32(), cadence.GetProperty("met").GetInt32(), cadence.GetProperty("periods").GetInt32()));
    }

    [Fact]
    public async Task E1_AUsualRhythm_IsTheMedianGap()
    {
        using CommandLine files = new();
        string csv = files.Write("g.csv", "community,gathering,title,start,duration,status\n" + string.Concat(((int[])[0, 10, 20, 30, 60]).Select(day => $"c,g{day},T,{Iso(day)},PT1H,\n")) + $"c,x,T,{Iso(45)},PT1H,cancelled\nd,a,T,{Iso(0)},PT1H,\nd,b,T,{Iso(9)},PT1H,\n");
        Outcome run = await CommandLine.RunAsync("rhythm", csv, "--as-of", Iso(75), "--json");
        JsonElement cadence = run.Community("c").GetProperty("cadence");
        Assert.Equal(("usual", 10, 5, 7), (cadence.GetProperty("rhythm").GetString(), cadence.GetProperty("everyDays").GetInt32(), cadence.GetProperty("met").GetInt32(), cadence.GetProperty("periods").GetInt32()));
        Assert.False(run.Community("d").TryGetProperty("cadence", out _));
    }

    [Fact]
    public async Task AComparison_CountsEachCell()
    {
        using CommandLine files = new();
        string activity = files.Write("a.csv", "community,person,at,act\na,p,2024-01-01,post\nb,p,2024-01-01,post\nc,p,2024-12-01,post\nd,p,2024-12-01,post\ne,p,2024-01-01,post\n");
        string communities = files.Write("c.csv", "community,chartered,status\na,2024-01-01,over\nb,2024-01-01,on\nc,2024-01-01,over\nd,2024-01-01,on\ne,2024-01-01,moved\nf,2024-01-01,over\ng,2024-01-01,on\n");
        string[] args = ["rhythm", activity, "--communities", communities, "--as-of", "2025-01-01", "--ended", "over", "--not-counted", "moved"];

        JsonElement comparison = (await CommandLine.RunAsync([.. args, "--json"])).Json.GetProperty("comparison");

        Assert.Equal([1, 1, 1, 1, 1, 1, 1], ((string[])["truePositives", "falsePositives", "falseNegatives", "trueNegatives", "unknownEnded", "unknownOthers", "notCounted"]).Select(name => comparison.GetProperty(name).GetInt32()));
        Assert.Equal((0.5, 0.0945, 0.9055), (comparison.GetProperty("recall").GetProperty("value").GetDouble(), comparison.GetProperty("recall").GetProperty("low").GetDouble(), comparison.GetProperty("recall").GetProperty("high").GetDouble()));
        Assert.Contains("Precision: 1 of 2 = 0.50 (95 % interval 0.09 to 0.91)", (await CommandLine.RunAsync(args)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_AreCounted_OrElseThoseOfTheMemberships_AndTheHeadingSaysWhich()
    {
        using CommandLine files = new();
        string memberships = files.Write("m.csv", "community,person,from,until,role\nagile,ann,2024-01-01,,\nagile,bob,2024-01-01,2024-02-01,\nagile,cem,2024-01-01,,sponsor\nagile,ann,2024-01-01,,facilitator\nagile,dee,2024-07-01,,\n");
        string counts = files.Write("h.csv", "community,at,members\nweb,2024-01-01,40\n");
        Outcome listed = await CommandLine.RunAsync("rhythm", memberships, "--as-of", "2024-06-01"), both = await CommandLine.RunAsync("rhythm", memberships, counts, files.Write("c.csv", "community\nweb\n"), "--as-of", "2024-06-01");
        Assert.Contains("Members (memberships)", listed.Out, StringComparison.Ordinal);
        Assert.Matches(@"agile +1 ", listed.Out);
        Assert.Matches(@"agile +1\* ", both.Out);
        Assert.Matches(@"web +40 ", both.Out);
        Assert.Contains("* by the memberships at that instant", both.Out, StringComparison.Ordinal);
        JsonElement members = (await CommandLine.RunAsync("rhythm", memberships, "--as-of", "2024-06-01", "--json")).Community("agile").GetProperty("members");
        Assert.Equal((1, "memberships"), (members.GetProperty("count").GetInt32(), members.GetProperty("source").GetString()));
    }

    [Theory]
    [InlineData(2, "rhythm")]
    [InlineData(2, "rhythm", "x.csv", "--as-of", "soon")]
    [InlineData(2, "rhythm", "x.csv", "--not-counted", "a")]
    [InlineData(1, "rhythm", "./no-such-file.csv")]
    public async Task AWrongCommandLine_IsExplained(int code, params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args);
        Assert.Equal((code, string.Empty), (run.Code, run.Out));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task AStatusOrRuleThatIsNone_IsExplained()
    {
        using CommandLine files = new();
        string csv = files.Write("g.csv", "community,gathering,title,start,duration,rrule\nc,g,T,2024-01-01,PT1H,FREQ=SOMETIMES\n");
        Outcome rule = await CommandLine.RunAsync("rhythm", csv), status = await CommandLine.RunAsync("rhythm", csv, "--ended", "over");
        Assert.Equal((1, 1), (rule.Code, status.Code));
        Assert.Contains("c: gathering g: rrule: 'FREQ=SOMETIMES'", rule.Error, StringComparison.Ordinal);
        Assert.Contains("no community in the files has the status 'over'", status.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY", "gives more than 36525 starts")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "cannot be followed")]
    public async Task AnEndlessRule_Ends(string rule, string expected)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("rhythm", files.Write("g.csv", $"community,gathering,title,start,duration,rrule\nc,g,T,2024-01-01,PT1H,{rule}\n"), "--as-of", "2030-01-01");
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal((1, string.Empty), (run.Code, run.Out));
    }

    /// <summary>docs/dormancy-study.md says what its commands print.</summary>
    [Theory]
    [InlineData(false, false, "inactive")]
    [InlineData(false, true, "inactive")]
    [InlineData(true, false, "inactive")]
    [InlineData(true, true, "inactive")]
    [InlineData(false, false, "inactive", "hidden", "removed")]
    [InlineData(false, true, "inactive", "hidden", "removed")]
    [InlineData(true, false, "inactive", "hidden", "removed")]
    [InlineData(true, true, "inactive", "hidden", "removed")]
    public async Task TheStudy_SaysWhatTheCommandPrints(bool byTopic, bool assumeKnown, params string[] ended)
    {
        using CommandLine files = new();
        string all = files.PathOf("all.jsonl");
        await CommandLine.RunAsync([.. (string[])["import", "digitalgov", Path.Combine(AppContext.BaseDirectory, "Data", "digitalgov"), "-o", all], .. byTopic ? ["--by-topic"] : Array.Empty<string>()]);
        Outcome run = await CommandLine.RunAsync(
            [.. (string[])["rhythm", all, "--as-of", "2025-01-17", "--not-counted", "renamed", "--not-counted", "site", "--json"], .. ended.SelectMany(e => new[] { "--ended", e }), .. assumeKnown ? ["--assume-known"] : Array.Empty<string>()]);
        JsonElement c = run.Json.GetProperty("comparison");
        string row = string.Create(
            CultureInfo.InvariantCulture,
            $"| {(ended.Length == 1 ? "narrow" : "wide")} | {(byTopic ? "and by topic" : "own events")} | {(assumeKnown ? "quiet" : "unknown")} | {N("truePositives")} | {N("falsePositives")} | {N("falseNegatives")} | {N("trueNegatives")} | {N("unknownEnded")} + {N("unknownOthers")} | {R("precision")} | {R("recall")} |");
        Assert.Contains(row, File.ReadAllText(Path.Combine(Repository.Root, "docs", "dormancy-study.md")), StringComparison.Ordinal);

        int N(string name) => c.GetProperty(name).GetInt32();

        string R(string name) => c.GetProperty(name) is { ValueKind: JsonValueKind.Object } rate
            ? string.Create(CultureInfo.InvariantCulture, $"{rate.GetProperty("value").GetDouble():0.00} ({rate.GetProperty("low").GetDouble():0.00} to {rate.GetProperty("high").GetDouble():0.00})")
            : "–";
    }

    private static string Iso(int day) => Start.AddDays(day).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
