using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Reads the values of a row as what they stand for. Each method reports what is wrong and returns whether all is well.</summary>
internal static class Cells
{
    private static readonly string[] YesAndNo = ["no", "yes", "false", "true", "0", "1"];

    /// <summary>An id as bytes; empty when it is absent and may be.</summary>
    public static bool TryId(this Row row, int column, out ReadOnlySpan<byte> id)
    {
        id = row[column];
        return row.IsId(column, id);
    }

    /// <summary>Whether the bytes of a column are an id, or absent where they may be.</summary>
    public static bool IsId(this Row row, int column, ReadOnlySpan<byte> id) =>
        (uint)(id.Length - 1) < IdText.MaxLength || (id.IsEmpty ? row.MayBeAbsent(column) : row.IsIdLength(column, id));

    public static bool TryId<T>(this Row row, int column, Func<string, T> make, out T? id)
        where T : struct
    {
        bool good = row.TryId(column, out ReadOnlySpan<byte> text);
        id = good && !text.IsEmpty ? make(Encoding.UTF8.GetString(text)) : null;
        return good;
    }

    /// <summary>An id that is no type of its own.</summary>
    public static bool TryIdText(this Row row, int column, out string? id)
    {
        bool good = row.TryId(column, out ReadOnlySpan<byte> text);
        id = good && !text.IsEmpty ? Encoding.UTF8.GetString(text) : null;
        return good;
    }

    /// <summary>A whole number that is at least so much.</summary>
    public static bool TryNumber(this Row row, int column, int least, string code, out int? number)
    {
        ReadOnlySpan<byte> text = row[column];
        number = null;
        if (text.IsEmpty)
        {
            return row.MayBeAbsent(column);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int read) && read >= least)
        {
            number = read;
            return true;
        }

