using System.Globalization;
using System.Net;
using System.Text;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>Writes one SVG picture with a title and a description for people who do not see it.</summary>
internal sealed class Svg
{
    private readonly StringBuilder body = new();

    public Svg(int width, int height, string title, string description)
    {
        Add($"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Escape(title)}. {Escape(description)}\" xmlns=\"http://www.w3.org/2000/svg\">");
        Add($"<title>{Escape(title)}</title><desc>{Escape(description)}</desc>");
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public Svg Bar(double x, double y, double width, double height, string style, string? tip = null)
    {
        string hint = tip is null ? string.Empty : $"<title>{Escape(tip)}</title>";
        return Add($"<rect class=\"{style}\" x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, width):0.##}\" height=\"{Math.Max(0, height):0.##}\" rx=\"2\">{hint}</rect>");
    }

    public Svg Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line class=\"{style}\" x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"/>");

    public Svg Path(string d, string style) => Add($"<path class=\"{style}\" d=\"{d}\"/>");

    public Svg Dot(double x, double y, string style) => Add($"<circle class=\"{style}\" cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"4\"/>");

    public Svg Text(double x, double y, string text, string style, string anchor = "start") =>
        Add($"<text class=\"{style}\" x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">{Escape(text)}</text>");

    public override string ToString() => body + "</svg>";

    private Svg Add(FormattableString markup)
    {
        body.Append(markup.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
