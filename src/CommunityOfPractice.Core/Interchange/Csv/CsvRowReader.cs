using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Cuts CSV (RFC 4180) into rows. A row whose quotes are wrong is an error, and reading goes on at the line after the one it begins on.</summary>
internal sealed partial class CsvRowReader : RowReader
{
    private readonly Draft draft;
    private readonly InterchangeKind? kind;
    private readonly Row row;
    private byte delimiter;
    private CsvStops? stops;
    private CsvHeader? header;
    private KindRows? rows;
    private PlainActivities? activities;

    public CsvRowReader(FileScope file, long firstLine, InterchangeKind? kind, Draft draft)
        : base(file, firstLine)
    {
        this.draft = draft;
        this.kind = kind;
        row = new Row(file);
    }

    /// <summary>A quote that swallows the window was never closed: only the line it stands on is given up.</summary>
    public override int GiveUp(byte[] window, int end)
    {
        IsHopeless = header is null;
        int lineEnd = window.AsSpan(0, end).IndexOf((byte)'\n');
        return lineEnd < 0 ? base.GiveUp(window, end) : Spoil(CellEnd.UnclosedQuote, 0, end, final: false);
    }

    protected override void Begin(int start, int end) => stops?.Use(Window, start, end);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override int ReadRow(int start, int end, bool final)
    {
        int blank = Blank(Window.AsSpan(start, end - start), final);
        if (blank > 0 || (stops is null && !TryChooseDelimiter(start, end, final)))
        {
            NextLine(Math.Sign(blank));
            return blank;
        }

        if (activities is not null)
        {
            int taken = activities.Read(Window, start, end, IsPlain, Line, out int count);
            NextLine(count);
            if (taken > 0)
            {
                return taken;
            }
        }

        row.Begin(Window, Line);
        int plain = header is null ? 0 : ReadPlainRow(start, end);
        if (plain > 0)
        {
            Take(plain);
            NextLine();
            return plain;
        }

        int at = start, lines = 1;
        while (true)
        {
            CellEnd ended = at < end && Window[at] == '"' ? ReadQuoted(ref at, end, final, ref lines) : ReadPlain(ref at, end, final);
            switch (ended)
            {
                case CellEnd.Cell:
                    break;
                case CellEnd.Row:
                    Take(at - start);
                    NextLine(lines);
                    return at - start;
                case CellEnd.Incomplete:
                    return 0;
                default:
                    return Spoil(ended, start, end, final);
            }
        }
    }

    /// <summary>Reads a row of as many cells as the header has, none of them quoted: by far the most rows are like that.</summary>
    /// <returns>How many bytes it has; 0 when it is not such a row, or not known to be.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadPlainRow(int start, int end)
    {
        ReadOnlySpan<int> ends = stops!.Next(start, header!.Count);
        if (ends.IsEmpty)
        {
            return 0;
        }

        for (int cell = 0; cell < ends.Length - 1; cell++)
        {
            if (Window[ends[cell]] != delimiter)
            {
                return 0;
            }
        }

        int last = ends[^1];
        int lineEnd = Window[last] == '\n' ? 1 : Window[last] == '\r' && last + 1 < end && Window[last + 1] == '\n' ? 2 : 0;
        if (lineEnd == 0)
        {
            return 0;
        }

        Span<Slot> slots = row.Slots(ends.Length);
        int first = start;
        for (int cell = 0; cell < ends.Length; cell++)
        {
            int length = ends[cell] - first;
            int guard = Window[first] == '\'' && FormulaGuard.IsGuarded(Window.AsSpan(first, length)) ? 1 : 0;
            slots[cell] = Slot.InWindow(first + guard, length - guard);
            first = ends[cell] + 1;
        }

        return last + lineEnd - start;
    }

    /// <summary>The length of a blank line; 0 when the line is not blank, or not known to be.</summary>
    private static int Blank(ReadOnlySpan<byte> rest, bool final) => rest switch
    {
        [(byte)'\n', ..] => 1,
        [(byte)'\r', (byte)'\n', ..] => 2,
        [(byte)'\r'] when final => 1,
        _ => 0,
    };

    /// <summary>A comma; or a semicolon or a tab, when the header has no comma but that.</summary>
    private bool TryChooseDelimiter(int start, int end, bool final)
    {
        ReadOnlySpan<byte> rest = Window.AsSpan(start, end - start);
        int lineEnd = rest.IndexOf((byte)'\n');
        if (lineEnd < 0 && !final)
        {
            return false;
        }

        ReadOnlySpan<byte> line = lineEnd < 0 ? rest : rest[..lineEnd];
        delimiter = (byte)(line.Contains((byte)',') ? ',' : line.Contains((byte)';') ? ';' : line.Contains((byte)'\t') ? '\t' : ',');
        stops = new CsvStops(delimiter);
        stops.Use(Window, start, end);
        return true;
    }

    /// <summary>Takes a complete row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(int length)
    {
        if (length > File.MaxRowBytes)
        {
            ReportTooLong();
            IsHopeless = header is null;
        }
        else if (header is null)
        {
            ReadHeader();
        }
        else if (row.Count != header.Count)
        {
            File.Error(Line, null, ProblemCode.RowCells, $"the row has {row.Count} cells, the header has {header.Count}");
        }
        else if (!row.IsBlank)
        {
            if (!IsPlain)
            {
                row.CheckTexts();
            }

            rows!.Read(row);
        }
    }

    private void ReadHeader()
    {
        header = CsvHeader.Read(row, kind);
        IsHopeless = header is null;
        if (header is not null)
        {
            row.Use(header.Schema, header.Layout);
            rows = KindRows.Of(header.Schema.Kind, draft);
            activities = PlainActivities.Fits(header) ? new PlainActivities(File, stops!, delimiter, header, draft.Pipeline) : null;
        }
    }

    /// <summary>Reports a row that cannot be cut into cells, and takes off the line that it begins on.</summary>
    private int Spoil(CellEnd fault, int start, int end, bool final)
    {
        int lineEnd = Window.AsSpan(start, end - start).IndexOf((byte)'\n');
        if (lineEnd < 0 && !final)
        {
            return 0;
        }

        (string code, string text, int cell) = fault switch
        {
            CellEnd.StrayQuote => (ProblemCode.QuoteStray, "a quote stands inside a cell that is not quoted; quote the cell and double the quote", row.Count - 1),
            CellEnd.TextAfterQuote => (ProblemCode.QuoteTextAfter, "the cell goes on after its closing quote; double a quote that is part of the text", row.Count - 1),
            CellEnd.UnclosedQuote => (ProblemCode.QuoteUnclosed, "the quote is never closed", row.Count),
            _ => (ProblemCode.RowBareReturn, "a carriage return stands alone; quote the cell, or end lines with a line feed", row.Count - 1),
        };
        File.Error(Line, header?.NameOf(cell), code, text);
        IsHopeless = header is null;
        NextLine();
        return lineEnd < 0 ? end - start : lineEnd + 1;
    }
}
