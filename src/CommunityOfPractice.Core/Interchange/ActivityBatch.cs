using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Checked rows on their way to the log, their texts side by side in one buffer.</summary>
internal sealed class ActivityBatch
{
    private const int Rows = 4096, Ahead = 8;

    private Pending[] rows = new Pending[16];
    private readonly List<(int Origin, int Known, string Id)> conflicts = [];
    private readonly Scratch items = new();
    private readonly List<int> set = [];
    private byte[] texts = new byte[1024];
    private int used;
    private int count;

    public bool IsFull => count == Rows;

    /// <summary>Rows whose id belongs to another activity: where the row stands, where the other, and the id.</summary>
    public IReadOnlyList<(int Origin, int Known, string Id)> Conflicts => conflicts;

    public void Clear()
    {
        used = 0;
        count = 0;
        conflicts.Clear();
    }

    /// <summary>Takes a row; the texts are copied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(
        long at, Act act, byte flags, int origin, ReadOnlySpan<byte> community, ReadOnlySpan<byte> person, ReadOnlySpan<byte> id,
        ReadOnlySpan<byte> reply, ReadOnlySpan<byte> thread, ReadOnlySpan<byte> accepted, ReadOnlySpan<byte> to, ReadOnlySpan<byte> topics)
    {
        int length = community.Length + person.Length + id.Length + reply.Length + thread.Length + accepted.Length + to.Length + topics.Length;
        if (texts.Length - used < length)
        {
            Array.Resize(ref texts, Math.Max(texts.Length * 2, used + length));
        }

        if (count == rows.Length)
        {
            Array.Resize(ref rows, count * 4);
        }

        ref Pending row = ref rows[count++];
        row = new Pending { At = at, Act = act, Flags = flags, Origin = origin, Start = used };
        row.Community = Copy(community);
        row.Person = Copy(person);
        row.Id = Copy(id);
        row.Reply = Copy(reply);
        row.Thread = Copy(thread);
        row.Accepted = Copy(accepted);
        row.To = Copy(to);
        row.Topics = Copy(topics);
    }

    /// <summary>Adds the rows to a log, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(ActivityLogBuilder builder)
    {
        ActivityTexts pools = builder.Texts;
        Span<ulong> hashes = stackalloc ulong[Ahead * 4];
        for (int i = 0; i < Math.Min(Ahead, count); i++)
        {
            Announce(pools, rows[i], hashes[(i % Ahead * 4)..]);
        }

        for (int i = 0; i < count; i++)
        {
            ref Pending row = ref rows[i];
            Span<ulong> hash = hashes.Slice(i % Ahead * 4, 4);
            int at = row.Start;
            ReadOnlySpan<byte> community = Take(ref at, row.Community), person = Take(ref at, row.Person), id = Take(ref at, row.Id), reply = Take(ref at, row.Reply);
            ReadOnlySpan<byte> thread = Take(ref at, row.Thread), accepted = Take(ref at, row.Accepted), to = Take(ref at, row.To), topics = Take(ref at, row.Topics);
            int personNumber = pools.People.Intern(person, hash[0]), idNumber = Intern(pools.Ids, id, hash[1]), replyNumber = Intern(pools.Ids, reply, hash[2]);
            int added = builder.Add(new ActivityRow
            {
                At = row.At,
                Community = pools.Communities.Intern(community),
                Person = personNumber,
                Act = row.Act,
                Flags = row.Flags,
                Id = idNumber,
                Reply = replyNumber,
                To = to.IsEmpty ? ActivityColumns.None : Set(builder, pools.People, to),
                Thread = thread.SequenceEqual(id) ? idNumber : thread.SequenceEqual(reply) ? replyNumber : Intern(pools.Ids, thread, hash[3]),
                Topics = topics.IsEmpty ? ActivityColumns.None : Set(builder, pools.Topics, topics),
                Accepted = accepted.IsEmpty ? ActivityColumns.None : pools.Ids.Intern(accepted),
                Origin = row.Origin,
            });
            if (added < ActivityLogBuilder.Duplicate)
            {
                conflicts.Add((row.Origin, builder.OriginOf(-2 - added), Shown.Text(id)));
            }

            if (i + Ahead < count)
            {
                Announce(pools, rows[i + Ahead], hash);
            }
        }
    }

    /// <summary>Hashes the texts of a row that comes soon, so that memory answers in the meantime.</summary>
    private void Announce(ActivityTexts pools, in Pending row, Span<ulong> hash)
    {
        int at = row.Start + row.Community;
        hash[0] = pools.People.Announce(Take(ref at, row.Person));
        ReadOnlySpan<byte> id = Take(ref at, row.Id), reply = Take(ref at, row.Reply), thread = Take(ref at, row.Thread);
        hash[1] = id.IsEmpty ? 0 : pools.Ids.Announce(id);
        hash[2] = reply.IsEmpty ? 0 : pools.Ids.Announce(reply);
        hash[3] = thread.IsEmpty || thread.SequenceEqual(id) || thread.SequenceEqual(reply) ? 0 : pools.Ids.Announce(thread);
    }

    private static int Intern(Utf8Pool pool, ReadOnlySpan<byte> text, ulong hash) => text.IsEmpty ? ActivityColumns.None : pool.Intern(text, hash);

    private ReadOnlySpan<byte> Take(ref int at, int length)
    {
        ReadOnlySpan<byte> text = texts.AsSpan(at, length);
        at += length;
        return text;
    }

    private int Copy(ReadOnlySpan<byte> text)
    {
        text.CopyTo(texts.AsSpan(used));
        used += text.Length;
        return text.Length;
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

    private struct Pending
    {
        public long At;
        public int Origin, Start, Community, Person, Id, Reply, Thread, Accepted, To, Topics;
        public Act Act;
        public byte Flags;
    }
}
