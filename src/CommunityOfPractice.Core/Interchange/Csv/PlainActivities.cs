using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Takes the usual rows of an activity CSV in one go: no cell quoted, no list, nothing wrong.</summary>
/// <remarks>It reports nothing and changes nothing about the row that it does not take: that one goes the long way, <see cref="ActivityRows.Read"/>.</remarks>
internal sealed class PlainActivities(FileScope file, CsvStops stops, byte delimiter, CsvHeader header, ActivityPipeline pipeline)
{
    private readonly int cells = header.Count;
    private readonly int community = header.Layout[ActivityRows.Community];
    private readonly int person = header.Layout[ActivityRows.Person];
    private readonly int at = header.Layout[ActivityRows.At];
    private readonly int act = header.Layout[ActivityRows.ActColumn];
    private readonly int id = header.Layout[ActivityRows.Id];
    private readonly int reply = header.Layout[ActivityRows.InReplyTo];
    private readonly int thread = header.Layout[ActivityRows.Thread];
    private readonly int accepted = header.Layout[ActivityRows.Accepted];
    private readonly int[] unusual =
    [
        .. new[] { ActivityRows.To, ActivityRows.Topics, ActivityRows.FormalityColumn, ActivityRows.Actor }.Select(column => header.Layout[column]).Where(cell => cell >= 0),
    ];

    private readonly InstantMemory instants = new();

    /// <summary>Whether the header leaves such rows possible.</summary>
    public static bool Fits(CsvHeader header) => header.Schema.Kind == InterchangeKind.Activity && !header.Layout.Contains(Row.Broken);

    /// <summary>Takes rows until one is not usual, or not known to be complete.</summary>
    /// <returns>How many bytes they have.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(byte[] window, int start, int end, bool ascii, long line, out int rows)
    {
        int from = start;
        rows = 0;
        while (true)
        {
            ReadOnlySpan<int> ends = stops.Next(from, cells);
            int length = ends.IsEmpty ? 0 : LengthOf(window, from, end, ends);
            if (length == 0 || !TryTake(window.AsSpan(from, length), from, ends, ascii, line + rows))
            {
                return from - start;
            }

            from += length;
            rows++;
        }
    }

    /// <summary>The length of a row, its line end included; 0 when it has not the cells of the header, all of them plain, or is too long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LengthOf(byte[] window, int from, int end, ReadOnlySpan<int> ends)
    {
        for (int cell = 0; cell < ends.Length - 1; cell++)
        {
            if (window[ends[cell]] != delimiter)
            {
                return 0;
            }
        }

        int last = ends[^1];
        int lineEnd = window[last] == '\n' ? 1 : window[last] == '\r' && last + 1 < end && window[last + 1] == '\n' ? 2 : 0;
        int length = last + lineEnd - from;
        return lineEnd > 0 && length <= Math.Min(ushort.MaxValue, file.MaxRowBytes) ? length : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTake(ReadOnlySpan<byte> row, int from, ReadOnlySpan<int> ends, bool ascii, long line)
    {
        if (!ascii && (!Utf8.IsValid(row) || row.Contains((byte)0)))
        {
            return false;
        }

        bool usual = TryId(row, from, ends, community, out TextPlace inCommunity) & TryId(row, from, ends, person, out TextPlace who)
            & !inCommunity.IsAbsent & !who.IsAbsent
            & TryId(row, from, ends, id, out TextPlace own) & TryId(row, from, ends, reply, out TextPlace parent)
            & TryId(row, from, ends, thread, out TextPlace inThread) & TryId(row, from, ends, accepted, out TextPlace answer);
        foreach (int cell in unusual)
        {
            usual &= Cell(from, ends, cell).IsAbsent;
        }

        if (!usual || !Acts.TryParse(Cell(from, ends, act).Of(row), out Act what) || !instants.TryParse(Cell(from, ends, at).Of(row), out long when))
        {
            return false;
        }

        ref PendingRow taken = ref pipeline.Next().Take(row);
        taken.At = when;
        taken.Origin = file.Origin(line);
        taken.Act = what;
        taken.Flags = ActivityColumns.Pack(Formality.Unstated, ActorKind.Human);
        taken.To = taken.Topics = 0;
        taken.Community = inCommunity;
        taken.Person = who;
        taken.Id = own;
        taken.Reply = parent;
        taken.Thread = inThread;
        taken.Accepted = answer;
        taken.Hash(row);
        return true;
    }

    /// <summary>The place of an id that is surely short enough and has no apostrophe to be taken off; or of none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryId(ReadOnlySpan<byte> row, int from, ReadOnlySpan<int> ends, int cell, out TextPlace place)
    {
        place = cell < 0 ? default : Cell(from, ends, cell);
        return place.Length <= IdText.MaxLength && row[place.Start] != '\'';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextPlace Cell(int from, ReadOnlySpan<int> ends, int cell)
    {
        int start = cell == 0 ? 0 : ends[cell - 1] + 1 - from;
        return new TextPlace((ushort)start, (ushort)(ends[cell] - from - start));
    }
}
