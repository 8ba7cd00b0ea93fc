using System.IO.Compression;
using System.Text;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Bad files: a clear error with its place, no stack trace, exit code 1.</summary>
public sealed class BadInputTests
{
    private const string Header = "community,person,at,act,id,in_reply_to\n";

    [Theory]
    [InlineData("empty.csv", "", "empty.csv")]
    [InlineData("act.csv", Header + "a,ann,2024-01-01,shout,1,\n", "act.csv:2: act: ")]
    [InlineData("time.csv", Header + "a,ann,soon,post,1,\n", "time.csv:2: at: ")]
    [InlineData("old.csv", Header + "a,ann,1969-12-31T23:59:59Z,post,1,\n", "old.csv:2: at: ")]
    [InlineData("far.csv", Header + "a,ann,1394742724000,post,1,\n", "far.csv:2: at: ")]
    [InlineData("conflict.csv", Header + "a,ann,2024-01-01,post,1,\na,bob,2024-01-01,post,1,\n", "conflict.csv:3: id: ")]
    [InlineData("self.csv", Header + "a,ann,2024-01-01,post,1,1\n", "self.csv:2: in_reply_to: ")]
    [InlineData("future.csv", Header + "a,ann,2024-01-01,post,1,2\na,bob,2024-01-02,post,2,\n", "future.csv:2: in_reply_to: ")]
    [InlineData("cycle.csv", Header + "a,ann,2024-01-01,post,1,2\na,bob,2024-01-01,post,2,1\n", "cycle.csv:2: in_reply_to: ")]
    [InlineData("nul.csv", Header + "a,a\0n,2024-01-01,post,1,\n", "nul.csv:2: person: ")]
    [InlineData("header.csv", "community,person,at,act,colour\n", "header.csv:1: colour: ")]
    [InlineData("cells.csv", Header + "a,ann\n", "cells.csv:2")]
    [InlineData("quote.csv", Header + "\"a,ann,2024-01-01,post,1,\n", "quote.csv:2")]
    [InlineData("surrogate.jsonl", "{\"schema\":\"communityofpractice\",\"version\":1}\n{\"kind\":\"activity\",\"community\":\"\\ud800\",\"person\":\"p\",\"at\":1,\"act\":\"post\"}\n", "surrogate.jsonl:2: ")]
    public async Task Error_NamesFileLineAndColumn(string name, string text, string place)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("health", files.Write(name, text), "--as-of", "2025-01-01");

        Assert.Equal(1, run.Code);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task EveryError_IsReported()
    {
        using CommandLine files = new();
        string one = files.Write("one.csv", Header + "a,ann,soon,shout,1,\na,,2024-01-01,post,2,\na,ann,2024-01-01,post,3,\n"), two = files.Write("two.csv", Header + ",ann,2024-01-01,post,4,\n");

        Outcome run = await CommandLine.RunAsync("validate", one, two);

        Assert.Equal(1, run.Code);
        foreach (string place in (string[])["one.csv:2: at: ", "one.csv:2: act: ", "one.csv:3: person: ", "two.csv:2: community: ", "4 errors"])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task GoodRows_AreUsed_WhenAskedFor()
    {
        using CommandLine files = new();
        string csv = files.Write("one.csv", Header + "a,ann,soon,post,1,\na,ann,2024-01-01,post,3,\n");

        Outcome run = await CommandLine.RunAsync("convert", csv, "--to", "activity", "--keep-good-rows");

        Assert.Equal(1, run.Code);
        Assert.Contains("a,ann,2024-01-01T00:00:00Z,post,3", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownColumns_AreIgnored_WhenLenient()
    {
        using CommandLine files = new();
        string csv = files.Write("one.csv", "community,person,at,act,colour\na,ann,2024-01-01,post,red\n");

        Assert.Equal(1, (await CommandLine.RunAsync("validate", csv)).Code);
        Assert.Equal(0, (await CommandLine.RunAsync("validate", csv, "--lenient")).Code);
    }

    [Fact]
    public async Task DanglingReplies_AreKeptWithAWarning()
    {
        using CommandLine files = new();
        string csv = files.Write("cut.csv", Header + "a,ann,2024-01-01,post,1,\na,bob,2024-01-02,reply,2,before-the-cut\n");

        Outcome run = await CommandLine.RunAsync("validate", csv);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("valid: 2 activities", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("warning: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("cut.csv:3: in_reply_to: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadableFiles_AreExplained_AndTheOthersStillChecked()
    {
        using CommandLine files = new();
        string broken = files.Write("broken.csv.gz", "this is not gzip");
        string bad = files.Write("bad.csv", Header + "a,ann,soon,post,1,\n");

        Outcome run = await CommandLine.RunAsync("validate", files.PathOf("absent.csv"), files.PathOf("."), broken, bad);

        Assert.Equal(1, run.Code);
        Assert.Contains("absent.csv: there is no such file", run.Error, StringComparison.Ordinal);
        Assert.Contains("this is a directory, a file is needed", run.Error, StringComparison.Ordinal);
        Assert.Contains("broken.csv.gz: it cannot be unpacked", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.csv:2: at: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackedFiles_AreRead()
    {
        using CommandLine files = new();
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Header + "a,ann,2024-01-01,post,1,\n"));
        }

        Outcome run = await CommandLine.RunAsync("validate", files.Write("a.csv.gz", packed.ToArray()));

        Assert.StartsWith("valid: 1 activity", run.Out, StringComparison.Ordinal);
    }
}
