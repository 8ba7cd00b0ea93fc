using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary><c>cop assign</c>: the contract of its JSON, and every bad row with its place.</summary>
public sealed class AssignTests
{
    private const string Triangle = "from,to,weight\nann,bob,5\nbob,cem,8\ncem,dee,5\nann,cem,7\n";

    [Fact]
    public async Task General_PrintsPairsTotalAndCertificate()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("assign", "--weights", files.Write("w.csv", Triangle), "--mode", "general", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal("general", run.Json.GetProperty("mode").GetString());
        Assert.Equal(["ann-bob 5", "cem-dee 5"], Pairs(run));
        Assert.Equal(10, run.Json.GetProperty("totalWeight").GetInt64());
        Assert.True(run.Json.GetProperty("certificate").GetProperty("verified").GetBoolean());
        Assert.Empty(run.Json.GetProperty("unmatched").EnumerateArray());
        AssertProof(run, Triangle);
    }

    [Fact]
    public async Task ABlossom_IsPartOfTheCertificate()
    {
        const string three = "from,to,weight\na,b,6\nb,c,6\nc,a,5\n";
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("assign", "--weights", files.Write("w.csv", three), "--json");

        Assert.Equal(6, run.Json.GetProperty("totalWeight").GetInt64());
        Assert.Single(run.Json.GetProperty("unmatched").EnumerateArray());
        Assert.Equal(["a", "b", "c"], run.Json.GetProperty("certificate").GetProperty("blossoms")[0].GetProperty("members").EnumerateArray().Select(m => m.GetString()));
        AssertProof(run, three);
    }

    [Fact]
    public async Task Bipartite_KeepsTheSidesApart()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("assign", "--weights", files.Write("w.csv", "from,to,weight\na,a,3\na,b,5\nb,b,4\n"), "--mode", "bipartite", "--json");