        row.Error(column, code, $"{Shown.Text(text)} is no whole number from {least} on");
        return false;
    }

    /// <summary>Yes or no; null when it is absent and may be.</summary>
    public static bool TryFlag(this Row row, int column, string code, out bool? flag)
    {
        bool good = row.TryWord(column, code, YesAndNo, out int word);
        flag = good && word >= 0 ? word % 2 == 1 : null;
        return good;
    }

    /// <summary>A length of time; null when it is absent and may be.</summary>
    public static bool TryDuration(this Row row, int column, out TimeSpan? length)
    {
        ReadOnlySpan<byte> text = row[column];
        length = null;
        if (text.IsEmpty)
        {
            return row.MayBeAbsent(column);
        }

        length = DurationText.Parse(text);
        if (length is null)
        {
            row.Error(column, ProblemCode.DurationMalformed, $"{Shown.Text(text)} is no length of time; write PT90M, PT1H30M or P1D");
        }

        return length is not null;
    }

    public static bool TryText(this Row row, int column, out string? text)
    {
        ReadOnlySpan<byte> utf8 = row[column];
        text = utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);
        return utf8.IsEmpty ? row.MayBeAbsent(column) : row.IsTextLength(column, utf8);
    }

    public static bool TryTime(this Row row, int column, out DateTimeOffset? at)
    {
        bool good = row.TryTicks(column, out long ticks);
        at = good && ticks != 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return good;
    }

    /// <summary>UTC ticks; 0 when the time is absent and may be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryTicks(this Row row, int column, out long ticks)
    {
        ReadOnlySpan<byte> text = row[column];
        if (text.IsEmpty)
        {
            ticks = 0;
            return row.MayBeAbsent(column);
        }

        InstantFault fault = InstantText.Parse(text, out ticks);
        if (fault != InstantFault.None)
        {
            row.ReportTime(column, fault, text);
        }

        return fault == InstantFault.None;
    }

    /// <summary>A first instant and a first instant after, the second not before the first.</summary>
    public static bool TryPeriod(this Row row, int fromColumn, int untilColumn, TimeSpan atLeast, out DateTimeOffset? from, out DateTimeOffset? until)
    {
        bool good = row.TryTime(fromColumn, out from) & row.TryTime(untilColumn, out until);
        if (good && until - from < atLeast)
        {
            row.Error(untilColumn, ProblemCode.PeriodReversed, $"{InstantText.Format(until!.Value)} is not after {InstantText.Format(from!.Value)}");
            return false;
        }

        return good;
    }

    /// <summary>The index of one of a few words, in any case; -1 when it is absent and may be.</summary>
    public static bool TryWord(this Row row, int column, string code, ReadOnlySpan<string> words, out int index)
    {
        ReadOnlySpan<byte> word = row[column];
        index = -1;
        if (word.IsEmpty)
        {
            return row.MayBeAbsent(column);
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(word, words[i]))
            {
                index = i;
                return true;
            }
        }

        row.Error(column, code, $"{Shown.Text(word)} is none of {string.Join(", ", words)}");
        return false;
    }

    /// <summary>Whether a list is sound: every item an id, or a text when <paramref name="texts"/>.</summary>
    public static bool IsList(this Row row, int column, bool texts = false) => row.IsAbsent(column) || row.IsSoundList(column, texts);

    private static bool IsSoundList(this Row row, int column, bool texts)
    {
        ReadOnlySpan<byte> list = row[column];
        if (list.IsEmpty)
        {
            return row.MayBeAbsent(column);
        }

        bool good = true;
        ListItems items = new(list, row.Scratch);
        while (items.MoveNext())
        {
            if (items.BadEscape)
            {
                row.Error(column, ProblemCode.ListEscape, @"in a list, a backslash stands before a bar or a backslash: write \\ for a backslash");
                return false;
            }

            if (items.Current.IsEmpty)
            {
                row.Error(column, ProblemCode.ListEmptyItem, "an item of the list is empty");
                good = false;
            }
            else
            {
                good &= texts ? row.IsTextLength(column, items.Current) : row.IsIdLength(column, items.Current);
            }
        }

        return good;
    }

    public static bool TryList<T>(this Row row, int column, Func<string, T> make, out ValueList<T> items, bool texts = false)
    {
        items = [];
        if (!row.IsList(column, texts))
        {
            return false;
        }

        List<T> read = [];
        ListItems each = new(row[column], row.Scratch);
        while (each.MoveNext())
        {
            read.Add(make(Encoding.UTF8.GetString(each.Current)));
        }

        items = read.ToValueList();
        return true;
    }

    /// <summary>Whether a value may be missing where it is; reports it when not.</summary>
    public static bool MayBeAbsent(this Row row, int column)
    {
        if (row.IsAbsent(column))
        {
            return true; // a required column that the file does not have is Broken, not Absent
        }

        if (row.IsBad(column))
        {
            return false;
        }

        if (row.Schema[column].Required)
        {
            row.Error(column, ProblemCode.ValueMissing, "a value is required");
        }

        return !row.Schema[column].Required;
    }

    private static bool IsIdLength(this Row row, int column, ReadOnlySpan<byte> id) =>
        row.IsAtMost(column, id, IdText.MaxLength, ProblemCode.IdTooLong, "an id has at most 200 characters");

    private static bool IsTextLength(this Row row, int column, ReadOnlySpan<byte> text) =>
        row.IsAtMost(column, text, EntryText.MaxLength, ProblemCode.TextTooLong, "a text has at most 10,000 characters");

    private static bool IsAtMost(this Row row, int column, ReadOnlySpan<byte> text, int most, string code, string message)
    {
        if (text.Length <= most || CodePoints(text) <= most)
        {
            return true;
        }

        row.Error(column, code, $"{message}: {Shown.Text(text)}");
        return false;
    }

    private static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        foreach (byte b in utf8)
        {
            count += (b & 0xC0) != 0x80 ? 1 : 0;
        }

        return count;
    }

    public static void ReportTime(this Row row, int column, InstantFault fault, ReadOnlySpan<byte> text)
    {
        (string code, string message) = fault switch
        {
            InstantFault.Malformed => (ProblemCode.TimeMalformed, "is no time; write 2026-05-31, 2026-05-31T14:00:00Z or unix seconds"),
            InstantFault.TooEarly => (ProblemCode.TimeOutOfRange, "lies before 1970"),
            InstantFault.Milliseconds => (ProblemCode.TimeOutOfRange, "looks like milliseconds; write unix seconds"),
            _ => (ProblemCode.TimeOutOfRange, "lies after 2099"),
        };
        row.Error(column, code, $"{Shown.Text(text)} {message}");
    }
}
