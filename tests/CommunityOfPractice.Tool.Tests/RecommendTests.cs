using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary><c>cop recommend</c> and <c>cop similar</c>: the contract of their JSON, and that nothing is known before it happened.</summary>
public sealed class RecommendTests
{
    private const string Memberships = """
        community,person,from,until,role
        agile,ann,2024-01-01,,
        agile,bob,2024-01-01,,
        agile,cem,2024-01-01,,
        testing,bob,2024-01-01,,
        testing,cem,2024-01-01,2024-09-01,
        cooking,dee,2024-01-01,,
        late,ann,2024-08-01,,

        """;

    private const string Communities = """
        community,name,description,topics,chartered,status
        agile,Agile,Working in small steps,,,
        testing,Testing,Small steps are tested,,,
        cooking,Cooking,,,,private
        new,New,Working in small steps,,2024-02-01,
        resting,Resting,Working in small steps,,2024-02-01,dormant
        future,Future,Working in small steps,,2024-12-01,
        undated,Undated,Working in small steps,,,

        """;

    [Fact]
    public async Task Recommend_PrintsTheContract_AndSharesAddUp()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync(
            "recommend", "--memberships", files.Write("m.csv", Memberships), "--communities", files.Write("c.csv", Communities), "--as-of", "2024-06-01", "--top", "10", "--for-file", files.Write("p.txt", "person\nann\n"), "--seed", "7", "--explain", "--json");

