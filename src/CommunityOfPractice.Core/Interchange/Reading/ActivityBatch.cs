using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Checked rows on their way to the log, their texts side by side in one buffer and hashed already.</summary>
internal sealed class ActivityBatch
{
    private const int MostRows = 1024, MostBytes = 1 << 20, Ahead = 12;

    private readonly List<(int Origin, int Known, string Id)> conflicts = [];
    private readonly Scratch items = new();
    private readonly List<int> set = [];
    private PendingRow[] rows = new PendingRow[16];
    private byte[] texts = new byte[1024];
    private int used;
    private int count;

    public bool IsFull => count == MostRows || used >= MostBytes;

    /// <summary>The work of adding the rows to the log; null when nobody was asked to.</summary>
    public Task? Work { get; set; }

    /// <summary>Rows whose id belongs to another activity: where the row stands, where the other, and the id.</summary>
    public IReadOnlyList<(int Origin, int Known, string Id)> Conflicts => conflicts;

    public void Clear()
    {
        used = 0;
        count = 0;
        conflicts.Clear();
    }

    /// <summary>Takes a row whose texts lie anywhere; they are copied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(
        long at, Act act, byte flags, int origin, ReadOnlySpan<byte> community, ReadOnlySpan<byte> person, ReadOnlySpan<byte> id,
        ReadOnlySpan<byte> reply, ReadOnlySpan<byte> thread, ReadOnlySpan<byte> accepted, ReadOnlySpan<byte> to, ReadOnlySpan<byte> topics)
    {
        ref PendingRow row = ref Take([]);
        (row.At, row.Act, row.Flags, row.Origin, row.To, row.Topics) = (at, act, flags, origin, to.Length, topics.Length);
        row.Community = Copy(community, row.Start);
        row.Person = Copy(person, row.Start);
        row.Id = Copy(id, row.Start);
        row.Reply = Copy(reply, row.Start);
        row.Thread = Copy(thread, row.Start);
        row.Accepted = Copy(accepted, row.Start);
        row.Lists = used - row.Start;
        Copy(to);
        Copy(topics);
        row.Hash(texts.AsSpan(row.Start, row.Lists));
    }

    /// <summary>Takes a row whose texts lie inside a piece of less than 64 KiB; the piece is copied, all the rest is for the caller to fill in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PendingRow Take(ReadOnlySpan<byte> piece)
    {
        if (count == rows.Length)
        {
            Array.Resize(ref rows, count * 4);
        }

        ref PendingRow row = ref rows[count++];
        row.Start = used;
        Copy(piece);
        return ref row;
    }

    /// <summary>Adds the rows to a log, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(ActivityLogBuilder builder)
    {
        ActivityTexts pools = builder.Texts;
        ReadOnlySpan<PendingRow> pending = rows.AsSpan(0, count);
        for (int i = -Ahead; i < pending.Length; i++)
        {
            if (i + Ahead < pending.Length)
            {
                Announce(pools, pending[i + Ahead]);
            }

            if (i >= 0)
            {
                Add(builder, pools, pending[i]);
            }
        }
    }

    /// <summary>Lets memory fetch what a row that comes soon will ask for; an absent text asks for a place that is there anyway.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Announce(ActivityTexts pools, in PendingRow row)
    {
        pools.People.Prefetch(row.PersonHash);
        pools.Ids.Prefetch(row.IdHash);
        pools.Ids.Prefetch(row.ReplyHash);
        pools.Ids.Prefetch(row.ThreadHash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ActivityLogBuilder builder, ActivityTexts pools, in PendingRow row)
    {
        int id = Intern(pools.Ids, row.Start, row.Id, row.IdHash), reply = Intern(pools.Ids, row.Start, row.Reply, row.ReplyHash);
        int added = builder.Add(new ActivityRow
        {
            At = row.At,
            Community = Intern(pools.Communities, row.Start, row.Community, row.CommunityHash),
            Person = Intern(pools.People, row.Start, row.Person, row.PersonHash),
            Act = row.Act,
            Flags = row.Flags,
            Id = id,
            Reply = reply,
            To = row.To == 0 ? ActivityColumns.None : Set(builder, pools.People, texts.AsSpan(row.Start + row.Lists, row.To)),
            Thread = row.ThreadIs switch
            {
                ThreadText.Absent => ActivityColumns.None,
                ThreadText.Id => id,
                ThreadText.Reply => reply,
                _ => Intern(pools.Ids, row.Start, row.Thread, row.ThreadHash),
            },
            Topics = row.Topics == 0 ? ActivityColumns.None : Set(builder, pools.Topics, texts.AsSpan(row.Start + row.Lists + row.To, row.Topics)),
            Accepted = row.Accepted.IsAbsent ? ActivityColumns.None : pools.Ids.Intern(TextAt(row.Start, row.Accepted)),
            Origin = row.Origin,
        });
        if (added < ActivityLogBuilder.Duplicate)
        {
            conflicts.Add((row.Origin, builder.OriginOf(-2 - added), Shown.Text(TextAt(row.Start, row.Id))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Intern(Utf8Pool pool, int start, TextPlace place, ulong hash) => place.IsAbsent ? ActivityColumns.None : pool.Intern(TextAt(start, place), hash);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> TextAt(int start, TextPlace place) => texts.AsSpan(start + place.Start, place.Length);

    private TextPlace Copy(ReadOnlySpan<byte> text, int start)
    {
        TextPlace place = new((ushort)(used - start), (ushort)text.Length);
        Copy(text);
        return place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Copy(ReadOnlySpan<byte> text)
    {
        if (texts.Length - used < text.Length)
        {
            Array.Resize(ref texts, Math.Max(texts.Length * 2, used + text.Length));
        }

        text.CopyTo(texts.AsSpan(used));
        used += text.Length;
    }

    private int Set(ActivityLogBuilder builder, Utf8Pool pool, ReadOnlySpan<byte> list)
    {
        set.Clear();
        items.Clear();
        ListItems parts = new(list, items);
        while (parts.MoveNext())
        {
            set.Add(pool.Intern(parts.Current));
        }

        return builder.InternSet(CollectionsMarshal.AsSpan(set));
    }
}
