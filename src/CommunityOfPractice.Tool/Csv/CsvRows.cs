using System.Text;

namespace CommunityOfPractice.Tool.Csv;

/// <summary>Cuts any CSV (RFC 4180; comma, semicolon or tab) into rows and cells, without an object for each. After a row that cannot be cut, reading goes on at the next line.</summary>
internal sealed class CsvRows(Stream stream) : IDisposable
{
    private const int FirstWindow = 1 << 16, LongestRow = 1 << 20;

    private readonly StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, FirstWindow);
    private readonly List<(int Start, int Length, string? Text)> cells = [];
    private char[] window = new char[FirstWindow];
    private int start, end;
    private bool final, skipping;
    private char delimiter;
    private long next = 1;

    /// <summary>The physical line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Why the row cannot be read; null for a good row.</summary>
    public RowFault? Fault { get; private set; }

    public int Count => cells.Count;

    public ReadOnlySpan<char> this[int cell] => cells[cell] is var (first, length, text) && text is null ? window.AsSpan(first, length) : cells[cell].Text;

    /// <summary>Reads the next row that is not blank.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        while (true)
        {
            if (skipping)
            {
                SkipLine();
            }

            int taken = start == end ? 0 : Cut();
            if (taken == 0 && start == end && final)
            {
                return false;
            }

            if (taken == 0)
            {
                Refill();
                continue;
            }

            ReadOnlySpan<char> row = window.AsSpan(start, taken);
            Line = next;
            next += row.Count('\n');
            start += taken;
            if (Fault is not null || cells is not [(_, 0, null)])
            {
                Fault ??= RowFault.In(row);
                return true;
            }
        }
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Cuts the row at the start of the window.</summary>
    /// <returns>How long it is, its line end included; 0 when the window does not hold all of it.</returns>
    private int Cut()
    {
        cells.Clear();
        Fault = null;
        ReadOnlySpan<char> rest = window.AsSpan(start, end - start);
        if (delimiter == default && !TryChooseDelimiter(rest))
        {
            return 0;
        }

        int at = 0;
        while (true)
        {
            int length = at < rest.Length && rest[at] == '"' ? AddQuoted(rest, ref at) : AddPlain(rest, ref at);
            if (length < 0)
            {
                return Fault is null && !final && rest.Length < LongestRow ? 0 : GiveUp(rest);
            }

            if (at == rest.Length)
            {
                return final ? at : 0;
            }

            char stop = rest[at++];
            if (stop == '\n')
            {
                return at;
            }

            if (stop == '\r')
            {
                if (at == rest.Length || rest[at] == '\n')
                {
                    return at < rest.Length ? at + 1 : final ? at : 0;
                }

                Fault = RowFault.BareReturn;
                return GiveUp(rest);
            }
        }
    }

    /// <summary>Adds a cell that begins without a quote.</summary>
    /// <returns>Its length; negative when it is at fault or does not end in the window.</returns>
    private int AddPlain(ReadOnlySpan<char> rest, ref int at)
    {
        int length = rest[at..].IndexOfAny(delimiter, '\n', '\r');
        if (length < 0 && !final)
        {
            return -1;
        }

        length = length < 0 ? rest.Length - at : length;
        if (rest.Slice(at, length).Contains('"'))
        {
            Fault = RowFault.StrayQuote;
            return -1;
        }

        cells.Add((start + at, length, null));
        at += length;
        return length;
    }

    /// <summary>Adds a cell that begins with a quote, which is not part of it.</summary>
    /// <returns>As <see cref="AddPlain"/>.</returns>
    private int AddQuoted(ReadOnlySpan<char> rest, ref int at)
    {
        int first = at + 1, close = first;
        bool doubled = false;
        while (true)
        {
            int quote = rest[close..].IndexOf('"');
            if (quote < 0 || (close + quote + 1 == rest.Length && !final))
            {
                Fault = quote < 0 && (final || rest.Length >= LongestRow) ? RowFault.UnclosedQuote : null;
                return -1;
            }

            close += quote;
            if (close + 1 == rest.Length || rest[close + 1] != '"')
            {
                break;
            }

            doubled = true;
            close += 2;
        }

        at = close + 1;
        if (at < rest.Length && rest[at] != delimiter && rest[at] is not ('\n' or '\r'))
        {
            Fault = RowFault.TextAfterQuote;
            return -1;
        }

        int length = close - first;
        cells.Add((start + first, length, doubled || length == 0 ? rest.Slice(first, length).ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : null));
        return length;
    }

    /// <summary>Takes the line off that a row begins on which cannot be cut.</summary>
    private int GiveUp(ReadOnlySpan<char> rest)
    {
        int lineEnd = rest.IndexOf('\n') + 1;
        if (lineEnd == 0 && !final && rest.Length < LongestRow)
        {
            return 0;
        }

        Fault ??= RowFault.TooLong;
        skipping = lineEnd == 0;
        return lineEnd > 0 ? lineEnd : rest.Length;
    }

    /// <summary>Leaves out what is left of a line that was given up before its end.</summary>
    private void SkipLine()
    {
        int lineEnd = window.AsSpan(start, end - start).IndexOf('\n') + 1;
        skipping = lineEnd == 0;
        start = lineEnd > 0 ? start + lineEnd : end;
        next += lineEnd > 0 ? 1 : 0;
    }

    /// <summary>A comma; or a semicolon or a tab, when the header has no comma but that.</summary>
    private bool TryChooseDelimiter(ReadOnlySpan<char> rest)
    {
        int lineEnd = rest.IndexOf('\n');
        if (lineEnd < 0 && !final && rest.Length < LongestRow)
        {
            return false;
        }

        ReadOnlySpan<char> line = lineEnd < 0 ? rest : rest[..lineEnd];
        delimiter = line.Contains(',') ? ',' : line.Contains(';') ? ';' : line.Contains('\t') ? '\t' : ',';
        return true;
    }

    /// <summary>Moves what is left to the beginning of the window, which grows when it is full, and reads on.</summary>
    private void Refill()
    {
        window.AsSpan(start, end - start).CopyTo(window);
        (start, end) = (0, end - start);
        if (end == window.Length)
        {
            Array.Resize(ref window, 2 * window.Length);
        }

        int read = reader.Read(window, end, window.Length - end);
        end += read;
        final = read == 0;
    }
}
