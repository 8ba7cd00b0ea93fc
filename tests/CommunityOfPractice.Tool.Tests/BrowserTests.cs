using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The page in a real browser: nothing runs out of its picture, nothing scrolls sideways, on a desk and on a phone.</summary>
[Trait("Category", "Slow")]
public sealed class BrowserTests
{
    /// <summary>Measures the laid-out page from inside; the page itself has no script, a copy of it gets this one.</summary>
    private const string Probe = """
        <script>
        const out = [];
        for (const svg of document.querySelectorAll('svg')) {
          const box = svg.viewBox.baseVal;
          for (const text of svg.querySelectorAll('text')) {
            const b = text.getBBox();
            if (b.x < -0.5 || b.y < -0.5 || b.x + b.width > box.width + 0.5 || b.y + b.height > box.height + 0.5) out.push(text.textContent);
          }
        }
        document.title = JSON.stringify({ texts: document.querySelectorAll('svg text').length, outside: out,
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth });
        </script>
        """;

    [BrowserFact]
    public async Task Page_OnADesk_KeepsEverythingInItsPlace() => await CheckAsync(1200, CommandLine.MathematicsEducators);

    [BrowserFact]
    public async Task Page_OnAPhone_KeepsEverythingInItsPlace() => await CheckAsync(500, CommandLine.MathematicsEducators);

    [BrowserFact]
    public async Task Page_OfAWeakCommunity_KeepsEverythingInItsPlace()
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

        await CheckAsync(1000, files.Write("weak.csv", string.Join('\n', rows)));
    }

    private static async Task CheckAsync(int width, string activity)
    {
        using CommandLine files = new();
        string page = files.PathOf("page.html");
        Assert.Equal(0, (await CommandLine.RunAsync("health", activity, "--html", page)).Code);
        string probed = files.Write("probed.html", (await File.ReadAllTextAsync(page)).Replace("</body>", Probe + "</body>", StringComparison.Ordinal));
        string dom = await DumpAsync(files, probed, width);

        string title = System.Net.WebUtility.HtmlDecode(Regex.Match(dom, "<title>(\\{.*?)</title>").Groups[1].Value);
        System.Text.Json.JsonElement measured = System.Text.Json.JsonDocument.Parse(title).RootElement;
        Assert.True(measured.GetProperty("texts").GetInt32() > 20);
        Assert.Equal("[]", measured.GetProperty("outside").GetRawText());
        Assert.Equal(0, measured.GetProperty("sideways").GetInt32());
    }

    private static async Task<string> DumpAsync(CommandLine files, string page, int width)
    {
        ProcessStartInfo start = new(BrowserFactAttribute.Chromium) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", $"--user-data-dir={files.PathOf("profile")}", $"--window-size={width},1000", "--dump-dom", $"file://{page}"])
        {
            start.ArgumentList.Add(argument);
        }

        using Process browser = Process.Start(start)!;
        Task<string> errors = browser.StandardError.ReadToEndAsync();
        string dom = await browser.StandardOutput.ReadToEndAsync();
        await errors;
        await browser.WaitForExitAsync();
        return dom;
    }
}
