namespace CommunityOfPractice.Core.Interchange;

/// <content>Where a cell ends, plain or quoted.</content>
internal sealed partial class CsvRowReader
{
    private CellEnd ReadPlain(ref int at, int end, bool final)
    {
        int first = at;
        at = stops!.From(at);
        if (at == end && !final)
        {
            return CellEnd.Incomplete;
        }

        int length = at - first;
        CellEnd ended = EndCell(ref at, end, final);
        int guard = FormulaGuard.IsGuarded(Window.AsSpan(first, length)) ? 1 : 0;
        row.Add(Slot.InWindow(first + guard, length - guard));
        return ended;
    }

    private CellEnd ReadQuoted(ref int at, int end, bool final, ref int lines)
    {
        int first = at + 1, escaped = 0, close = first;
        while (true)
        {
            int quote = Window.AsSpan(close, end - close).IndexOf((byte)'"');
            if (quote < 0)
            {
                return final ? CellEnd.UnclosedQuote : CellEnd.Incomplete;
            }

            close += quote;
            if (close + 1 == end || Window[close + 1] != '"')
            {
                break;
            }

            escaped++;
            close += 2;
        }

        at = close + 1;
        if (at == end && !final)
        {
            return CellEnd.Incomplete;
        }

        ReadOnlySpan<byte> inside = Window.AsSpan(first, close - first);
        lines += inside.Count((byte)'\n');
        AddQuoted(first, inside, escaped > 0);
        CellEnd ended = EndCell(ref at, end, final);
        return ended is CellEnd.StrayQuote ? CellEnd.TextAfterQuote : ended;
    }

    private void AddQuoted(int first, ReadOnlySpan<byte> inside, bool escaped)
    {
        int guard = FormulaGuard.IsGuarded(inside) ? 1 : 0;
        inside = inside[guard..];
        if (!escaped)
        {
            row.Add(Slot.InWindow(first + guard, inside.Length));
            return;
        }

        int start = row.Scratch.Count;
        while (!inside.IsEmpty)
        {
            int quote = inside.IndexOf((byte)'"') + 1;
            row.Scratch.Add(quote == 0 ? inside : inside[..quote]);
            inside = quote == 0 ? default : inside[(quote + 1)..];
        }

        row.Add(row.Scratch.Since(start));
    }

    /// <summary>Takes the delimiter or line end off that ends a cell.</summary>
    private CellEnd EndCell(ref int at, int end, bool final)
    {
        if (at == end)
        {
            return CellEnd.Row;
        }

        byte stop = Window[at];
        if (stop == delimiter)
        {
            at++;
            return CellEnd.Cell;
        }

        if (stop == '\n')
        {
            at++;
            return CellEnd.Row;
        }

        if (stop != '\r')
        {
            return CellEnd.StrayQuote;
        }

        if (at + 1 == end)
        {
            at++;
            return final ? CellEnd.Row : CellEnd.Incomplete;
        }

        at += 2;
        return Window[at - 1] == '\n' ? CellEnd.Row : CellEnd.BareReturn;
    }
}
