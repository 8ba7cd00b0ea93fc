using System.Globalization;
using System.Text;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>Writes one SVG picture with a title and a description for people who do not see it.</summary>
/// <remarks>Patterns are drawn as lines: a picture then needs no names that are unique in the page.</remarks>
internal sealed class Svg
{
    /// <summary>As wide as a narrow phone shows without making letters small.</summary>
    public const int Width = 400;

    private readonly StringBuilder body = new();

    public Svg(double width, double height, string title, string description)
    {
        string name = $"{Html.Text(title)}. {Html.Text(description)}";
        string wide = width > Width ? Words.Text($" style=\"min-width:{width:0}px;max-width:none\"") : string.Empty; // scrolls in its frame, and stays readable
        Add($"<svg viewBox=\"0 0 {width:0.##} {height:0.##}\"{wide} role=\"img\" aria-label=\"{name}\" xmlns=\"http://www.w3.org/2000/svg\">");
    }

    public Svg Bar(double x, double y, double width, double height, string style) =>
        Add($"<rect class=\"{style}\" x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, width):0.##}\" height=\"{Math.Max(0, height):0.##}\"/>");

    /// <summary>A rectangle of slanted lines: what stands for something that is taken away or withheld.</summary>
    public Svg Hatched(double x, double y, double width, double height, string style)
    {
        const double Step = 5;
        StringBuilder lines = new();
        for (double o = Step; o < width + height; o += Step)
        {
            double right = Math.Min(o, width), left = Math.Max(0, o - height);
            lines.Append(Words.Text($"M{x + left:0.##} {y + Math.Min(o, height):0.##}L{x + right:0.##} {y + Math.Max(0, o - width):0.##}"));
        }

        return Bar(x, y, width, height, style).Path(lines.ToString(), "hatch");
    }

    public Svg Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line class=\"{style}\" x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"/>");

    /// <summary>A whisker with caps, on a halo so that it is seen on light and on dark.</summary>
    public Svg Whisker(double from, double to, double y, double cap)
    {
        string d = Words.Text($"M{from:0.##} {y - cap:0.##}V{y + cap:0.##}M{to:0.##} {y - cap:0.##}V{y + cap:0.##}M{from:0.##} {y:0.##}H{to:0.##}");
        return Path(d, "halo").Path(d, "whisker");
    }

    public Svg Path(string d, string style) => Add($"<path class=\"{style}\" d=\"{d}\"/>");

    public Svg Dot(double x, double y, string style) => Add($"<circle class=\"{style}\" cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"4\"/>");

    public Svg Text(double x, double y, string text, string style, string anchor = "start") =>
        Add($"<text class=\"{style}\" x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">{Html.Text(text)}</text>");

    public override string ToString() => body + "</svg>";

    private Svg Add(FormattableString markup)
    {
        body.Append(markup.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
