using CommunityOfPractice.Tool.Csv;

namespace CommunityOfPractice.Tool.Assigning;

/// <summary>One row of a weights file.</summary>
internal sealed record WeightRow(long Line, string From, string To, long Weight);

/// <summary>Reads a weights file: a CSV with the columns from, to and weight, in any order.</summary>
internal sealed class WeightTable(string file, bool apart, bool lenient, Action<string> complain)
{
    private const int LongestId = 200;
    private static readonly string[] Names = ["from", "to", "weight"];

    private readonly List<WeightRow> rows = [];
    private readonly Dictionary<(string, string), long> lines = [];

    /// <summary>Gets how many errors there are.</summary>
    public int Errors { get; private set; }

    /// <summary>Reads all rows; every problem is reported with its place.</summary>
    /// <param name="stream">The file.</param>
    /// <returns>The rows without errors.</returns>
    public IReadOnlyList<WeightRow> Read(Stream stream)
    {
        using CsvRows cut = new(stream);
        if (!cut.Read())
        {
            Error(0, null, "the file is empty; a header from,to,weight is needed", "file.empty");
            return rows;
        }

        if (cut.Fault is { } unreadable)
        {
            Error(cut.Line, null, unreadable.Text, unreadable.Code);
            return rows; // a header that cannot be cut tells nothing about the rows
        }

        List<string> header = CellsOf(cut);
        int[] columns = ColumnsOf(header, cut.Line);
        while (cut.Read())
        {
            if (cut.Fault is { } fault)
            {
                Error(cut.Line, null, fault.Text, fault.Code);
            }
            else if (CellsOf(cut) is var cells && cells.TrueForAll(string.IsNullOrEmpty))
            {
                continue; // what spreadsheets leave at the end
            }
            else if (cells.Count != header.Count)
            {
                Error(cut.Line, null, $"{cells.Count} cells where the header has {header.Count}", "row.cells");
            }
            else if (columns.All(c => c >= 0))
            {
                Take(cut.Line, cells[columns[0]], cells[columns[1]], cells[columns[2]]);
            }
        }

        return rows;
    }

    private static List<string> CellsOf(CsvRows cut) => [.. Enumerable.Range(0, cut.Count).Select(cell => Unguarded(cut[cell].ToString()))];

    /// <summary>Takes off the apostrophe that keeps a spreadsheet from reading a text as a formula.</summary>
    private static string Unguarded(string cell) => cell is ['\'', '\'' or '=' or '+' or '-' or '@' or '\t', ..] ? cell[1..] : cell;

    private int[] ColumnsOf(List<string> header, long line)
    {
        int[] columns = [.. Names.Select(name => header.FindIndex(cell => Is(cell, name)))];
        for (int i = 0; i < header.Count; i++)
        {
            string? known = Array.Find(Names, name => Is(header[i], name));
            if (known is null && !lenient)
            {
                Error(line, header[i], "there is no such column; --lenient passes over it", "column.unknown");
            }
            else if (known is not null && columns[Array.IndexOf(Names, known)] != i)
            {
                Error(line, known, "the column stands here twice", "column.duplicate");
            }
        }

        foreach (string name in Names.Where((_, i) => columns[i] < 0))
        {
            Error(line, name, "the column is missing", "column.missing");
        }

        return columns;

        static bool Is(string cell, string name) => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private void Take(long line, string from, string to, string weight)
    {
        bool good = IsId(line, "from", from) & IsId(line, "to", to);
        if (!long.TryParse(weight, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long number))
        {
            Error(line, "weight", weight.Length == 0 ? "a value is required" : $"'{Shown(weight)}' is no whole number of 64 bits", "weight.malformed");
            good = false;
        }

        if (!apart && from == to && from.Length > 0)
        {
            Error(line, "to", $"'{Shown(to)}' cannot be paired with itself", "pair.self");
            good = false;
        }

        if (good)
        {
            (string, string) pair = apart || string.CompareOrdinal(from, to) < 0 ? (from, to) : (to, from);
            if (!lines.TryAdd(pair, line))
            {
                Report("warning", line, null, $"the pair stands in line {lines[pair]} already; the heaviest row counts", "pair.repeated");
            }

            rows.Add(new(line, pair.Item1, pair.Item2, number));
        }
    }

    private bool IsId(long line, string column, string id)
    {
        (string Code, string Text)? fault = id.Length == 0 ? ("value.missing", "a value is required")
            : id.Length > LongestId ? ("id.too-long", $"an id has at most {LongestId} characters: '{Shown(id)}'")
            : null;
        if (fault is not null)
        {
            Error(line, column, fault.Value.Text, fault.Value.Code);
        }

        return fault is null;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private void Error(long line, string? column, string text, string code)
    {
        Errors++;
        Report("error", line, column, text, code);
    }

    private void Report(string severity, long line, string? column, string text, string code) =>
        complain(Reporting.Words.Plain(Reporting.Words.Text($"{severity}: {file}{(line > 0 ? $":{line}" : string.Empty)}: {(column is null ? string.Empty : $"{column}: ")}{text} [{code}]")));
}
