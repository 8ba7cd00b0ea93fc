using System.Text;

namespace CommunityOfPractice.Tool.Assigning;

/// <summary>Cuts one line of CSV (RFC 4180) into cells; a cell may be quoted, but not go on in the next line.</summary>
internal static class CsvLine
{
    /// <summary>The delimiter of a header: a comma, or a semicolon or a tab when it has no comma but that.</summary>
    public static char DelimiterOf(string header) => header.Contains(',') ? ',' : header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';

    /// <summary>Cuts a line.</summary>
    /// <returns>The cells; or null, with a code and what is wrong.</returns>
    public static List<string>? Cut(string line, char delimiter, out (string Code, string Text)? fault)
    {
        fault = null;
        List<string> cells = [];
        int at = 0;
        do
        {
            int end = line.IndexOf(delimiter, at) is >= 0 and var found ? found : line.Length;
            if (at < line.Length && line[at] == '"')
            {
                fault = Quoted(line, delimiter, at, out string cell, out end);
                cells.Add(Unguarded(cell));
            }
            else
            {
                cells.Add(Unguarded(line[at..end]));
                fault = cells[^1].Contains('"') ? ("quote.stray", "a quote inside a cell that does not begin with one") : null;
            }

            at = end + 1;
        }
        while (fault is null && at <= line.Length);

        return fault is null ? cells : null;
    }

    private static (string Code, string Text)? Quoted(string line, char delimiter, int start, out string cell, out int end)
    {
        StringBuilder text = new();
        cell = string.Empty;
        end = start + 1;
        for (; end < line.Length; end++)
        {
            if (line[end] != '"')
            {
                text.Append(line[end]);
            }
            else if (end + 1 < line.Length && line[end + 1] == '"')
            {
                text.Append(line[end++]);
            }
            else
            {
                cell = text.ToString();
                end++;
                return end == line.Length || line[end] == delimiter ? null : ("quote.text-after", "text after the closing quote of a cell");
            }
        }

        return ("quote.unclosed", "a quote is not closed on its line");
    }

    /// <summary>Takes off the apostrophe that keeps a spreadsheet from reading a text as a formula.</summary>
    private static string Unguarded(string cell) => cell is ['\'', '\'' or '=' or '+' or '-' or '@' or '\t', ..] ? cell[1..] : cell;
}
