namespace CommunityOfPractice.Tool.Tests;

/// <summary>From file to file and back.</summary>
public sealed class ConvertTests
{
    [Fact]
    public async Task RealData_ToJsonLinesAndBack_IsTheSame()
    {
        using CommandLine files = new();
        string jsonl = files.PathOf("me.jsonl"), csv = files.PathOf("me.csv"), again = files.PathOf("again.jsonl");

        Assert.Equal(0, (await CommandLine.RunAsync("convert", CommandLine.MathematicsEducators, "-o", jsonl)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("convert", jsonl, "--to", "activity", "-o", csv)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("convert", csv, "-o", again)).Code);

        Assert.Equal(await File.ReadAllTextAsync(jsonl), await File.ReadAllTextAsync(again));
        Assert.Equal(1905, File.ReadLines(jsonl).Count());
    }

    [Fact]
    public async Task Formulas_AreDisarmed_AndComeBack()
    {
        using CommandLine files = new();
        string jsonl = files.Write("a.jsonl", "{\"schema\":\"communityofpractice\",\"version\":1}\n{\"kind\":\"community\",\"community\":\"c\",\"name\":\"=HYPERLINK(\\\"http://x\\\")\"}\n");

        Outcome csv = await CommandLine.RunAsync("convert", jsonl, "--to", "communities");
        Outcome back = await CommandLine.RunAsync("convert", files.Write("a.csv", csv.Out));

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", csv.Out, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"=HYPERLINK(", back.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StackExchange_BecomesAsksAndAnswers()
    {
        using CommandLine files = new();
        string posts = files.Write("site.posts.csv", "post,type,parent,accepted_answer,unix,owner,score,answers,comments,tags,closed\n1,question,,2,1700000000,7,5,1,0,a|b,0\n2,answer,1,,1700000100,-1,1,,0,,0\n3,other,,,1700000200,7,0,,0,,0\n4,answer,1,,1700000300,,0,,0,,0\n");

        Outcome run = await CommandLine.RunAsync("import", "stackexchange", posts, "--to", "activity");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            "community,person,at,act,id,in_reply_to,to,thread,topics,accepted,formality,actor\nsite,7,2023-11-14T22:13:20Z,ask,site/1,,,site/1,a|b,site/2,,\nsite,'-1,2023-11-14T22:15:00Z,answer,site/2,site/1,,site/1,,,,\nsite,deleted-4,2023-11-14T22:18:20Z,answer,site/4,site/1,,site/1,,,,\n",
            run.Out);
        Assert.Contains("1 post of type 'other'", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 post has no author", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("post,type\n1,question\n", "lacks the columns parent")]
    [InlineData("post,type,parent,accepted_answer,unix,owner,tags\n1,question,,,soon,7,\n", "x.csv:2: ")]
    [InlineData("post,type,parent,accepted_answer,unix,owner,tags\n1,answer,,,1700000000,7,\n", "x.csv:2: ")]
    [InlineData("", "cop")]
    public async Task StackExchange_BadRows_AreRefusedWithTheirPlace(string text, string place)
    {
        using CommandLine files = new();

        Outcome run = await CommandLine.RunAsync("import", "stackexchange", files.Write("x.csv", text));

        Assert.Equal(1, run.Code);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Output_LeavesAnOlderFileAlone_WhenTheInputIsBad()
    {
        using CommandLine files = new();
        string output = files.Write("out.jsonl", "precious");

        await CommandLine.RunAsync("convert", files.Write("bad.csv", "community,person,at,act\na,ann,soon,post\n"), "-o", output);

        Assert.Equal("precious", await File.ReadAllTextAsync(output));
    }
}
