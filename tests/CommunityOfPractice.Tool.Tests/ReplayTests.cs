using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>What a replay makes of small histories, and what it says of bad ones.</summary>
public sealed class ReplayTests
{
    private const string Header = "community,person,from,until,role\n";

    /// <summary>Three members, one of whom facilitates: a community that is launched on its first day.</summary>
    private const string Three = Header + "a,ann,2020-01-01,,lead\na,ben,2020-01-01,,\na,cleo,2020-01-01,,\n";

    [Fact]
    public async Task ACommunity_IsLaunched_WhenItsGuardsAreMet()
    {
        JsonElement community = (await ReplayAsync(Header + "a,ann,2020-01-01,,lead\na,ben,2020-01-01,,\na,cleo,2020-02-01,,\n", "2020-02-01")).Community("a");
        Assert.Equal("chartered", community.GetProperty("status").GetString());

        community = (await ReplayAsync(Three, "2020-02-02")).Community("a");
        Assert.Equal("active", community.GetProperty("status").GetString());
        Assert.Equal(3, Active(community));
        Assert.Equal(1, Facilitators(community));
        Assert.Equal("2020-12-31T00:00:00Z", community.GetProperty("purposeReview").GetProperty("next").GetString());
        Assert.Equal(64, community.GetProperty("journalHead").GetString()!.Length);
    }

    [Theory]
    [InlineData("2020-03-01", "active", 1)]
    [InlineData("2020-03-29", "active", 0)]
    [InlineData("2020-03-30", "dormant", 0)]
    [InlineData("2020-06-02", "active", 1)]
    public async Task WithoutAFacilitator_GraceRuns_ThenRest_ThenRevival(string asOf, string status, int facilitators)
    {
        Outcome run = await ReplayAsync(Header + "a,ann,2020-01-01,2020-03-01,chairs\na,ben,2020-01-01,,\na,cleo,2020-01-01,,\na,dan,2020-01-01,,\na,ben,2020-06-01,,maintainer\n", asOf);

        Assert.Equal(0, run.Code);
        Assert.Equal(status, run.Community("a").GetProperty("status").GetString());
        Assert.Equal(facilitators, Facilitators(run.Community("a")));
    }

    [Fact]
    public async Task AHandOver_AtOneInstant_NeedsNoGrace()
    {
        Outcome run = await ReplayAsync(Three + "b,ann,2020-01-01,2020-05-01,lead\nb,ben,2020-01-01,,\nb,cleo,2020-01-01,,\nb,dan,2020-05-01,,lead\n", "2021-01-01");

        Assert.Equal(0, run.Code);
        Assert.Equal("active", run.Community("b").GetProperty("status").GetString());
        Assert.Equal((3, 1, 1), (Active(run.Community("b")), Facilitators(run.Community("b")), run.Community("b").GetProperty("members").GetProperty("alumni").GetInt32()));
    }

    [Fact]
    public async Task RowsThatOverlapOrTouch_AreOneMembership()
    {
        Outcome run = await ReplayAsync(Header + "a,ann,2020-01-01,2020-03-01,\na,ann,2020-02-01,2020-04-01,\na,ann,2020-04-01,2020-05-01,expert\na,ann,2020-04-15,,\n", "2021-01-01");
        Outcome same = await ReplayAsync(Header + "a,ann,2020-01-01,,\na,ann,2020-04-01,2020-05-01,expert\n", "2021-01-01");

        Assert.Equal((0, 1), (run.Code, Active(run.Community("a"))));
        Assert.Equal(same.Out, run.Out);
    }

    [Theory]
    [InlineData("alumni")]
    [InlineData("alumnus")]
    [InlineData("Emeritus")]
    public async Task FormerMembers_AreAlumni_AndNoMembers(string word)
    {
        Outcome run = await ReplayAsync(Three + $"a,dan,2020-03-01,,{word}\na,ben,2020-01-01,,{word}\n", "2021-01-01");

        Assert.Equal(0, run.Code);
        Assert.Equal((3, 1), (Active(run.Community("a")), run.Community("a").GetProperty("members").GetProperty("alumni").GetInt32()));
    }

    [Fact]
    public async Task AnAdmin_LooksAfterThePlatform()
    {
        JsonElement roles = (await ReplayAsync(Three + "a,ben,2020-01-01,,admin\n", "2021-01-01")).Community("a").GetProperty("roles");

        Assert.Equal((1, 1), (roles.GetProperty("technology-steward").GetInt32(), roles.GetProperty("facilitator").GetInt32()));
    }

