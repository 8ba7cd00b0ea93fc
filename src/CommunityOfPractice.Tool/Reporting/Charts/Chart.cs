namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>A picture, what is to be known when reading it, and the same as a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Picture">The SVG.</param>
/// <param name="Columns">The columns of the table.</param>
/// <param name="Rows">The rows of the table.</param>
/// <param name="Notes">How to read it, and what it does not tell.</param>
internal sealed record Chart(string Title, string Picture, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, params IReadOnlyList<string> Notes)
{
    public string ToHtml(int level) => $"""
        <section class="chart"><h{level}>{Html.Text(Title)}</h{level}><figure><div class="scroll" tabindex="0">{Picture}</div>
        <figcaption>{string.Concat(Notes.Select(n => $"<p>{Html.Text(n)}</p>"))}</figcaption></figure>
        <details><summary>The same as a table</summary>{Html.Table(Title, Columns, Rows)}</details></section>

        """;
}
