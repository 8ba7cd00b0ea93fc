using System.Text;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Tool.Trends;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>Stage, alerts and trends of one community on the page.</summary>
internal static class DevelopmentSection
{
    private static readonly string[] Columns = ["Reading", "Direction", "Test", "p, corrected", "Since the period before", "p, corrected"];

    public static string Of(CommunityHealthReport community, int level)
    {
        Development development = community.Development;
        return Stage(development.Stage, level) + Alerts(development, level) + Trends(development.Trends, level);
    }

    private static string Stage(StageAssessment? stage, int level)
    {
        StringBuilder html = new($"<h{level}>Stage</h{level}>");
        if (stage is null)
        {
            return html.Append($"<p>{Html.Text(Words.Capital(StageWords.Line(null)))}.</p>").ToString();
        }

        html.Append($"<p>{Html.Text(Words.Capital(StageWords.Head(stage)))}.</p>");
        foreach ((string heading, string[] texts) in StageWords.All(stage))
        {
            html.Append($"<p class=\"quiet\">{Html.Text(heading)}</p>").Append(Html.List("ul", "stage", texts));
        }

        return html.ToString();
    }

    private static string Alerts(Development development, int level) => $"<h{level}>Alerts</h{level}>" + (development.Alerts.Count == 0
        ? "<p>None.</p>"
        : Html.List("ul", "alerts", development.Alerts.Select(TrendsText.Line)));

    private static string Trends(TrendReport? trends, int level)
    {
        StringBuilder html = new($"<h{level}>Trends</h{level}>");
        if (trends is null)
        {
            return html.Append("<p>Fewer than two periods as long as the window were observed.</p>").ToString();
        }

        IndicatorTrend[] moving = TrendsText.Moving(trends);
        html.Append($"<p>{Html.Text(Words.Text($"{trends.Periods.Count} periods as long as the window. {TrendsText.Summary(trends)}"))} That no change is seen does not show that there is none.</p>");
        if (moving.Length == 0)
        {
            return html.ToString();
        }

        return html.Append(Html.Table("Readings that are seen to rise or fall", Columns, moving.Select(t => (string[])
        [
            t.Info.Name, TrendsText.NameOf(t.Direction), TrendsText.NameOf(t.Method), TrendsText.Probability(t.AdjustedP), TrendsText.NameOf(t.LastChange), TrendsText.Probability(t.ChangeAdjustedP),
        ]))).ToString();
    }
}
