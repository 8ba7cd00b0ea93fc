using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The communities of digital.gov: what the import takes over, what it leaves out and says so, and what becomes of bad files.</summary>
public sealed class DigitalgovTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "digitalgov");

    private static readonly string[] Names = ["communities.csv", "membership_counts.csv", "events.csv", "news.csv"];

    [Fact]
    public async Task EverythingIsTakenOver_OrLeftOutAndToldSo()
    {
        Outcome run = await CommandLine.RunAsync("import", "digitalgov", Folder);

        Assert.Equal(0, run.Code);
        List<JsonElement> rows = [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal((57, 204), (Of("community").Count(), Of("headcount").Count()));
        Assert.Equal(336, Of("gathering").Select(g => g.GetProperty("gathering").GetString()).Distinct().Count());
        Assert.Equal(Of("gathering").Count(), Of("activity").Count(a => a.GetProperty("act").GetString() == "host"));
        Assert.Equal(2079, Of("activity").Where(a => a.GetProperty("act").GetString() == "publish").Select(a => a.GetProperty("id").GetString()!.Split('/')[2]).Distinct().Count());
        Assert.Equal((5, 5, 4, 12), (Status("inactive"), Status("hidden"), Status("removed"), Status("renamed")));
        Assert.DoesNotContain(Of("headcount"), count => count.GetProperty("members").GetInt32() == 1351);
        Assert.DoesNotContain(Of("community"), c => c.GetProperty("community").GetString() is "_index" or "manage" or "member-spotlight-scott-horvath-usgs");
        foreach (string told in (string[])["56 of 66 pages are communities", "3 counts of 1351 on 2019-12-13", "336 events", "143 by none", "306 posts name no author", "left out, a list of communities: _index"])
        {
            Assert.Contains(told, run.Error, StringComparison.Ordinal);
        }

        int Status(string status) => Of("community").Count(c => c.GetProperty("status").GetString() == status);

        IEnumerable<JsonElement> Of(string kind) => rows.Where(row => row.GetProperty("kind").GetString() == kind);
    }

    [Fact]
    public async Task TheOutcome_IsOfTheFormat_AndStaysAsItIs()
    {
        using CommandLine files = new();
        string all = files.PathOf("all.jsonl");
        Assert.Equal(0, (await CommandLine.RunAsync("import", "digitalgov", Folder, "--by-topic", "-o", all)).Code);

        Outcome again = await CommandLine.RunAsync("convert", all);

        Assert.Equal((0, string.Empty), (again.Code, again.Error));
        Assert.Equal(File.ReadAllText(all), again.Out);
    }

    [Fact]
    public async Task LocalTimes_AreReadInTheirZone()
    {
        using CommandLine files = new();
        Outcome summer = await ImportAsync(files, events: "2024-07-01 14:00:00,2024-07-01 15:00:00,a,A,USWDS,,\n2024-01-15 9:00:00 ,2024-01-15 10:00:00,b,B,Nobody's Office,,x|x\n");
        Assert.Contains("\"start\":\"2024-07-01T18:00:00Z\"", summer.Out, StringComparison.Ordinal);
        Assert.Contains("\"start\":\"2024-01-15T14:00:00Z\"", summer.Out, StringComparison.Ordinal);
        Assert.Contains("\"community\":\"uswds\",\"gathering\":\"2024-07-01/a\"", summer.Out, StringComparison.Ordinal);
        Assert.Contains("\"community\":\"digital.gov\",\"gathering\":\"2024-01-15/b\"", summer.Out, StringComparison.Ordinal);
        Assert.Contains("Nobody's Office (1)", summer.Error, StringComparison.Ordinal);

        Outcome berlin = await ImportAsync(files, events: "2024-07-01 14:00:00,2024-07-01 15:00:00,a,A,USWDS,,\n", zone: "Europe/Berlin");
        Assert.Contains("\"start\":\"2024-07-01T12:00:00Z\"", berlin.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("USWDS Community of Practice and Web Design, Plain Language CoP", "uswds", "plain")]
    [InlineData(" Plain  Language Community of Practice ", "plain")]
    [InlineData("The U.S. Web Design System (USWDS)", "uswds")]
    public async Task Hosts_AreFoundBehindFillerWords(string host, params string[] communities)
    {
        using CommandLine files = new();
        Outcome run = await ImportAsync(files, events: $"2024-07-01 14:00:00,2024-07-01 15:00:00,a,A,\"{host}\",,\n");
        IEnumerable<string> named = run.Out.Split('\n').Where(line => line.Contains("\"kind\":\"gathering\"", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("community").GetString()!);
        Assert.Equal(communities.Order(), named.Order());
    }

    [Fact]
    public async Task EveryError_IsNamed_AndNothingIsWritten()
    {
        using CommandLine files = new();
        Outcome run = await ImportAsync(
            files,
            communities: "uswds,U.S. Web Design System,soon,,,1,,\nplain,Plain Language,,2017-01-01,,1,,\nplain,Plain Language,,2017-01-01,,1,,\n",
            counts: "plain,listserv,public,2019-01-01,many\nplain,listserv,public,,5\n",
            events: "2024-03-10 02:30:00,2024-03-10 04:00:00,a,A,USWDS,,\n2024-07-01 14:00:00,2024-07-01 13:00:00,b,B,USWDS,,\ntoday,2024-07-01 13:00:00,c,C,USWDS,,\n2024-07-01 14:00:00,2024-07-01 15:00:00,d,,USWDS,,\n",
            news: "yesterday,s,,\n,s,,\n");

        Assert.Equal((1, string.Empty), (run.Code, run.Out));
        foreach (string place in (string[])
        [
            "communities.csv: row 1: created: 'soon'", "communities.csv: community: 'plain' is there 2 times", "membership_counts.csv: row 1: members: 'many'", "membership_counts.csv: row 2: date: ",
            "events.csv: row 1: start: 2024-03-10 02:30:00 does not exist", "events.csv: row 2: end: ", "events.csv: row 3: start: 'today'", "events.csv: row 4: title: ", "news.csv: row 1: date: ", "news.csv: row 2: date: ", "10 errors",
        ])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task MissingFilesAndColumns_AreNamed_AllOfThem()
    {
        using CommandLine files = new();
        files.Write("communities.csv", "community,title\n");
        files.Write("news.csv", "date,slug,topics,authors\n2020-01-01,s\n");

        Outcome run = await CommandLine.RunAsync("import", "digitalgov", files.PathOf("."));

        Assert.Equal((1, string.Empty), (run.Code, run.Out));
        foreach (string place in (string[])["communities.csv: the header lacks the columns created, first_in_git", "events.csv: there is no such file", "membership_counts.csv: there is no such file", "news.csv: row 1: 2 cells"])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2, "import", "digitalgov")]
    [InlineData(2, "import", "digitalgov", "")]
    [InlineData(2, "import", "digitalgov", ".", "--timezone", "Mars/Olympus")]
    [InlineData(1, "import", "digitalgov", "./no-such-folder")]
    public async Task AWrongCommandLine_IsExplained(int code, params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args);
        Assert.Equal((code, string.Empty), (run.Code, run.Out));
        Assert.StartsWith("cop: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsRead_IsNotWrittenOver()
    {
        using CommandLine files = new();
        foreach (string name in Names)
        {
            files.Write(name, "x\n");
        }

        Assert.Equal(2, (await CommandLine.RunAsync("import", "digitalgov", files.PathOf("."), "-o", files.PathOf("events.csv"))).Code);
        Assert.Equal("x\n", File.ReadAllText(files.PathOf("events.csv")));
    }

    private static Task<Outcome> ImportAsync(CommandLine files, string? communities = null, string counts = "", string events = "", string news = "", string zone = "America/New_York")
    {
        files.Write("communities.csv", "community,title,created,first_in_git,removed,weight,topics,summary\n" + (communities ?? "uswds,U.S. Web Design System,,2017-01-01,,1,x,\nplain,Join the Plain Language,,2017-01-01,,1,,\n"));
        files.Write("membership_counts.csv", "community,platform,type,date,members\n" + counts);
        files.Write("events.csv", "start,end,slug,title,host,organizer,topics\n" + events);
        files.Write("news.csv", "date,slug,topics,authors\n" + news);
        return CommandLine.RunAsync("import", "digitalgov", files.PathOf("."), "--timezone", zone);
    }
}
