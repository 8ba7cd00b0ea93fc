using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary><c>cop health --from-graph</c>: the readings of a plain list of edges. The keys are a contract.</summary>
public sealed class GraphCommandTests
{
    private static string DataOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "networks", name);

    [Theory]
    [InlineData("UKfaculty")]
    [InlineData("karate")]
    public async Task Readings_AgreeWithIgraph(string network)
    {
        string[][] rows = [.. File.ReadLines(DataOf("goldens.csv")).Select(line => line.Split(','))];
        Dictionary<string, string> golden = rows[0].Zip(rows.Single(row => row[0] == network)).ToDictionary(cell => cell.First, cell => cell.Second);
        string[] direction = golden["directed"] == "TRUE" ? [] : ["--undirected"];

        Outcome run = await CommandLine.RunAsync(
            ["health", "--from-graph", DataOf($"{network}.edges.csv"), "--attributes", DataOf($"{network}.nodes.csv"), "--attribute", golden["attribute"], "--json", .. direction]);

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
        foreach ((string key, string column) in ((string, string)[])
        [
            ("vertices", "nodes"), ("edges", "edges_simple"), ("undirectedEdges", "undirected_edges"), ("loopsDropped", "loops_dropped"), ("density", "density"),
            ("transitivity", "transitivity_global"), ("components", "components"), ("giant", "giant"), ("externalEdges", "cross_group_edges"), ("externalShare", "cross_share"),
            ("eiIndex", "EI_index"), ("modularity", "modularity_by_attr"), ("assortativity", "assortativity_nominal"), ("degreeGini", "degree_gini"), ("maxCore", "max_core"),
        ])
        {
            Assert.Equal(double.Parse(golden[column], CultureInfo.InvariantCulture), Number(run, key), 1e-9);
        }

        Assert.Equal(direction.Length == 0, run.Json.GetProperty("directed").GetBoolean());
        if (direction.Length == 0)
        {
            Assert.Equal(double.Parse(golden["reciprocity"], CultureInfo.InvariantCulture), Number(run, "reciprocity"), 1e-9);
        }
        else
        {
            Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("reciprocity").ValueKind);
            Assert.Equal("the graph is undirected", run.Json.GetProperty("reciprocityReason").GetString());
        }

        Assert.Equal(Number(run, "eiIndex") - Number(run, "eiDegreeNull"), -2 * Number(run, "modularity"), 1e-12);
    }

    [Fact]
    public async Task Keys_AreTheContract()
    {
        Outcome run = await KarateAsync("--json");

        string[] keys =
        [
            "directed", "attribute", "vertices", "edges", "undirectedEdges", "loopsDropped", "repeatsDropped", "density", "meanDegree", "reciprocity", "reciprocityCorrected",
            "inDegreeCentralization", "outDegreeCentralization", "transitivity", "degreeCentralization", "degreeGini", "isolates", "components", "giant", "maxCore", "maxCoreShare",
            "coreSize", "coreShare", "coreDensity", "betweenDensity", "peripheryDensity", "coreCorrelation", "groups", "groupCoverage", "externalEdges", "internalEdges",
            "externalShare", "eiIndex", "eiExpected", "eiDegreeNull", "eiRescaled", "eiPAtMost", "eiPAtLeast", "eiPermutations", "modularity", "assortativity", "bridging",
        ];
        Assert.Equal(keys, run.Json.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Table_SaysTheSameInWords()
    {
        Outcome run = await KarateAsync("--undirected");

        Assert.Equal(0, run.Code);
        Assert.Contains("Transitivity                                      0.2557", run.Out, StringComparison.Ordinal);
        Assert.Contains("the graph is undirected", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAttributes_GroupReadingsSayWhyTheyAreNull()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("health", "--from-graph", files.Write("e.csv", "from,to\na,b\nb,c\nc,a\nc,d\n"), "--json");

        Assert.Equal(0, run.Code);
        foreach (string key in (string[])["groups", "groupCoverage", "eiIndex", "eiExpected", "eiDegreeNull", "modularity", "eiPAtMost", "bridging"])
        {
            Assert.Equal(JsonValueKind.Null, run.Json.GetProperty(key).ValueKind);
            Assert.Equal("no attribute was given", run.Json.GetProperty(key + "Reason").GetString());
        }

        Assert.Equal(0.6, Number(run, "transitivity"));
        Assert.Equal(2, Number(run, "maxCore"));
        Assert.Equal(0.75, Number(run, "maxCoreShare"));
        Assert.Equal(2, Number(run, "coreSize"));
    }

    [Fact]
    public async Task LoopsAndRepeats_AreDroppedAndCounted_AndNodesWithoutEdgesAreIsolates()
    {
        using CommandLine files = new();
        string edges = files.Write("e.csv", "weight;to;from\n3;b;a\n1;b;a\n1;a;b\n9;a;a\n1;e;e\n"), nodes = files.Write("n.csv", "id\ta\nb\nc\n".Replace("\t", "\n", StringComparison.Ordinal));

        Outcome directed = await CommandLine.RunAsync("health", "--from-graph", edges, "--attributes", nodes, "--json");
        Outcome undirected = await CommandLine.RunAsync("health", "--from-graph", edges, "--attributes", nodes, "--json", "--undirected");

        Assert.Equal((4, 2, 1, 2, 1, 2), (Number(directed, "vertices"), Number(directed, "edges"), Number(directed, "undirectedEdges"), Number(directed, "loopsDropped"), Number(directed, "repeatsDropped"), Number(directed, "isolates")));
        Assert.Equal((1, 2, 2), (Number(undirected, "edges"), Number(undirected, "loopsDropped"), Number(undirected, "repeatsDropped")));
        Assert.Equal(1, Number(directed, "reciprocity"));
        Assert.Equal(2.0 / 12, Number(directed, "density"));
        Assert.Equal("warning: 1 id of the edges is not in " + nodes + "\n", directed.Error);
    }

    [Fact]
    public async Task UnknownGroups_AreLeftOut_AndCoverageSaysSo()
    {
        using CommandLine files = new();
        string edges = files.Write("e.csv", "from,to\na,b\na,c\na,d\na,x\n"), nodes = files.Write("n.csv", "id,dept\na,1\nb,1\nc,2\nd,\n");

        Outcome run = await CommandLine.RunAsync("health", "--from-graph", edges, "--attributes", nodes, "--attribute", "dept", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal((0.5, 1, 1, 0, 2), (Number(run, "groupCoverage"), Number(run, "externalEdges"), Number(run, "internalEdges"), Number(run, "eiIndex"), Number(run, "groups")));
        Assert.Contains("warning: both groups are known for only 50 % of the edges", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneGroup_HasNoEiIndex()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync(
            "health", "--from-graph", files.Write("e.csv", "from,to\na,b\n"), "--attributes", files.Write("n.csv", "id,dept\na,1\nb,1\n"), "--attribute", "dept", "--json");

        Assert.Equal("there are fewer than two groups", run.Json.GetProperty("eiIndexReason").GetString());
        Assert.Equal(0, Number(run, "modularity"));
    }

    [Fact]
    public async Task TheOrderOfRows_DoesNotShow()
    {
        using CommandLine files = new();
        string[] edges = File.ReadAllLines(DataOf("UKfaculty.edges.csv")), nodes = File.ReadAllLines(DataOf("UKfaculty.nodes.csv"));
        string[] Turned(string[] lines) => [lines[0], .. lines.Skip(1).Reverse()];
        string e = files.Write("e.csv", string.Join("\r\n", Turned(edges))), n = files.Write("n.csv", string.Join('\n', Turned(nodes)));

        Outcome one = await CommandLine.RunAsync("health", "--from-graph", DataOf("UKfaculty.edges.csv"), "--attributes", DataOf("UKfaculty.nodes.csv"), "--attribute", "Group", "--json");
        Outcome other = await CommandLine.RunAsync("health", "--from-graph", e, "--attributes", n, "--attribute", "Group", "--json");

        Assert.Equal(one.Out, other.Out);
    }

    [Fact]
    public async Task StandardInput_AndPackedFiles_CanBeRead()
    {
        using CommandLine files = new();
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes("\uFEFFID,Dept\nä,1\nb,2\n"));
        }

        Outcome run = await CommandLine.RunAsync(["health", "--from-graph", "-", "--attributes", files.Write("n.csv.gz", packed.ToArray()), "--attribute", "dept", "--json"], "From,To\n\"ä\",b");

        Assert.Equal(0, run.Code);
        Assert.Equal(1, Number(run, "eiIndex"));
    }

    [Fact]
    public async Task EveryError_OfBothFiles_IsReportedWithItsPlace()
    {
        using CommandLine files = new();
        string edges = files.Write("e.csv", "from,to,note\na,b,\n,c,\"two\nlines\"\nd\nx,\"y\"z,\na,\"b\nc,,\nq\0,r,\n"u8.ToArray());
        string nodes = files.Write("n.csv", [.. "id,x\na,1\na,2\n,3\nb"u8, 0xFF, .. ",2\n"u8]);

        Outcome run = await CommandLine.RunAsync("health", "--from-graph", edges, "--attributes", nodes, "--attribute", "dept", "--json");

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Equal(
            [
                "e.csv:3: from: a value is required [value.missing]",
                "e.csv:5: the row has 1 cells, the header has 3 [row.cells]",
                "e.csv:6: text follows the closing quote of a cell [quote.text-after]",
                "e.csv:7: a quote is never closed [quote.unclosed]",
                "e.csv:8: to: a value is required [value.missing]",
                "e.csv:9: a NUL character stands in the row [text.nul]",
                "n.csv:1: dept: the column is required and is not there; there are: id, x [column.missing]",
                "n.csv:3: id: the id is there already, on line 2 [id.repeated]",
                "n.csv:4: id: a value is required [value.missing]",
                "n.csv:5: the row is not UTF-8 [text.not-utf8]",
                "cop: 10 errors, nothing was used",
            ],
            run.Error.TrimEnd('\n').Split('\n').Select(line => line.Replace($"error: {Path.GetDirectoryName(edges)}/", string.Empty, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "e.csv: the file is empty [file.empty]")]
    [InlineData("from,too\na,b\n", "e.csv:1: to: the column is required and is not there; there are: from, too [column.missing]")]
    [InlineData("from,to,to\na,b,c\n", "e.csv:1: to: the column is there more than once [column.duplicate]")]
    [InlineData("from,to\na,b\"c\n", "e.csv:2: a quote stands inside a cell that does not begin with one [quote.stray]")]
    [InlineData("from,to\na,b\rc,d\n", "e.csv:2: a carriage return stands without a line feed [row.bare-return]")]
    [InlineData("from,\"to\n", "e.csv:1: a quote is never closed [quote.unclosed]")]
    public async Task Error_NamesFileLineAndColumn(string text, string expected)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("health", "--from-graph", files.Write("e.csv", text));

        Assert.Equal(1, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Contains("cop: 1 error, nothing was used", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatIsNotThere_IsAnError()
    {
        Outcome run = await CommandLine.RunAsync("health", "--from-graph", "/nowhere/e.csv", "--attributes", "/nowhere/n.csv");

        Assert.Equal(1, run.Code);
        Assert.Equal(2, run.Error.Split("there is no such file [file.unreadable]").Length - 1);
        Assert.Contains("cop: 2 errors", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("health", "--undirected", "x.csv")]
    [InlineData("health", "--attributes", "n.csv", "x.csv")]
    [InlineData("health", "--from-graph", "e.csv", "x.csv")]
    [InlineData("health", "--from-graph", "e.csv", "--people", "x.csv")]
    [InlineData("health", "--from-graph", "e.csv", "--attribute", "dept")]
    [InlineData("health", "--from-graph", "e.csv", "--html", "x.html")]
    [InlineData("health", "--from-graph", "e.csv", "--as-of", "2024-01-01")]
    [InlineData("health", "--from-graph", "-", "--attributes", "-")]
    [InlineData("health", "--from-graph", "")]
    [InlineData("health")]
    public async Task OptionsThatDoNotGoTogether_AreRefused(params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args, string.Empty);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Seed_ChangesThePermutationsOnly()
    {
        using CommandLine files = new();
        string edges = files.Write("e.csv", "from,to\na,b\nb,c\nc,d\nd,e\ne,f\n"), nodes = files.Write("n.csv", "id,g\na,1\nb,1\nc,1\nd,2\ne,2\nf,2\n");
        async Task<Outcome> RunAsync(params string[] more) => await CommandLine.RunAsync(["health", "--from-graph", edges, "--attributes", nodes, "--attribute", "g", "--json", .. more]);

        Outcome one = await RunAsync(), again = await RunAsync("--seed", "0"), other = await RunAsync("--seed", "1");

        Assert.Equal(one.Out, again.Out);
        Assert.NotEqual(one.Out, other.Out);
        Assert.Equal(Number(one, "eiPAtMost"), Number(other, "eiPAtMost"), 0.03);
        Assert.Equal(Number(one, "eiExpected"), Number(other, "eiExpected"));
    }

    private static Task<Outcome> KarateAsync(params string[] more) =>
        CommandLine.RunAsync(["health", "--from-graph", DataOf("karate.edges.csv"), "--attributes", DataOf("karate.nodes.csv"), "--attribute", "Faction", .. more]);

    private static double Number(Outcome run, string key) => run.Json.GetProperty(key).GetDouble();
}
