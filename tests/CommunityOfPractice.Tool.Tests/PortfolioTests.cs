using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>What somebody meets who looks over all communities of an organisation.</summary>
public sealed class PortfolioTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "organisation");

    private static readonly string[] Files =
    [
        Path.Combine(Folder, "activity.csv"), "--people", Path.Combine(Folder, "people.csv"), "--communities", Path.Combine(Folder, "communities.csv"),
        "--memberships", Path.Combine(Folder, "memberships.csv"), "--as-of", "2026-04-06",
    ];

    [Theory]
    [InlineData("portfolio.txt")]
    [InlineData("portfolio.json")]
    public async Task I_see_the_organisation_at_a_glance(string golden)
    {
        Outcome run = await CommandLine.RunAsync(["portfolio", .. Files, .. golden.EndsWith(".json", StringComparison.Ordinal) ? ["--json"] : Array.Empty<string>()]);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        if (Environment.GetEnvironmentVariable("COP_WRITE_GOLDEN_PORTFOLIO") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, golden), Lines(run.Out));
        }

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folder, golden)), Lines(run.Out));
    }

    [Fact]
    public async Task The_two_departments_that_do_not_talk_are_found_and_the_small_one_is_not_named()
    {
        Outcome text = await CommandLine.RunAsync(["portfolio", .. Files]), json = await CommandLine.RunAsync(["portfolio", .. Files, "--json"]);
        JsonElement map = json.Json.GetProperty("siloMaps")[0];
        Assert.Equal(["it sales"], map.GetProperty("cells").EnumerateArray().Where(c => c.GetProperty("finding").GetString() == "Fewer").Select(c => $"{c.GetProperty("first").GetString()} {c.GetProperty("second").GetString()}"));
        Assert.DoesNotContain("legal", text.Out + json.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_and_one_file_of_everything_give_the_same()
    {
        using CommandLine files = new();
        string all = files.PathOf("all.jsonl");
        await CommandLine.RunAsync(["convert", .. Files[..^2], "--to", "jsonl", "-o", all]);
        Assert.Equal((await CommandLine.RunAsync(["portfolio", .. Files, "--json"])).Out, (await CommandLine.RunAsync("portfolio", all, "--as-of", "2026-04-06", "--json")).Out);
    }

    [Fact]
    public async Task A_larger_k_withholds_more()
    {
        JsonElement map = (await CommandLine.RunAsync(["portfolio", .. Files, "--k", "20", "--json"])).Json.GetProperty("siloMaps")[0];
        Assert.Empty(map.GetProperty("cells").EnumerateArray());
    }

    [Fact]
    public async Task A_file_of_activities_alone_says_what_is_unknown()
    {
        Outcome run = await CommandLine.RunAsync("portfolio", CommandLine.MathematicsEducators, "--as-of", "2014-05-01");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Contains("By status: unknown 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("Silo map of departments: none. The data do not say who belongs to which group.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Required argument 'FILE' missing", "portfolio")]
    [InlineData(2, "'soon' is not an instant", "portfolio", "x.csv", "--as-of", "soon")]
    [InlineData(2, "'long' is not a length", "portfolio", "x.csv", "--window", "long")]
    [InlineData(2, "3 is not the size of a group", "portfolio", "x.csv", "--k", "3")]
    [InlineData(2, "Cannot parse argument 'few'", "portfolio", "x.csv", "--k", "few")]
    [InlineData(1, "there is no such file", "portfolio", "./no-such-file.csv")]
    [InlineData(2, "41 is not a number of periods", "trends", "x.csv", "--periods", "41")]
    [InlineData(2, "1 is not a number of periods", "trends", "x.csv", "--periods", "1")]
    [InlineData(2, "4 is not the size of a group", "trends", "x.csv", "--k", "4")]
    [InlineData(2, "Required argument 'FILE' missing", "trends")]
    [InlineData(1, "there is no such file", "trends", "./no-such-file.csv")]
    [InlineData(2, "--json and --markdown do not go together", "privacy", "record", "--json", "--markdown")]
    [InlineData(2, "0 is not the size of a group", "privacy", "record", "--k", "0")]
    [InlineData(2, "Required command was not provided", "privacy")]
    public async Task What_is_wrong_is_named(int code, string expected, params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args);
        Assert.Equal((code, string.Empty), (run.Code, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_rows_and_files_without_anything_are_named()
    {
        using CommandLine files = new();
        string wrong = files.Write("w.csv", "community,person,at,act\na,ann,yesterday,post\n"), empty = files.Write("e.csv", "community,person,at,act\n");
        Outcome row = await CommandLine.RunAsync("portfolio", wrong), none = await CommandLine.RunAsync("portfolio", empty), nothing = await CommandLine.RunAsync("portfolio", empty, "--as-of", "2026-01-01", "--json");
        Assert.Equal((1, 1, 0), (row.Code, none.Code, nothing.Code));
        Assert.Contains("w.csv:2: at:", row.Error, StringComparison.Ordinal);
        Assert.Contains("say --as-of to report anyway", none.Error, StringComparison.Ordinal);
        Assert.Empty(nothing.Json.GetProperty("communities").EnumerateArray());
    }

    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()));
}
