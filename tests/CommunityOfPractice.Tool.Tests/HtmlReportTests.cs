using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The page: self-contained, well-formed, safe against what stands in the data.</summary>
public sealed class HtmlReportTests
{
    [Fact]
    public async Task Page_NeedsNothingElse()
    {
        string html = await PageAsync(CommandLine.MathematicsEducators, "--as-of", "2014-05-01");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", html);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(html, "<svg "));
        Assert.Contains("Thriving: 94.7 of 100", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_AreWellFormed_AndSayTheirContentInWords()
    {
        string html = await PageAsync(CommandLine.MathematicsEducators, "--as-of", "2014-05-01");
        foreach (Match svg in Regex.Matches(html, "<svg .*?</svg>", RegexOptions.Singleline))
        {
            XElement picture = XElement.Parse(svg.Value.Replace("&nbsp;", " ", StringComparison.Ordinal));

            Assert.False(string.IsNullOrWhiteSpace(picture.Attribute("aria-label")?.Value));
            Assert.DoesNotContain("NaN", svg.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", svg.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Names_AreShownAndNotRun()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\n<script>alert(1)</script>,ann,2024-01-01,post\n\"a\"\" onload=\"\"x\",ann,2024-01-01,post\n");

        string html = await PageAsync(csv);

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTooLittle_SaysSo()
    {
        using CommandLine files = new();
        string html = await PageAsync(files.Write("a.csv", "community,person,at,act\na,ann,2024-01-01,post\n"));

        Assert.Contains("Too early to tell.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Score and dimensions", html, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(params string[] args)
    {
        using CommandLine files = new();
        string page = files.PathOf("page.html");
        Outcome run = await CommandLine.RunAsync(["health", .. args, "--html", page]);
        Assert.Equal(0, run.Code);
        return await File.ReadAllTextAsync(page);
    }
}