        Assert.Equal(0, run.Code);
        JsonElement answer = Assert.Single(run.Json.GetProperty("recommendations").EnumerateArray());
        Assert.Equal("ann", answer.GetProperty("person").GetString());
        JsonElement[] items = [.. answer.GetProperty("items").EnumerateArray()];
        Assert.Equal(["testing", "new"], items.Select(i => i.GetProperty("community").GetString()));
        Assert.All(items, i => Assert.Equal(i.GetProperty("score").GetDouble(), i.GetProperty("shares").EnumerateArray().Sum(s => s.GetProperty("amount").GetDouble())));
        Assert.Equal("Many who belong to 'Agile' also belong to it.", items[0].GetProperty("shares")[0].GetProperty("because").GetString());
        Assert.Equal("resting", answer.GetProperty("revivals")[0].GetProperty("community").GetString());
    }

    [Fact]
    public async Task WhatComesLater_ChangesNothing()
    {
        using CommandLine files = new();
        string before = string.Join('\n', Memberships.Split('\n').Where(line => !line.StartsWith("late", StringComparison.Ordinal))).Replace("2024-09-01", string.Empty, StringComparison.Ordinal);
        string communities = files.Write("c.csv", Communities);
        Outcome all = await CommandLine.RunAsync("recommend", "--memberships", files.Write("m.csv", Memberships), "--communities", communities, "--as-of", "2024-06-01", "--json");
        Outcome known = await CommandLine.RunAsync("recommend", "--memberships", files.Write("k.csv", before), "--communities", communities, "--as-of", "2024-06-01", "--json");

        Assert.Equal(all.Out, known.Out);
        Assert.DoesNotContain("cooking", all.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_SaysWhy_AndBadInputIsRefused()
    {
        using CommandLine files = new();
        string memberships = files.Write("m.csv", Memberships);
        Outcome text = await CommandLine.RunAsync("recommend", "--memberships", memberships, "--as-of", "2024-06-01", "--explain");

        Assert.Contains("Many who belong to 'agile' also belong to it.", text.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandLine.RunAsync("recommend", "--memberships", memberships, "--top", "0")).Code);
        Assert.Equal(1, (await CommandLine.RunAsync("recommend", "--memberships", memberships, "--for-file", files.PathOf("none.txt"))).Code);
        Assert.Equal(1, (await CommandLine.RunAsync("recommend", "--memberships", files.Write("bad.csv", "community\nx\n"))).Code);
    }

    [Fact]
    public async Task Similar_SuggestsWhatCouldBeDone()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("similar", "--memberships", files.Write("m.csv", Memberships), "--communities", files.Write("c.csv", Communities), "--as-of", "2024-06-01", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(["agile-new federate", "agile-resting federate", "new-resting federate"], run.Json.GetProperty("pairs").EnumerateArray().Select(p => $"{p.GetProperty("one")}-{p.GetProperty("other")} {p.GetProperty("suggestion")}"));

        files.Write("c.csv", Communities.Replace("Working in small steps,,", "Working in small steps,lean|flow|kanban,", StringComparison.Ordinal));
        run = await CommandLine.RunAsync("similar", "--memberships", files.PathOf("m.csv"), "--communities", files.PathOf("c.csv"), "--as-of", "2024-06-01", "--json");
        JsonElement[] pairs = [.. run.Json.GetProperty("pairs").EnumerateArray()];
        JsonElement merge = pairs.First(p => p.GetProperty("one").GetString() == "agile" && p.GetProperty("other").GetString() == "new");
        Assert.Equal(("merge", 3), (merge.GetProperty("suggestion").GetString(), merge.GetProperty("together").GetProperty("members").GetInt32()));
        Assert.DoesNotContain("cooking", run.Out, StringComparison.Ordinal);
        Outcome text = await CommandLine.RunAsync("similar", "--memberships", files.PathOf("m.csv"), "--communities", files.PathOf("c.csv"), "--as-of", "2024-06-01", "--explain");
        Assert.Contains("merge: agile – new (", text.Out, StringComparison.Ordinal);
        Assert.Contains("    together: 3 members, 0 facilitators\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("Suggestions: merge ", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Similar_WithActivity_TellsOnHowManyAMergedCommunityWouldRest_AndTopKeepsItShort()
    {
        using CommandLine files = new();
        string memberships = files.Write("m.csv", Memberships), communities = files.Write("c.csv", Communities.Replace("Working in small steps,,", "Working in small steps,lean|flow|kanban,", StringComparison.Ordinal));
        string activity = files.Write("a.csv", """
            community,person,at,act,id,in_reply_to,actor
            agile,ann,2024-05-01T00:00:00Z,answer,a1,,
            agile,ann,2024-05-02T00:00:00Z,publish,a2,,
            new,bob,2024-05-02T00:00:00Z,host,a3,,
            new,robot,2024-05-02T00:00:00Z,answer,a4,,bot
            new,cem,2023-05-02T00:00:00Z,answer,a5,,
            agile,dee,2024-05-02T00:00:00Z,react,a6,,

            """);
        Outcome run = await CommandLine.RunAsync("similar", "--memberships", memberships, "--communities", communities, "--activity", activity, "--as-of", "2024-06-01", "--json", "--seed", "5");
        JsonElement merge = run.Json.GetProperty("pairs").EnumerateArray().First(p => p.GetProperty("one").GetString() == "agile" && p.GetProperty("other").GetString() == "new");
        Assert.Equal(1, merge.GetProperty("together").GetProperty("absenceFactor").GetInt32()); // ann: 2 of 3

        Outcome one = await CommandLine.RunAsync("similar", "--memberships", memberships, "--communities", communities, "--as-of", "2024-06-01", "--json", "--top", "1");
        Assert.All(one.Json.GetProperty("pairs").EnumerateArray().GroupBy(p => p.GetProperty("suggestion").GetString()), g => Assert.Single(g));
        Outcome text = await CommandLine.RunAsync("similar", "--memberships", memberships, "--communities", communities, "--activity", activity, "--as-of", "2024-06-01", "--top", "1");
        Assert.Contains("half of the contributions would come from 1 of them", text.Out, StringComparison.Ordinal);
        Assert.Contains("No two communities", (await CommandLine.RunAsync("similar", "--memberships", memberships, "--as-of", "2000-01-01")).Out, StringComparison.Ordinal);
        Assert.Contains("Nobody is known", (await CommandLine.RunAsync("recommend", "--memberships", memberships, "--as-of", "2000-01-01")).Out, StringComparison.Ordinal);
    }
}
