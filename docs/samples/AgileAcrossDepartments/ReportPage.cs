using System.Globalization;
using System.Net;
using System.Text;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Practices;

namespace AgileAcrossDepartments;

/// <summary>The first-year report as a page: readable without colour, nothing loaded from elsewhere.</summary>
internal static class ReportPage
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #999}td.n{text-align:right}meter{width:10rem}";

    public static string Of(Outcome outcome)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Agile across departments: the first year</title><style>").Append(Style).AppendLine("</style></head><body>");
        page.AppendLine("<h1>Agile across departments: the first year</h1>");
        Write(page, $"<p>{outcome.Members} members, {outcome.Facilitators} facilitators. {outcome.Health.Summary}</p>");
        AddHealth(page, outcome.Health);
        if (outcome.Silos is { } silos)
        {
            AddSilos(page, silos);
        }

        Write(page, $"<h2>A value story: {outcome.Story.Title}</h2><ol>");
        foreach (ValueClaim claim in outcome.Story.Claims)
        {
            Write(page, $"<li>{claim.Cycle}: {claim.Text}</li>");
        }

        return page.AppendLine("</ol></body></html>").ToString();
    }

    private static void AddHealth(StringBuilder page, HealthReport health)
    {
        page.AppendLine("<h2>Health</h2><table><tr><th>Dimension</th><th>Score</th><th></th></tr>");
        foreach (DimensionResult dimension in health.Dimensions)
        {
            Write(page, $"<tr><td>{dimension.Name}</td><td class=\"n\">{dimension.Score:0.0}</td><td><meter min=\"0\" max=\"100\" value=\"{dimension.Score ?? 0:0.0}\"></meter></td></tr>");
        }

        page.AppendLine("</table><h2>What it rests on</h2><table><tr><th>Reading</th><th>Value</th><th>Points</th><th>What it means</th></tr>");
        foreach (IndicatorResult indicator in health.Indicators.Where(i => i.Contribution is not null))
        {
            Write(page, $"<tr><td>{indicator.Info.Name}</td><td class=\"n\">{indicator.Value:0.##}</td><td class=\"n\">{indicator.Contribution:+0.0;-0.0}</td><td>{indicator.Info.Meaning}</td></tr>");
        }

        page.AppendLine("</table><h2>What to do next</h2><ul>");
        foreach (NextStep step in health.NextSteps)
        {
            Write(page, $"<li>{step.Text} ({step.Gain:+0.0} points)</li>");
        }

        page.AppendLine("</ul>");
    }

    private static void AddSilos(StringBuilder page, SiloMap map)
    {
        page.AppendLine("<h2>Ties between departments, beside what chance would give</h2><table><tr><th>Departments</th><th>Ties</th><th>By chance</th><th>Finding</th></tr>");
        foreach (SiloCell cell in map.Cells)
        {
            Write(page, $"<tr><td>{cell.First} – {cell.Second}</td><td class=\"n\">{cell.Ties}</td><td class=\"n\">{cell.Expected:0.0}</td><td>{cell.Finding}</td></tr>");
        }

        Write(page, $"</table><p>Cells about fewer than {map.SmallestGroup} people are withheld.</p>");
    }

    /// <summary>Markup as it stands, what is put into it encoded.</summary>
    private static void Write(StringBuilder page, FormattableString markup) => page.AppendFormat(
        CultureInfo.InvariantCulture,
        markup.Format + "\n",
        [.. markup.GetArguments().Select(argument => argument is string or Enum ? WebUtility.HtmlEncode(argument.ToString()) : argument)]);
}
