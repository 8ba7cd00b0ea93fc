namespace CommunityOfPractice.Tool.Tests;

/// <summary>Nothing of the user's is lost, and a slip on the command line is explained.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SafetyTests
{
    private const string Csv = "community,person,at,act\na,ann,2024-01-01,post\n";

    [Theory]
    [InlineData("convert", "{0}", "-o", "{0}")]
    [InlineData("convert", "{0}", "--to", "people", "-o", "{1}")]
    [InlineData("health", "{0}", "--html", "{0}")]
    [InlineData("health", "{2}", "--people", "{0}", "--html", "{0}")]
    [InlineData("import", "stackexchange", "{0}", "-o", "{0}")]
    public async Task Output_OverAnInput_IsRefused(params string[] args)
    {
        using CommandLine files = new();
        string input = files.Write("a.csv", Csv), other = files.Write("b.csv", Csv), link = files.PathOf("link.csv");
        File.CreateSymbolicLink(link, input);

        Outcome run = await CommandLine.RunAsync([.. args.Select(a => string.Format(System.Globalization.CultureInfo.InvariantCulture, a, input, link, other))]);

        Assert.Equal(2, run.Code);
        Assert.Contains("is read from", run.Error, StringComparison.Ordinal);
        Assert.Equal(Csv, await File.ReadAllTextAsync(input));
    }

    /// <summary>The platform takes the end of a cut file for the end of the data: some of these would look whole.</summary>
    [Fact]
    public async Task AGzipFile_CutAnywhere_IsNeverTakenForWhole()
    {
        using CommandLine files = new();
        using MemoryStream packed = new();
        await using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionLevel.NoCompression, leaveOpen: true))
        {
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Csv + string.Concat(Enumerable.Range(0, 40).Select(i => $"a,p{i},2024-01-02,post\n"))));
        }

        byte[] whole = packed.ToArray();
        Assert.Equal(0, (await CommandLine.RunAsync("validate", files.Write("a.csv.gz", whole))).Code);
        for (int length = 0; length < whole.Length; length += length > whole.Length - 12 ? 1 : 37)
        {
            Outcome run = await CommandLine.RunAsync("validate", files.Write("a.csv.gz", whole[..length]));
            Assert.True(run.Code == 1, $"cut at {length} of {whole.Length}: {run.Out}");
        }
    }

    [Theory]
    [InlineData("health", "--from-graph")]
    [InlineData("health", "a.csv", "--from-graph")]
    [InlineData("health", "--from-graph", "a.csv", "--attribute")]
    [InlineData("health", "--from-graph", "a.csv", "--attributes")]
    public async Task AnOption_WithoutItsValue_IsASlipOfTheCommandLine(params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.Contains("argument missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_ToAFile_KeepsItsPermissionsAndNeighbours()
    {
        using CommandLine files = new();
        string output = files.Write("out.jsonl", "old"), neighbour = files.Write("out.jsonl.part", "precious");
        File.SetUnixFileMode(output, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(0, (await CommandLine.RunAsync("convert", files.Write("a.csv", Csv), "-o", output)).Code);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(output));
        Assert.Equal("precious", await File.ReadAllTextAsync(neighbour));
        Assert.StartsWith("{\"schema\"", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_ToADevice_IsWrittenToIt()
    {
        using CommandLine files = new();

        Assert.Equal(0, (await CommandLine.RunAsync("convert", files.Write("a.csv", Csv), "-o", "/dev/null")).Code);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Theory]
    [InlineData("validate", "")]
    [InlineData("health", "")]
    [InlineData("health", "x.csv", "--people", "")]
    [InlineData("health", "x.csv", "--html", "")]
    [InlineData("health", "x.csv", "--html", "-")]
    [InlineData("convert", "x.csv", "-o", "")]
    [InlineData("import", "stackexchange", "")]
    [InlineData("validate", "x.csv", "./x.csv")]
    public async Task Names_EmptyOrTwice_AreExplained(params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.StartsWith("cop: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DefaultAsOf_IsNotMovedByBotsOrByAWrongYear()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act,actor\na,ann,2024-01-01,post,\na,bot,2024-03-01,post,bot\na,ann,2062-01-01,post,\n");

        Outcome run = await CommandLine.RunAsync("health", csv, "--json");

        Assert.Equal("2024-01-01T00:00:01Z", run.Json.GetProperty("asOf").GetString());
        Assert.Contains("1 activity lies in the future", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoodRows_AreSound()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act,id,in_reply_to\na,ann,2024-01-01,post,1,1\na,bob,2024-01-02,post,2,\n,,,,,\na,ann,2024-01-03,reply,3,2\n");

        Outcome kept = await CommandLine.RunAsync("convert", csv, "--keep-good-rows");

        Assert.Equal(1, kept.Code);
        Assert.StartsWith("valid: 2 activities", (await CommandLine.RunAsync("validate", files.Write("kept.jsonl", kept.Out))).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_DoNotSteerTheTerminal()
    {
        using CommandLine files = new();

        Outcome run = await CommandLine.RunAsync("health", files.Write("a.csv", "community,person,at,act\n\u001b[31mred\u0007,ann,2024-01-01,post\n"));

        Assert.DoesNotContain('\u001b', run.Out);
        Assert.DoesNotContain('\u0007', run.Out);
    }
}
