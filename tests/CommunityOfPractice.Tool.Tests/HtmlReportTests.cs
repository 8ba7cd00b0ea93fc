using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The page: self-contained, well-formed, safe against what stands in the data.</summary>
public sealed class HtmlReportTests
{
    [Fact]
    public async Task Page_NeedsNothingElse()
    {
        string html = await PageAsync(CommandLine.Circle);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", html);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"", html, StringComparison.Ordinal);
    }

    /// <summary>Headings, pictures and tables in their order. COP_WRITE_GOLDEN_PAGE=FILE writes what is there now.</summary>
    [Fact]
    public async Task Page_HasTheStructureThatWasAgreed()
    {
        string html = await PageAsync(CommandLine.Circle);

        string[] structure = [.. Regex.Matches(html, "<h(?<level>[1-4])>(?<text>.*?)</h[1-4]>|<svg .*?aria-label=\"(?<picture>[^.\"]*)\\.|<caption>(?<table>.*?)</caption>|<(?<list>ul|ol) class=\"(?<style>[a-z]+)\"|<(?<landmark>header|main|footer|details)>")
            .Select(m => m.Groups["level"].Success ? $"h{m.Groups["level"].Value} {m.Groups["text"].Value}"
                : m.Groups["picture"].Success ? $"picture {m.Groups["picture"].Value}"
                : m.Groups["table"].Success ? $"table {m.Groups["table"].Value}"
                : m.Groups["list"].Success ? $"{m.Groups["list"].Value} {m.Groups["style"].Value}"
                : m.Groups["landmark"].Value)];

        if (Environment.GetEnvironmentVariable("COP_WRITE_GOLDEN_PAGE") is { Length: > 0 } file)
        {
            await File.WriteAllLinesAsync(file, structure);
        }

        Assert.Equal(await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "circle", "page-structure.txt")), structure);
    }

    [Fact]
    public async Task Page_IsTheSameEveryTime() => Assert.Equal(await PageAsync(CommandLine.Circle), await PageAsync(CommandLine.Circle));

    [Fact]
    [Trait("Law", "27")]
    public async Task Waterfall_AddsUpToTheShownScore()
    {
        foreach (string baseline in (string[])["okay", "previous"])
        {
            string html = await PageAsync([CommandLine.MathematicsEducators, "--as-of", "2014-05-01", "--window", "42d", "--draws", "0", "--baseline", baseline]);
            string table = Regex.Match(html, "<caption>What moves the score</caption>.*?</table>", RegexOptions.Singleline).Value;
            decimal[][] rows = [.. Regex.Matches(table, "<tr><th scope=\"row\">[^<]*</th><td>(?<points>[^<]*)</td><td>(?<reached>[^<]*)</td>")
                .Select(m => (decimal[])[Number(m.Groups["points"].Value), Number(m.Groups["reached"].Value)])];

            Assert.True(rows.Length > 3);
            Assert.Equal(rows[^1][1], rows[0][1] + rows.Sum(r => r[0]));
            Assert.Contains(FormattableString.Invariant($"The score is {rows[^1][1]:0.0} of 100"), html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Charts_AreWellFormed_AndSayTheirContentInWords()
    {
        string html = await PageAsync(CommandLine.Circle);
        MatchCollection pictures = Regex.Matches(html, "<svg .*?</svg>", RegexOptions.Singleline);

        Assert.Equal(6, pictures.Count);
        foreach (Match svg in pictures)
        {
            XElement picture = XElement.Parse(svg.Value);

            Assert.False(string.IsNullOrWhiteSpace(picture.Attribute("aria-label")?.Value));
            Assert.DoesNotContain("NaN", svg.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", svg.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SiloMap_WithholdsSmallGroups_AndSaysSo()
    {
        string html = await PageAsync(CommandLine.Circle);
        string map = Regex.Match(html, "<section class=\"chart\"><h2>Silo map of departments</h2>.*?</section>", RegexOptions.Singleline).Value;

        Assert.DoesNotContain("Human Resources", map, StringComparison.Ordinal); // three people: they stand in the group of others
        Assert.Contains("(others)", map, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(map, "<tr><th scope=\"row\">[^<]*</th><td>[^<]*</td><td>withheld</td>"), Regex.Count(map, "class=\"hatch\""));
    }

    [Fact]
    public async Task Calendar_TellsHeldFromPlannedAndCancelled()
    {
        string html = await PageAsync(CommandLine.Circle);

        Assert.Contains("9 gatherings held, 2 planned and not confirmed, 2 cancelled", html, StringComparison.Ordinal);
        Assert.Contains("23 questions of 77 had no answer", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_AreShownAndNotRun()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\n<script>alert(1)</script>,ann,2024-01-01,post\n\"a\"\" onload=\"\"x\",ann,2024-01-01,post\n");

        string html = await PageAsync(csv);

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onload=\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTooLittle_SaysSo()
    {
        using CommandLine files = new();
        string html = await PageAsync(files.Write("a.csv", "community,person,at,act\na,ann,2024-01-01,post\n"));

        Assert.Contains("Too early to tell.", html, StringComparison.Ordinal);
        Assert.Contains("Not drawn:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Score and dimensions", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfNoCommunity_IsAPage()
    {
        using CommandLine files = new();
        string html = await PageAsync(files.Write("p.csv", "person,department\nann,IT\n"), "--as-of", "2024-01-01");

        Assert.Contains("<h1>Community health</h1>", html, StringComparison.Ordinal);
    }

    private static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static async Task<string> PageAsync(params string[] args)
    {
        using CommandLine files = new();
        string page = files.PathOf("page.html");
        Outcome run = await CommandLine.RunAsync(["health", .. args, "--html", page]);
        Assert.Equal(0, run.Code);
        return await File.ReadAllTextAsync(page);
    }
}
