using System.Net;
using System.Text;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>Pieces of a page; whatever comes from the data is escaped here.</summary>
internal static class Html
{
    /// <summary>A text as it may stand in an element or an attribute.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(Words.Plain(text));

    /// <summary>A table with a caption; the first cell of each row is its heading.</summary>
    public static string Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder html = new($"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Text(caption)}\"><table><caption>{Text(caption)}</caption><thead><tr>");
        html.AppendJoin(string.Empty, columns.Select(c => $"<th scope=\"col\">{Text(c)}</th>")).Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append($"<tr><th scope=\"row\">{Text(row[0])}</th>").AppendJoin(string.Empty, row.Skip(1).Select(c => $"<td>{Text(c)}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    public static string List(string tag, string style, IEnumerable<string> items) =>
        $"<{tag} class=\"{style}\">{string.Concat(items.Select(i => $"<li>{Text(i)}</li>"))}</{tag}>";
}
