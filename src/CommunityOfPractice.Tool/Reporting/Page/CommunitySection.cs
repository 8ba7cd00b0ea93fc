using System.Text;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Tool.Reporting.Charts;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>One community on the page: the verdict first, then flags, what to do, charts, what is missing, and every reading.</summary>
internal static class CommunitySection
{
    private static readonly string[] Columns = ["Reading", "Found", "95 % interval", "n", "Score", "Points"];

    public static string Of(HealthDocument document, int number)
    {
        CommunityHealthReport community = document.Communities[number];
        HealthReport report = community.Report;
        bool several = document.Communities.Count > 1;
        int level = several ? 3 : 2;
        StringBuilder html = new($"<section class=\"community\" id=\"c{number}\">");
        if (several)
        {
            html.Append($"<h2>{Html.Text(community.TitleAmongOthers)}</h2>");
        }

        html.Append(Verdict(report)).Append(Flags(report, level)).Append(Steps(report, level)).Append("<div class=\"grid\">\n");
        foreach (Chart chart in ChartsOf(community, document.ModelOf(report)))
        {
            html.Append(chart.ToHtml(level));
        }

        html.Append(several ? string.Empty : SiloCharts.Of(document, level)).Append("</div>");
        return html.Append(DevelopmentSection.Of(community, level)).Append(Missing(report, level)).Append(Readings(community, level)).Append(SmallPrint.Of(community)).Append("</section>\n").ToString();
    }

    private static string Verdict(HealthReport report)
    {
        string number = report.Score is { } score
            ? Words.Text($"The score is {score:0.0} of 100{Words.Range(report.Uncertainty?.Interval)}, from {report.Indicators.Count(i => i.Score is not null)} of the model's {report.Indicators.Count(i => i.Dimension is not null)} readings.")
            : report.Summary;
        string why = report.Uncertainty is { StableBand: null } sure ? Words.Text($" Fewer than four of five draws fall into one band ({sure.BandStability * 100:0} %), so no single band is named.") : string.Empty;
        return $"<p class=\"verdict\">{Html.Text(Words.Capital(Words.Band(report)))}</p><p>{Html.Text(number + why)}</p>";
    }

    private static string Flags(HealthReport report, int level)
    {
        RedFlag[] raised = [.. report.Flags.Where(f => f.Status == RedFlagStatus.Raised)];
        return $"<h{level}>Red flags</h{level}>" + (raised.Length == 0
            ? $"<p>{Html.Text(Words.NoFlags(report))}</p>"
            : Html.List("ul", "flags", raised.Select(f => $"⚑ {f.Name}. {f.Text}")) + $"<p class=\"quiet\">{Html.Text(Words.Untold(report))}</p>");
    }

    private static string Steps(HealthReport report, int level) => report.NextSteps.Count == 0
        ? string.Empty
        : $"<h{level}>What to do next</h{level}>" + Html.List("ol", "steps", report.NextSteps.Select(s => Words.Text($"{s.Text} (worth {s.Gain:+0.0} points)")));

    private static IEnumerable<Chart> ChartsOf(CommunityHealthReport community, HealthModel model)
    {
        if (community.Report.Score is not null)
        {
            yield return DimensionBars.Draw(community.Report, model);
            yield return Waterfall.Draw(community);
        }

        if (community.Waiting is { Observations: >= 10, Events: >= 3 } waiting)
        {
            yield return WaitingCurve.Draw(waiting);
        }

        if (RhythmWeek.Of(community.Evidence, community.Weeks) is { Count: > 0 } weeks)
        {
            yield return RhythmCalendar.Draw(weeks);
        }
    }

    private static string Missing(HealthReport report, int level) => report.Missing.Count == 0
        ? string.Empty
        : $"<h{level}>What is missing</h{level}><p class=\"quiet\">Unknown is not zero: what has no value is left out of the score.</p>" + Html.List("ul", "missing", report.Missing.Select(m => m.Text).Distinct());

    private static string Readings(CommunityHealthReport community, int level)
    {
        StringBuilder html = new($"<section class=\"readings\"><h{level}>Every reading</h{level}>");
        foreach ((string name, IndicatorResult[] readings) in Catalogue.Of(community.Report))
        {
            html.Append($"<h{level + 1}>{Html.Text(name)}</h{level + 1}><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Html.Text(name)}\"><table><caption class=\"hidden\">{Html.Text(name)}</caption><thead><tr>")
                .AppendJoin(string.Empty, Columns.Select(c => $"<th scope=\"col\">{c}</th>"))
                .Append("</tr></thead><tbody>");
            foreach (IndicatorResult result in readings)
            {
                html.Append($"<tr><th scope=\"row\">{Html.Text(result.Info.Name)}<span class=\"quiet\"> {Html.Text(result.Info.Meaning)}</span></th>");
                html.Append($"<td class=\"{(result.Value is null ? "quiet" : "value")}\">{Html.Text(Words.Found(result))}</td><td>{Html.Text(Words.Interval(result))}</td><td class=\"number\">{Words.Observations(result)}</td>");
                html.Append($"<td class=\"number\">{(result.Score is null ? string.Empty : Words.Score(result.Score))}</td><td class=\"number\">{community.ShownPoints(result)}</td></tr>");
            }

            html.Append("</tbody></table></div>");
        }

        return html.Append("</section>").ToString();
    }
}
