using System.Text;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The report as one page that needs nothing else: no script, no font, no picture from elsewhere, and its policy forbids them.</summary>
internal static class HtmlReport
{
    public static async Task WriteAsync(Stream stream, HealthDocument document, CancellationToken cancellationToken)
    {
        await using StreamWriter html = new(stream, new UTF8Encoding(false), leaveOpen: true);
        TimeWindow window = document.Window;
        bool several = document.Communities.Count != 1;
        string title = several ? "Community health" : $"{document.Communities[0].Title}: community health";
        await html.WriteAsync($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Html.Text(title)}</title><style>{Style()}</style></head><body>
            <header><h1>{Html.Text(title)}</h1>
            <p class="quiet">{Words.Day(window.From)} up to {Durations.Format(window.Until)}{(document.AsOfChosen ? string.Empty : " (just after the last activity)")}</p></header>
            <main>

            """).ConfigureAwait(false);
        if (several)
        {
            await html.WriteAsync(Contents(document)).ConfigureAwait(false);
        }

        for (int i = 0; i < document.Communities.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await html.WriteAsync(CommunitySection.Of(document, i)).ConfigureAwait(false);
        }

        await html.WriteAsync($"</main>\n{SmallPrint.Of(document)}</body></html>\n").ConfigureAwait(false);
    }

    /// <summary>All communities by their ids, and the silo map that they make together.</summary>
    private static string Contents(HealthDocument document)
    {
        StringBuilder html = new("<nav aria-label=\"Communities\"><h2>Communities</h2><p class=\"quiet\">In the order of their ids, not of their scores: they are not to be ranked.</p><ul class=\"contents\">");
        for (int i = 0; i < document.Communities.Count; i++)
        {
            CommunityHealthReport community = document.Communities[i];
            int flags = community.Report.Flags.Count(f => f.Status == RedFlagStatus.Raised);
            string raised = flags > 0 ? $", {Words.Count(flags, "red flag", "red flags")}" : string.Empty;
            html.Append($"<li><a href=\"#c{i}\">{Html.Text(community.TitleAmongOthers)}</a>: {Html.Text(Words.Band(community.Report))}{raised}</li>");
        }

        return html.Append("</ul></nav>\n").Append(document.Communities.Count == 0 ? string.Empty : SiloCharts.Of(document, level: 2)).ToString();
    }

    private static string Style()
    {
        using Stream resource = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using StreamReader reader = new(resource);
        return reader.ReadToEnd();
    }
}
