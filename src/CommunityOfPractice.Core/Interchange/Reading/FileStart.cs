namespace CommunityOfPractice.Core.Interchange;

/// <summary>Looks at the first bytes of a file: byte order mark, encoding, format; skips blank lines before the first row.</summary>
internal sealed class FileStart(FileScope file, InterchangeKind? kind, Draft draft)
{
    private bool begun;
    private long line = 1;

    /// <summary>Makes the reader that the file asks for.</summary>
    /// <param name="window">The bytes at hand; at the first call the first bytes of the file.</param>
    /// <param name="final">Whether the file ends here.</param>
    /// <param name="rows">The reader; null when it cannot be told yet, or ever (which is reported).</param>
    /// <returns>How many bytes to take off the window; -1 when the file cannot be read.</returns>
    public int TryBegin(ReadOnlySpan<byte> window, bool final, out RowReader? rows)
    {
        rows = null;
        int mark = begun ? 0 : Mark(window);
        begun = true;
        if (mark < 0)
        {
            return mark;
        }

        ReadOnlySpan<byte> text = window[mark..];
        int first = text.IndexOfAnyExcept(" \t\r\n"u8);
        ReadOnlySpan<byte> blank = first < 0 ? text : text[..first];
        int lineStart = blank.LastIndexOf((byte)'\n') + 1;
        line += blank.Count((byte)'\n');
        if (first >= 0)
        {
            rows = text[first] == '{' ? new JsonRowReader(file, line, draft) : new CsvRowReader(file, line, kind, draft);
            return mark + lineStart;
        }

        if (final)
        {
            file.Error(0, null, ProblemCode.FileEmpty, "the file is empty");
        }

        return window.Length;
    }

    /// <summary>The length of the byte order mark; -1 when the file is not UTF-8 text at all.</summary>
    private int Mark(ReadOnlySpan<byte> window)
    {
        if (window is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..])
        {
            file.Error(0, null, ProblemCode.FileUtf16, "the file is in UTF-16; save it as UTF-8 (in Excel: \"CSV UTF-8\")");
            return -1;
        }

        if (window is [(byte)'P', (byte)'K', 3, 4, ..] or [0x1F, 0x8B, ..])
        {
            file.Error(0, null, ProblemCode.FileBinary, "the file is a workbook or an archive; save the sheet as CSV (UTF-8), or unpack it first");
            return -1;
        }

        return window is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
    }
}
