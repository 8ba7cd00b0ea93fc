using Sylvan.Data.Csv;

namespace CommunityOfPractice.Tool.Importing;

/// <summary>A CSV of another system's layout, read as a whole: rows whose cells are known by the names of their columns.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Unused">The columns that nobody asked for.</param>
internal sealed record ForeignCsv(string Path, IReadOnlyList<ForeignRow> Rows, IReadOnlyList<string> Unused)
{
    /// <summary>Reads a file; what is wrong with it is added to the errors, and there are no rows then.</summary>
    public static ForeignCsv Read(Terminal terminal, string path, string[] needed, List<string> errors)
    {
        List<ForeignRow> rows = [];
        try
        {
            using StreamReader text = new(InputFiles.Open(terminal, path), new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            using CsvDataReader csv = CsvDataReader.Create(text, new CsvDataReaderOptions { CsvStyle = CsvStyle.Standard });
            string[] header = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];
            string[] absent = [.. needed.Except(header)];
            if (absent.Length > 0)
            {
                errors.Add($"{path}: the header lacks the columns {string.Join(", ", absent)}");
                return new(path, [], []);
            }

            while (csv.Read())
            {
                if (csv.RowFieldCount != header.Length)
                {
                    errors.Add($"{path}: row {csv.RowNumber}: {csv.RowFieldCount} cells where the header has {header.Length}");
                    continue;
                }

                rows.Add(new(path, csv.RowNumber, needed.ToDictionary(name => name, name => csv.GetString(Array.IndexOf(header, name)))));
            }

            return new(path, rows, [.. header.Except(needed)]);
        }
        catch (FileNotFoundException)
        {
            errors.Add($"{path}: there is no such file");
        }
        catch (Exception problem) when (problem is CsvFormatException or System.Text.DecoderFallbackException or InvalidOperationException)
        {
            errors.Add($"{path}: {problem.Message}");
        }

        return new(path, [], []);
    }
}

/// <summary>One row of a <see cref="ForeignCsv"/>.</summary>
internal sealed record ForeignRow(string Path, int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; its text without spaces around it.</summary>
    public string this[string column] => Cells[column].Trim();

    /// <summary>The place of a column in words, for a message.</summary>
    public string At(string column) => $"{Path}: row {Number}: {column}";

    /// <summary>A list that has bars between its items, each item once.</summary>
    public IEnumerable<string> List(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct();
}