    [Fact]
    public async Task WhatARuleRefuses_IsReportedWithItsLine_AndTheRestIsThere()
    {
        using CommandLine files = new();
        string csv = files.Write("m.csv", Three + "a,ann,2020-02-01,,sponsor\na,dan,2020-03-01,,\n");

        Outcome run = await CommandLine.RunAsync("replay", "--memberships", csv, "--as-of", "2021-01-01", "--json");

        Assert.Equal(1, run.Code);
        Assert.Contains("m.csv:5: ann in a as sponsor: NominateForRole on 2020-02-01T00:00:00Z: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("[role.incompatible]", run.Error, StringComparison.Ordinal);
        Assert.Equal(4, Active(run.Community("a")));
    }

    [Fact]
    public async Task AWholeFile_GivesNamesStatusAndCommunitiesWithoutMembers()
    {
        using CommandLine files = new();
        string jsonl = files.Write("all.jsonl", """
            {"schema":"communityofpractice","version":1}
            {"kind":"community","community":"empty","name":"Nobody","chartered":"2020-01-01"}
            {"kind":"community","community":"over","name":"Over","description":"Why","topics":["x","y"],"status":"archived"}
            {"kind":"community","community":"sleepy","status":"dormant"}
            {"kind":"membership","community":"over","person":"ann","from":"2020-01-01","until":"2020-05-01","role":"lead"}
            {"kind":"membership","community":"over","person":"ben","from":"2020-01-01","until":"2020-05-01"}
            {"kind":"membership","community":"over","person":"cleo","from":"2020-01-01","until":"2020-04-01"}
            {"kind":"membership","community":"sleepy","person":"ann","from":"2020-01-01","role":"lead"}
            {"kind":"activity","community":"talk","person":"ann","at":"2020-02-01","act":"post"}

            """);

        Outcome during = await CommandLine.RunAsync("replay", jsonl, "--as-of", "2020-03-01", "--json"), after = await CommandLine.RunAsync("replay", jsonl, "--as-of", "2020-05-16", "--json");

        Assert.Equal(["empty", "over", "sleepy", "talk"], after.Json.GetProperty("communities").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
        Assert.Equal("active", during.Community("over").GetProperty("status").GetString());
        Assert.Equal("closed", after.Community("over").GetProperty("status").GetString());
        Assert.Equal("none", after.Community("empty").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, after.Community("talk").GetProperty("journalHead").ValueKind);
        Assert.Contains("[history.no-people]", after.Error, StringComparison.Ordinal);
        Assert.Contains("[history.status-undated]", after.Error, StringComparison.Ordinal);
        Assert.Equal(0, after.Code);
    }

    [Fact]
    public async Task TheHash_OfACommunity_FollowsFromItsOwnRows()
    {
        string? alone = (await ReplayAsync(Three, "2021-01-01")).Community("a").GetProperty("journalHead").GetString();
        string? later = (await ReplayAsync(Three + "0,zoe,2019-01-01,,\n", "2022-01-01")).Community("a").GetProperty("journalHead").GetString();
        string? other = (await ReplayAsync(Three + "a,dan,2020-03-01,,\n", "2021-01-01")).Community("a").GetProperty("journalHead").GetString();

        Assert.Equal(alone, later);
        Assert.NotEqual(alone, other);
    }

    [Fact]
    public async Task BeforeEverything_NothingIsThere()
    {
        Outcome run = await ReplayAsync(Three, "2019-01-01");

        Assert.Equal((0, "none", 0), (run.Code, run.Community("a").GetProperty("status").GetString(), Active(run.Community("a"))));
    }

    [Fact]
    public async Task ByDefault_AsOfIsJustAfterTheLastDate()
    {
        using CommandLine files = new();
        string csv = files.Write("m.csv", Three + "a,dan,2020-03-01,2020-04-01,\n"), ahead = files.Write("n.csv", Three + "a,dan,2020-03-01,2090-04-01,\n");

        Assert.Equal("2020-04-01T00:00:01Z", (await CommandLine.RunAsync("replay", "--memberships", csv, "--json")).Json.GetProperty("asOf").GetString());
        Assert.StartsWith("20", (await CommandLine.RunAsync("replay", csv)).Out[6..], StringComparison.Ordinal);
        Assert.True((await CommandLine.RunAsync("replay", ahead, "--json")).Json.GetProperty("asOf").GetDateTimeOffset() <= DateTimeOffset.UtcNow);
    }

    [Theory]
    [InlineData("", "m.csv: ")]
    [InlineData(Header + "a,ann,2020-02-01,2020-01-01,\n", "m.csv:2: until: ")]
    [InlineData(Header + "a,ann,2020-02-01,,boss\n", "m.csv:2: role: 'boss' is no role")]
    [InlineData(Header + ",ann,2020-02-01,,\n", "m.csv:2: community: ")]
    [InlineData(Header + "a,,2020-02-01,,\n", "m.csv:2: person: ")]
    [InlineData(Header + "a,ann,,,\n", "m.csv:2: from: ")]
    public async Task BadRows_AreNamed(string text, string place)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("replay", "--memberships", files.Write("m.csv", text), "--json");

        Assert.Equal(1, run.Code);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("replay", "--json")]
    [InlineData("replay", "x.jsonl", "--memberships", "m.csv")]
    [InlineData("replay", "--memberships", "m.csv", "--memberships", "./m.csv")]
    [InlineData("replay", "--memberships", "m.csv", "--as-of", "soon")]
    [InlineData("audit")]
    [InlineData("policy")]
    [InlineData("policy", "dry-run", "m.csv")]
    [InlineData("policy", "dry-run", "m.csv", "--from", "2020-01-02", "--to", "2020-01-01")]
    public async Task AWrongCommandLine_IsExplained(params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.StartsWith("cop: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingFile_IsExplained()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("replay", "--memberships", files.PathOf("absent.csv"));

        Assert.Equal(1, run.Code);
        Assert.Contains("there is no such file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAudit_FindsWhatIsDue_AndNoErrors()
    {
        using CommandLine files = new();
        string csv = files.Write("m.csv", Three);

        Outcome text = await CommandLine.RunAsync("audit", csv, "--as-of", "2022-01-01"), json = await CommandLine.RunAsync("audit", csv, "--as-of", "2022-01-01", "--json");

        Assert.Equal(0, text.Code);
        Assert.Contains("[registry.review-overdue]", text.Out, StringComparison.Ordinal);
        Assert.Contains(json.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "registry.review-overdue");
    }

    [Fact]
    public async Task APolicy_IsTriedOut_WithWhatDiffersFromTheDefaults()
    {
        using CommandLine files = new();
        string csv = files.Write("m.csv", Three), policy = files.Write("policy.json", """{"membership":{"version":"mine/1","lapseAfter":"100.00:00:00"}}""");
        string[] args = ["policy", "dry-run", csv, "--from", "2020-01-01", "--to", "2020-06-01", "--assume-known", "--json"];

        Outcome standard = await CommandLine.RunAsync(args), mine = await CommandLine.RunAsync([.. args, "--policy", policy]);

        Assert.DoesNotContain("MemberLapsed", standard.Out, StringComparison.Ordinal);
        JsonElement lapsed = mine.Json.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("fact").GetString() == "MemberLapsed");
        Assert.Equal((3, "2020-04-10T00:00:00Z"), (lapsed.GetProperty("people").GetInt32(), lapsed.GetProperty("first").GetString()));
    }

    [Theory]
    [InlineData("{", "is not readable as policies")]
    [InlineData("[]", "is not readable as policies")]
    [InlineData("""{"membership":{"lapsAfter":"1.00:00:00"}}""", "lapsAfter")]
    [InlineData("""{"membership":{"lapseAfter":"soon"}}""", "is not readable as policies")]
    [InlineData("""{"membership":{"lapseAfter":"00:00:00"}}""", "[policy.not-positive]")]
    [InlineData("""{"membership":3}""", "is not readable as policies")]
    public async Task ABadPolicy_IsExplained(string text, string expected)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("policy", "dry-run", files.Write("m.csv", Three), "--from", "2020-01-01", "--to", "2020-06-01", "--policy", files.Write("p.json", text));

        Assert.Equal(1, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    private static async Task<Outcome> ReplayAsync(string csv, string asOf)
    {
        using CommandLine files = new();
        return await CommandLine.RunAsync("replay", "--memberships", files.Write("m.csv", csv), "--as-of", asOf, "--json");
    }

    private static int Active(JsonElement community) => community.GetProperty("members").GetProperty("active").GetInt32();

    private static int Facilitators(JsonElement community) => community.GetProperty("roles").GetProperty("facilitator").GetInt32();
}
