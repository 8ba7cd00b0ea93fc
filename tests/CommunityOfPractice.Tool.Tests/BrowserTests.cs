using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The page in a real browser: nothing runs out of its picture, nothing scrolls sideways, nothing is asked for elsewhere, on a desk, on a phone and on paper.</summary>
[Trait("Category", "Slow")]
public sealed class BrowserTests
{
    /// <summary>Measures the laid-out page from outside; the page itself has no script.</summary>
    private const string Probe = """
        (() => {
          const outside = [], clash = [], nameless = [], tableless = [];
          for (const svg of document.querySelectorAll('svg')) {
            const box = svg.viewBox.baseVal, placed = [];
            for (const text of svg.querySelectorAll('text')) {
              const b = text.getBBox();
              if (b.x < -0.5 || b.y < -0.5 || b.x + b.width > box.width + 0.5 || b.y + b.height > box.height + 0.5) outside.push(text.textContent);
              const trim = 3;
              for (const [other, o] of placed)
                if (b.x + 1 < o.x + o.width && o.x + 1 < b.x + b.width && b.y + trim < o.y + o.height - trim && o.y + trim < b.y + b.height - trim) clash.push(other + ' | ' + text.textContent);
              placed.push([text.textContent, b]);
            }
            if (!svg.getAttribute('aria-label')?.trim() || svg.getAttribute('role') !== 'img') nameless.push(svg.outerHTML.slice(0, 80));
            if (!svg.closest('.chart')?.querySelector('details table caption')) tableless.push(svg.getAttribute('aria-label'));
          }
          const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]);
          const luminance = c => { const v = c.slice(0, 3).map(x => { x /= 255; return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; }); return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
          const rgba = s => { const m = s.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
          const ground = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 0.99) return c; } return [255, 255, 255, 1]; };
          const faint = [];
          for (const e of document.querySelectorAll('body *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.checkVisibility()) continue;
            const style = getComputedStyle(e), svg = e.closest('svg');
            const a = luminance(rgba(svg ? style.fill : style.color)), b = luminance(ground(svg ?? e));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) faint.push(ratio.toFixed(2) + ' ' + e.textContent.slice(0, 40));
          }
          return { texts: document.querySelectorAll('svg text').length, svgs: document.querySelectorAll('svg').length, outside, clash, nameless, tableless, faint,
            h1: levels.filter(l => l === 1).length, leaps: levels.filter((l, i) => i > 0 && l > levels[i - 1] + 1).length,
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth };
        })()
        """;

    [BrowserTheory]
    [InlineData(1280, "screen", "light", true)]
    [InlineData(1280, "screen", "dark", true)]
    [InlineData(1280, "screen", "light", false)]
    [InlineData(400, "screen", "light", true)]
    [InlineData(400, "screen", "dark", true)]
    [InlineData(400, "screen", "light", false)]
    [InlineData(718, "print", "dark", true)]
    public async Task Page_WithEveryChart_IsInOrder(int width, string medium, string scheme, bool scripts)
    {
        JsonElement seen = await CheckAsync(CommandLine.Circle, width, medium, scheme, scripts);

        Assert.Equal(6, seen.GetProperty("svgs").GetInt32());
    }

    [BrowserFact]
    public async Task Page_OfSeveralCommunities_IsInOrder()
    {
        string[] posts = [CommandLine.MathematicsEducators, .. CommandLine.Circle[..^4]];
        await CheckAsync(posts, 400, "screen", "light", scripts: true);
    }

    [BrowserFact]
    public async Task Page_OfAWeakCommunity_IsInOrder()
    {
        using CommandLine files = new();
        List<string> rows = ["community,person,at,act,id,in_reply_to"];
        for (int i = 0; i < 90; i++)
        {
            string day = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            rows.Add($"A community with a rather long name & a <tag>,p{i % 30},{day},ask,q{i},");
            if (i % 5 == 0)
            {
                rows.Add($"A community with a rather long name & a <tag>,boss,{day}T23:00:00Z,answer,a{i},q{i}");
            }
        }

        await CheckAsync([files.Write("weak.csv", string.Join('\n', rows))], 400, "screen", "light", scripts: true);
    }

    [BrowserFact]
    public async Task Page_WithManyDepartmentsOfWideNames_IsInOrder()
    {
        using CommandLine files = new();
        string people = files.Write("people.csv", "person,department\n" + string.Concat(Enumerable.Range(0, 176).Select(p => $"p{p},{(p % 22 < 11 ? new string('W', 30) : "Ministry of illuminating ink ")}{(char)('A' + (p % 22))}\n")));
        string posts = files.Write("many.csv", "community,person,at,act,id,in_reply_to\n" + string.Concat(Enumerable.Range(0, 176).Select(p =>
            $"c,p{p},{1704067200 + (p * 36000)},ask,q{p},\nc,p{(p + 22) % 176},{1704067200 + (p * 36000) + 3600},answer,a{p},q{p}\nc,p{(p + 7) % 176},{1704067200 + (p * 36000) + 7200},answer,b{p},q{p}\n")));

        JsonElement seen = await CheckAsync([posts, "--people", people], 400, "screen", "dark", scripts: true);

        Assert.Equal(5, seen.GetProperty("svgs").GetInt32());
    }

    [BrowserFact]
    public async Task Page_OnPaper_IsAPdf()
    {
        using CommandLine files = new();
        await using Browser browser = await Browser.StartAsync();
        await browser.OpenAsync(await PageAsync(files, CommandLine.Circle), 1280, medium: string.Empty, scheme: "dark");

        byte[] paper = await browser.PaperAsync();

        Keep("paper.pdf", paper);
        int pages = Regex.Matches(Encoding.Latin1.GetString(paper), "/Type /Pages\\s*/Count (\\d+)").Max(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.InRange(pages, 2, 12);
    }

    private static async Task<JsonElement> CheckAsync(string[] args, int width, string medium, string scheme, bool scripts)
    {
        using CommandLine files = new();
        string page = await PageAsync(files, args);
        await using Browser browser = await Browser.StartAsync(scripts);
        await browser.OpenAsync(page, width, medium, scheme);
        JsonElement seen = await browser.EvaluateAsync(Probe);
        Keep($"{Path.GetFileNameWithoutExtension(args[0])}-{width}-{medium}-{scheme}.png", await browser.PictureAsync());

        Assert.True(seen.GetProperty("texts").GetInt32() > 20);
        foreach (string fault in (string[])["outside", "clash", "nameless", "tableless", "faint"])
        {
            Assert.True(seen.GetProperty(fault).GetArrayLength() == 0, $"{fault}: {seen.GetProperty(fault).GetRawText()}");
        }

        Assert.Equal(0, seen.GetProperty("sideways").GetInt32());
        Assert.Equal(1, seen.GetProperty("h1").GetInt32());
        Assert.Equal(0, seen.GetProperty("leaps").GetInt32());
        Assert.Equal([new Uri(page).AbsoluteUri], browser.Requests);
        Assert.Empty(browser.Complaints);
        return seen;
    }

    private static async Task<string> PageAsync(CommandLine files, string[] args)
    {
        string page = files.PathOf("page.html");
        Assert.Equal(0, (await CommandLine.RunAsync(["health", .. args, "--html", page])).Code);
        return page;
    }

    /// <summary>Keeps what was seen, for people to look at, in the folder that COP_KEEP_PICTURES names.</summary>
    private static void Keep(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("COP_KEEP_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
    }
}
