using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The report as text: a screen for one community, a line each for several, everything when asked.</summary>
public sealed class HealthTextTests
{
    private const int ScreenLines = 30;

    private static readonly string[] Said = ["Speaks for it", "Red flags", "To do next", "Missing", "Rests on"];

    [Fact]
    public async Task ABaselineThatCouldNotBeUsed_IsTold()
    {
        Outcome usual = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators), asked = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--baseline", "previous");
        Assert.Contains("Baseline        The community had no score then; the score is explained against the middle", asked.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Baseline  ", usual.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_community_is_one_screen()
    {
        string[] lines = Lines((await CommandLine.RunAsync(["health", .. CommandLine.Circle])).Out);

        Assert.InRange(lines.Length, 10, ScreenLines);
        Assert.All(lines, l => Assert.InRange(l.Length, 0, 132));
        Assert.All(Said, s => Assert.Single(lines, l => l.StartsWith(s, StringComparison.Ordinal)));
        Assert.StartsWith("Steady: the score is 77.1 of 100, plausibly ", lines[3], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("Community ", StringComparison.Ordinal) && l.Contains("between Developing and Thriving", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_band_is_named_only_when_it_is_firm()
    {
        using CommandLine files = new();
        string weak = files.Write("weak.csv", "community,person,at,act,id,in_reply_to\n" + string.Concat(Enumerable.Range(0, 90).Select(i =>
            $"c,p{i % 30},{1704067200 + (i * 86400)},ask,q{i},\n" + (i % 5 == 0 ? $"c,boss,{1704067200 + (i * 86400) + 80000},answer,a{i},q{i}\n" : string.Empty))));

        Outcome sure = await CommandLine.RunAsync("health", weak), unasked = await CommandLine.RunAsync("health", weak, "--draws", "0");

        Assert.Contains("\nBetween Fragile and Developing: the score is ", sure.Out, StringComparison.Ordinal);
        Assert.Contains("\nNo band named: the score is ", unasked.Out, StringComparison.Ordinal);
        Assert.Matches("\nCommunity +[█░]+  [0-9.]+ \\(from ", unasked.Out);
        JsonElement shaky = (await CommandLine.RunAsync("health", weak, "--json")).Community("c"), silent = (await CommandLine.RunAsync("health", weak, "--json", "--draws", "0")).Community("c");
        Assert.Equal((JsonValueKind.Null, "[\"Fragile\",\"Developing\"]"), (shaky.GetProperty("band").ValueKind, shaky.GetProperty("betweenBands").GetRawText().ReplaceLineEndings(string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal)));
        Assert.Equal((JsonValueKind.Null, 0), (silent.GetProperty("band").ValueKind, silent.GetProperty("betweenBands").GetArrayLength()));
    }

    [Fact]
    public async Task Several_communities_are_one_line_each_in_the_order_of_their_ids()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\nzeta,ann,2014-04-01,post\nalpha,ann,2014-04-02,post\n");

        string[] lines = Lines((await CommandLine.RunAsync("health", csv, CommandLine.MathematicsEducators)).Out);

        string[] rows = [.. lines.Where(l => Regex.IsMatch(l, "^(alpha|matheducators|zeta) "))];
        Assert.Equal(["alpha", "matheducators", "zeta"], rows.Select(r => r.Split(' ')[0]));
        Assert.EndsWith("Not enough data: 5 people known in the community are needed, 1 is there.", rows[0], StringComparison.Ordinal);
        Assert.Matches("  Thriving \\(plausibly [0-9]+ to [0-9]+\\)$", rows[1]);
        Assert.InRange(lines.Length, 6, 8);
    }

    [Fact]
    public async Task Everything_is_there_when_asked_for()
    {
        string all = (await CommandLine.RunAsync(["health", .. CommandLine.Circle, "--all"])).Out;

        foreach (char group in "ABCDEF")
        {
            Assert.Matches($"(?m)^  {group} [A-Z]", all);
        }

        int last = -1;
        foreach (string heading in (string[])["A Participation", "B Network", "C Newcomers", "D Answers", "E Rhythm", "F Domain"])
        {
            int at = all.IndexOf(heading, StringComparison.Ordinal);
            Assert.True(at > last, heading);
            last = at;
        }

        Assert.All(StandardIndicators.All, i => Assert.Contains(i.Info.Name, all, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reading_has_its_group() =>
        Assert.All(StandardIndicators.All, i => Assert.Matches("^[A-F] ", Catalogue.GroupOf(i.Info.Id)));

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');
}
