using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Csv;

namespace CommunityOfPractice.Tool.Graphs;

/// <summary>Reads two columns of a CSV with a header, whatever other columns it has.</summary>
/// <param name="File">The name of the file, for reports.</param>
/// <param name="First">The name of the first column.</param>
/// <param name="Second">The name of the second; null when only the first is wanted.</param>
/// <param name="SecondMayBeEmpty">Whether the second may be empty in a row.</param>
internal sealed record ColumnReader(string File, string First, string? Second, bool SecondMayBeEmpty)
{
    public const string Missing = "value.missing";

    private const int Often = 4096, MostShown = 40;

    /// <summary>Takes the two cells of a row; the second is empty when it is not wanted.</summary>
    public delegate void Take(long line, ReadOnlySpan<char> first, ReadOnlySpan<char> second);

    /// <summary>Reads all rows; a row with an error is reported and not taken.</summary>
    public void Read(Stream stream, Action<InterchangeProblem> report, Take take, CancellationToken cancellationToken)
    {
        using CsvRows rows = new(stream);
        if (!rows.Read())
        {
            Report(report, 0, null, "file.empty", "the file is empty");
            return;
        }

        if (rows.Fault is { } fault)
        {
            Report(report, rows.Line, null, fault.Code, fault.Text);
            return;
        }

        string[] header = [.. Enumerable.Range(0, rows.Count).Select(cell => rows[cell].Trim(' ').ToString())];
        int? first = Find(header, First, rows.Line, report), second = Second is null ? -1 : Find(header, Second, rows.Line, report);
        second ??= SecondMayBeEmpty ? -1 : null; // it is missing, and that is said; the first is checked all the same
        for (long row = 1; rows.Read(); row++)
        {
            if (row % Often == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (rows.Fault is { } bad)
            {
                Report(report, rows.Line, null, bad.Code, bad.Text);
            }
            else if (rows.Count != header.Length)
            {
                Report(report, rows.Line, null, "row.cells", $"the row has {rows.Count} cells, the header has {header.Length}");
            }
            else if (first is { } one && second is { } two && IsWhole(rows, one, two, report))
            {
                take(rows.Line, rows[one], two < 0 ? default : rows[two]);
            }
        }
    }

    public void Report(Action<InterchangeProblem> report, long line, string? column, string code, string text) =>
        report(new(InterchangeSeverity.Error, File, line, column, code, text));

    private bool IsWhole(CsvRows rows, int first, int second, Action<InterchangeProblem> report)
    {
        bool whole = true;
        if (rows[first].IsEmpty)
        {
            Report(report, rows.Line, First, Missing, "a value is required");
            whole = false;
        }

        if (second >= 0 && !SecondMayBeEmpty && rows[second].IsEmpty)
        {
            Report(report, rows.Line, Second, Missing, "a value is required");
            whole = false;
        }

        return whole;
    }

    private int? Find(string[] header, string column, long line, Action<InterchangeProblem> report)
    {
        int[] found = [.. Enumerable.Range(0, header.Length).Where(cell => header[cell] == column)];
        found = found.Length > 0 ? found : [.. Enumerable.Range(0, header.Length).Where(cell => header[cell].Equals(column, StringComparison.OrdinalIgnoreCase))];
        if (found is [var only])
        {
            return only;
        }

        (string code, string text) = found.Length == 0
            ? ("column.missing", $"the column is required and is not there; there are: {Shown(string.Join(", ", header))}")
            : ("column.duplicate", "the column is there more than once");
        Report(report, line, Shown(column), code, text);
        return null;
    }

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
