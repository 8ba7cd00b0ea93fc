using CommunityOfPractice.Tool.Csv;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>One row of a small table: its line, and its cells in the order of the columns asked for; empty where a column is not there.</summary>
internal sealed record SmallRow(long Line, string[] Cells);

/// <summary>Reads a CSV with a few named columns, in any order; every problem is reported with its line.</summary>
internal sealed class SmallTable(string file, string[] needed, string[] optional, bool lenient, (string Old, string New)? renamed, Action<string> complain)
{
    private readonly List<SmallRow> rows = [];

    /// <summary>Gets how many errors there are.</summary>
    public int Errors { get; private set; }

    /// <summary>Reads a file named on the command line.</summary>
    /// <param name="terminal">Where problems go.</param>
    /// <param name="path">The file.</param>
    /// <param name="needed">The columns that must be there, whose cells are not empty.</param>
    /// <param name="optional">The columns that may be there.</param>
    /// <param name="lenient">Whether columns that nobody knows are passed over.</param>
    /// <param name="take">Takes a row, and says what is wrong with it: column, what, code.</param>
    /// <param name="renamed">A column that had another name before, which is never passed over; null for none.</param>
    public static void Read(
        Terminal terminal,
        string path,
        string[] needed,
        string[] optional,
        bool lenient,
        Func<SmallRow, IEnumerable<(string Column, string What, string Code)>> take,
        (string Old, string New)? renamed = null)
    {
        SmallTable? table = null;
        bool opened = InputFiles.TryOpen(terminal, path, (stream, name) =>
        {
            table = new(name, needed, optional, lenient, renamed, terminal.Complain);
            foreach (SmallRow row in table.Rows(stream))
            {
                foreach ((string column, string what, string code) in take(row))
                {
                    table.Error(row.Line, column, what, code);
                }
            }
        });
        if (!opened || table!.Errors > 0)
        {
            throw new DataException($"{Reporting.Words.Errors(opened ? table!.Errors : 1)}, nothing was used");
        }
    }

    /// <summary>All rows that can be cut and have the cells they need.</summary>
    private List<SmallRow> Rows(Stream stream)
    {
        using CsvRows cut = new(stream);
        if (!cut.Read() || cut.Fault is not null)
        {
            Error(1, null, cut.Fault?.Text ?? $"the file is empty; a header {string.Join(',', needed)} is needed", cut.Fault?.Code ?? "file.empty");
            return rows;
        }

        string[] header = [.. Enumerable.Range(0, cut.Count).Select(c => cut[c].ToString().Trim())];
        int[] columns = ColumnsOf(header, cut.Line);
        while (cut.Read())
        {
            string[] cells = [.. Enumerable.Range(0, cut.Count).Select(c => cut[c].ToString().Trim())];
            if (cut.Fault is { } fault)
            {
                Error(cut.Line, null, fault.Text, fault.Code);
            }
            else if (Array.TrueForAll(cells, string.IsNullOrEmpty))
            {
                continue;
            }
            else if (cells.Length != header.Length)
            {
                Error(cut.Line, null, $"{cells.Length} cells where the header has {header.Length}", "row.cells");
            }
            else
            {
                Take(cut.Line, [.. columns.Select(c => c < 0 ? string.Empty : cells[c])]);
            }
        }

        return rows;
    }

    private void Take(long line, string[] cells)
    {
        int before = Errors;
        for (int c = 0; c < needed.Length; c++)
        {
            if (cells[c].Length == 0)
            {
                Error(line, needed[c], "a value is required", "value.missing");
            }
        }

        if (Errors == before)
        {
            rows.Add(new(line, cells));
        }
    }

    private int[] ColumnsOf(string[] header, long line)
    {
        string[] known = [.. needed, .. optional];
        for (int i = 0; i < header.Length; i++)
        {
            if (renamed is { } was && header[i].Equals(was.Old, StringComparison.OrdinalIgnoreCase))
            {
                Error(line, header[i], $"the column is called {was.New}", "column.renamed");
            }
            else if (!known.Contains(header[i], StringComparer.OrdinalIgnoreCase))
            {
                if (!lenient)
                {
                    Error(line, header[i], "there is no such column; --lenient passes over it", "column.unknown");
                }
            }
            else if (Array.FindIndex(header, h => h.Equals(header[i], StringComparison.OrdinalIgnoreCase)) < i)
            {
                Error(line, header[i], "the column stands here twice", "column.duplicate");
            }
        }

        int[] columns = [.. known.Select(k => Array.FindIndex(header, h => h.Equals(k, StringComparison.OrdinalIgnoreCase)))];
        for (int c = 0; c < needed.Length; c++)
        {
            if (columns[c] < 0)
            {
                Error(line, needed[c], "the column is missing", "column.missing");
            }
        }

        return columns;
    }

    private void Error(long line, string? column, string what, string code)
    {
        Errors++;
        complain(Reporting.Words.Plain($"error: {file}:{line}: {(column is null ? string.Empty : column + ": ")}{what} [{code}]"));
    }
}
