using System.Text;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Reporting.Charts;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The silo maps of a page: of all its communities together, since maps of parts beside one of the whole would tell what is withheld.</summary>
internal static class SiloCharts
{
    public static string Of(HealthDocument document, int level)
    {
        HealthEvidence[] evidences = [.. document.Communities.Select(c => c.Evidence)];
        StringBuilder html = new();
        foreach (SiloBorder border in (SiloBorder[])[SiloBorder.Department, SiloBorder.Location])
        {
            SiloMap map = SiloMaps.Of(evidences, border);
            html.Append(map.Groups.Count > 0 ? SiloHeatMap.Draw(map).ToHtml(level)
                : border == SiloBorder.Department ? $"<section class=\"chart\"><h{level}>Silo map of departments</h{level}><p>Not drawn: {Html.Text(Why(map.Crossing))}</p></section>\n"
                : string.Empty);
        }

        return html.ToString();
    }

    private static string Why(Measurement crossing) => crossing.Match(
        _ => "there is nothing to show.",
        little => Words.Text($"{little.Need:0} {little.What} are needed, {little.Have:0} {(little.Have == 1 ? "is" : "are")} there."),
        not => not.Reason.Text,
        withheld => withheld.Rule.Text);
}