        Assert.Equal(["a-a 3", "b-b 4"], Pairs(run));
        Assert.Equal("bipartite", run.Json.GetProperty("mode").GetString());
        Assert.Equal(["from", "from", "to", "to"], run.Json.GetProperty("certificate").GetProperty("duals").EnumerateArray().Select(d => d.GetProperty("side").GetString()));
    }

    [Fact]
    public async Task MaxCardinality_PutsTheNumberOfPairsFirst()
    {
        using CommandLine files = new();
        string csv = files.Write("w.csv", "from,to,weight\na,b,1\nb,c,9\nc,d,1\n");

        Assert.Equal(9, (await CommandLine.RunAsync("assign", "--weights", csv, "--json")).Json.GetProperty("totalWeight").GetInt64());
        Outcome most = await CommandLine.RunAsync("assign", "--weights", csv, "--max-cardinality", "--json");
        Assert.Equal(2, most.Json.GetProperty("totalWeight").GetInt64());
        Assert.True(most.Json.GetProperty("certificate").GetProperty("pairBonus").GetInt64() > 0);
    }

    [Fact]
    public async Task TheOrderOfRowsAndEnds_LeavesNoTrace()
    {
        using CommandLine files = new();
        Outcome one = await CommandLine.RunAsync("assign", "--weights", files.Write("one.csv", Triangle), "--json");
        Outcome two = await CommandLine.RunAsync("assign", "--weights", files.Write("two.csv", "weight;to;from\n7;ann;cem\n5;cem;dee\n5;ann;bob\n8;\"bob\";cem\n"), "--json");

        Assert.Equal(one.Out, two.Out);
    }

    [Fact]
    public async Task Text_SaysItInWords()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("assign", "--weights", files.Write("w.csv", "from,to,weight\na,b,2\nb,c,5\n"));

        Assert.Equal("b – c: 5\na stays alone\n1 pair, total weight 5, proven to be the best\n", run.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task AHeaderAlone_IsAnEmptyProblem()
    {
        Outcome run = await CommandLine.RunAsync(["assign", "--weights", "-", "--json"], "from,to,weight\n");

        Assert.Equal((0, 0L), (run.Code, run.Json.GetProperty("totalWeight").GetInt64()));
        Assert.Empty(Pairs(run));
    }

    [Fact]
    public async Task EveryBadRow_IsReportedWithItsPlace()
    {
        using CommandLine files = new();
        string csv = files.Write("w.csv", "from,to,weight\n,b,1\na,,1\na,b,\na,b,1.5\na,b,9223372036854775808\na,a,1\na,b\n\"a,b,1\na\"b,c,1\n\"a\"b,c,1\nx,y,3\n");

        Outcome run = await CommandLine.RunAsync("assign", "--weights", csv, "--json");

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        foreach (string place in (string[])
            ["w.csv:2: from: ", "w.csv:3: to: ", "w.csv:4: weight: ", "w.csv:5: weight: '1.5'", "w.csv:6: weight: ", "w.csv:7: to: 'a'", "w.csv:8: 2 cells", "w.csv:9: text follows", "w.csv:10: a quote", "w.csv:11: text follows", "10 errors"])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("w.csv:12", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "w.csv: the file is empty")]
    [InlineData("from,to\na,b\n", "w.csv:1: weight: the column is missing")]
    [InlineData("from,to,weight,colour\na,b,1,red\n", "w.csv:1: colour: there is no such column")]
    [InlineData("from,to,weight,to\na,b,1,c\n", "w.csv:1: to: the column stands here twice")]
    [InlineData("from,to,weight\na,b,9223372036854775807\n", "too far apart")]
    public async Task BadFiles_AreExplained(string text, string problem)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("assign", "--weights", files.Write("w.csv", text));

        Assert.Equal(1, run.Code);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task OtherColumns_AreIgnored_WhenLenient_AndRepeatsAreNamed()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("assign", "--weights", files.Write("w.csv", "from,to,weight,note\na,b,1,x\n\nb,a,4,y\n"), "--lenient", "--json");

        Assert.Equal((0, 4L), (run.Code, run.Json.GetProperty("totalWeight").GetInt64()));
        Assert.Contains("warning: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("w.csv:4: the pair stands in line 2 already", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextThatIsNotUtf8_IsReported()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("assign", "--weights", files.Write("w.csv", [.. "from,to,weight\nm"u8, 0xFC, .. ",b,1\n"u8]));

        Assert.Equal(1, run.Code);
        Assert.Contains("w.csv:2: the row is not UTF-8 [text.not-utf8]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCommandLine_IsChecked()
    {
        using CommandLine files = new();
        string csv = files.Write("w.csv", Triangle);

        Assert.Equal(2, (await CommandLine.RunAsync("assign")).Code);
        Assert.Equal(2, (await CommandLine.RunAsync("assign", "--weights", csv, "--mode", "sideways")).Code);
        Outcome absent = await CommandLine.RunAsync("assign", "--weights", files.PathOf("absent.csv"));
        Assert.Equal(1, absent.Code);
        Assert.Contains("there is no such file", absent.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Pairs(Outcome run) =>
        run.Json.GetProperty("pairs").EnumerateArray().Select(p => $"{p.GetProperty("from").GetString()}-{p.GetProperty("to").GetString()} {p.GetProperty("weight").GetInt64()}");

    /// <summary>Checks the printed certificate as docs/assignment.md tells anybody to: no edge beats the duals, and they add up to the total.</summary>
    private static void AssertProof(Outcome run, string csv)
    {
        JsonElement certificate = run.Json.GetProperty("certificate");
        long scale = certificate.GetProperty("scale").GetInt64();
        Dictionary<string, long> duals = certificate.GetProperty("duals").EnumerateArray().ToDictionary(d => d.GetProperty("id").GetString()!, d => d.GetProperty("dual").GetInt64());
        (HashSet<string> Members, long Dual)[] blossoms = [.. certificate.GetProperty("blossoms").EnumerateArray().Select(b =>
            (b.GetProperty("members").EnumerateArray().Select(m => m.GetString()!).ToHashSet(), b.GetProperty("dual").GetInt64()))];
        foreach (string[] row in csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(',')))
        {
            long around = blossoms.Where(b => b.Members.Contains(row[0]) && b.Members.Contains(row[1])).Sum(b => b.Dual);
            Assert.True(duals[row[0]] + duals[row[1]] + around >= scale * long.Parse(row[2]));
        }

        Assert.All(duals.Values, dual => Assert.True(dual >= 0));
        Assert.Equal(scale * run.Json.GetProperty("totalWeight").GetInt64(), duals.Values.Sum() + blossoms.Sum(b => b.Dual * (b.Members.Count / 2)));
    }
}
