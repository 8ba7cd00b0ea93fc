using System.Text;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Reporting.Charts;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The report as one page that needs nothing else: no script, no font, no picture from elsewhere.</summary>
internal static class HtmlReport
{
    public static async Task WriteAsync(Stream stream, HealthDocument document, CancellationToken cancellationToken)
    {
        await using StreamWriter html = new(stream, new UTF8Encoding(false), leaveOpen: true);
        string style = Style();
        TimeWindow window = document.Window;
        string title = document.Communities.Count == 1 ? $"{document.Communities[0].Title}: community health" : "Community health";
        await html.WriteAsync($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Svg.Escape(title)}</title><style>{style}</style></head><body><main>
            <header><h1>{Svg.Escape(title)}</h1>
            <p class="quiet">{Words.Day(window.From)} up to {Durations.Format(window.Until)}{(document.AsOfChosen ? string.Empty : " (just after the last activity)")} · model {Svg.Escape(document.ModelVersion)}</p></header>

            """).ConfigureAwait(false);
        if (document.Communities.Count > 1)
        {
            await html.WriteAsync(Contents(document)).ConfigureAwait(false);
        }

        for (int i = 0; i < document.Communities.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await html.WriteAsync(Section(document, document.Communities[i], i)).ConfigureAwait(false);
        }

        await html.WriteAsync("""
            <footer><p class="quiet">Unknown is not zero: a reading without enough data says so and is left out of the score. The points of the readings add up exactly to
            score minus baseline. Weights and goalposts are published starting values, not calibrated ones; communities are not to be ranked by them.
            Made with CommunityOfPractice.</p></footer></main></body></html>

            """).ConfigureAwait(false);
    }

    private static string Contents(HealthDocument document)
    {
        StringBuilder html = new("<nav><table><thead><tr><th>Community</th><th>Outcome</th><th class=\"number\">Score</th></tr></thead><tbody>");
        for (int i = 0; i < document.Communities.Count; i++)
        {
            HealthReport report = document.Communities[i].Report;
            html.Append($"<tr><td><a href=\"#c{i}\">{Svg.Escape(document.Communities[i].Title)}</a></td><td>{report.Band ?? Words.Verdict(report.Verdict)}</td><td class=\"number\">{Words.Score(report.Score)}</td></tr>");
        }

        return html.Append("</tbody></table></nav>\n").ToString();
    }

    private static string Section(HealthDocument document, CommunityHealthReport community, int number)
    {
        HealthReport report = community.Report;
        StringBuilder html = new();
        html.Append($"<section id=\"c{number}\">");
        if (document.Communities.Count > 1)
        {
            html.Append($"<h2>{Svg.Escape(community.Title)}</h2>");
        }

        html.Append($"<p class=\"verdict\">{Svg.Escape(report.Summary)}</p>");
        html.Append($"<p class=\"quiet\">{report.Activity.InWindow} activities in the window, {report.Activity.Before} before it; left out: {report.Activity.Bots} by bots, {report.Activity.RepliesToOneself} replies to oneself.</p>");
        if (report.Score is null)
        {
            html.Append("<ul class=\"missing\">").AppendJoin(string.Empty, report.Missing.Skip(1).Select(m => $"<li>{Svg.Escape(m.Text)}</li>")).Append("</ul>");
        }

        html.Append("<div class=\"grid\">");
        if (report.Score is not null)
        {
            html.Append(Card("Score and dimensions", DimensionBars.Draw(report, document.ModelOf(report))));
            html.Append(Card("What moves the score", ContributionBars.Draw(community)));
        }

        if (community.Weeks.Count > 0)
        {
            html.Append(Card("Week by week", WeeklyBars.Draw(community.Weeks)));
        }

        if (community.Waiting is { Observations: >= 10, Events: >= 3 } waiting)
        {
            html.Append(Card("How fast questions are answered", WaitingCurve.Draw(waiting), "Questions that still wait count as waiting; the shaded band is the 95&nbsp;% interval."));
        }

        html.Append("</div>");
        if (report.NextSteps.Count > 0)
        {
            html.Append("<h3>What to do next</h3><ol class=\"steps\">");
            foreach (NextStep step in report.NextSteps)
            {
                html.Append(Words.Text($"<li>{Svg.Escape(step.Text)} <span class=\"quiet\">worth {step.Gain:+0.0} points</span></li>"));
            }

            html.Append("</ol>");
        }

        return html.Append(Readings(community)).Append("</section>\n").ToString();
    }

    private static string Card(string title, string chart, string? note = null) =>
        $"<figure><figcaption>{Svg.Escape(title)}</figcaption>{chart}{(note is null ? string.Empty : $"<p class=\"quiet\">{note}</p>")}</figure>";

    private static string Readings(CommunityHealthReport community)
    {
        HealthReport report = community.Report;
        StringBuilder html = new("<h3>All readings</h3><div class=\"scroll\"><table><thead><tr><th>Reading</th><th>Value</th><th>95 % interval</th><th class=\"number\">Score</th><th class=\"number\">Points</th></tr></thead><tbody>");
        foreach (IndicatorResult result in report.Indicators)
        {
            string value = Words.Of(result) + (result.Value is not null && result.Reading.Finding is { } finding ? $", {finding}" : string.Empty);
            html.Append($"<tr><td><b>{Svg.Escape(result.Info.Name)}</b><br><span class=\"quiet\">{Svg.Escape(result.Info.Meaning)}</span></td>");
            html.Append($"<td class=\"{(result.Value is null ? "quiet" : "value")}\">{Svg.Escape(value)}</td><td class=\"quiet one-line\">{Words.Interval(result)}</td>");
            html.Append($"<td class=\"number\">{(result.Score is null ? string.Empty : Words.Score(result.Score))}</td><td class=\"number\">{community.ShownPoints(result)}</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    private static string Style()
    {
        using Stream resource = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using StreamReader reader = new(resource);
        return reader.ReadToEnd();
    }
}
