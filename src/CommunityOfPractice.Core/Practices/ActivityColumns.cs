using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The struct-of-arrays behind builder and log: one row an activity, every text interned.</summary>
/// <remarks>
/// In the builder a row is 18 bytes (time, community, person, act, flags) and 4 more for each of id, reply, thread, topics, addressees and accepted
/// answer that any row uses: a column that nobody uses is never allocated. In the log
/// the rows lie community after community, so that column is gone (14 bytes a row), and replies are positions instead of id numbers.
/// </remarks>
internal sealed class ActivityColumns
{
    public const int None = -1;

    public ActivityColumns()
    {
    }

    /// <summary>Takes finished columns over.</summary>
    public ActivityColumns(long[] at, int[] community, int[] person, Act[] acts, byte[] flags, int[] id, int[]? reply)
    {
        (At, Community, Person, Acts, Flags, Id, Reply) = (at, community, person, acts, flags, id, reply);
        Count = at.Length;
    }

    public long[] At = [];
    public int[] Community = [];
    public int[] Person = [];
    public Act[] Acts = [];
    public byte[] Flags = []; // or empty in a log, where no row has any
    public int[]? Id;
    public int[]? Reply;
    public int[]? Thread;
    public int[]? Topics;
    public int[]? To;
    public int[]? Accepted;
    public int[]? Origin;

    public int Count { get; private set; }

    /// <summary>The columns of a log whose rows are there already, in order.</summary>
    public static ActivityColumns Of(long[] at, int[] person, Act[] acts, byte[] flags) => new() { At = at, Person = person, Acts = acts, Flags = flags, Count = at.Length };

    public static byte Pack(Formality formality, ActorKind actor) => (byte)((int)formality | (int)actor << 4);

    public static Formality FormalityOf(byte flags) => (Formality)(flags & 15);

    public static ActorKind ActorOf(byte flags) => (ActorKind)(flags >> 4);

    public long StateBytes => At.LongLength * 8 + Community.LongLength * 4 + Person.LongLength * 4 + Acts.LongLength + Flags.LongLength
        + 4 * (Length(Id) + Length(Reply) + Length(Thread) + Length(Topics) + Length(To) + Length(Accepted) + Length(Origin));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(in ActivityRow row)
    {
        if (Count == At.Length)
        {
            Resize(Math.Max(64, (int)Math.Min(Array.MaxLength, Count * 2L)));
        }

        int i = Count;
        At[i] = row.At;
        Community[i] = row.Community;
        Person[i] = row.Person;
        Acts[i] = row.Act;
        Flags[i] = row.Flags;
        Set(ref Id, i, row.Id);
        Set(ref Reply, i, row.Reply);
        Set(ref Thread, i, row.Thread);
        Set(ref Topics, i, row.Topics);
        Set(ref To, i, row.To);
        Set(ref Accepted, i, row.Accepted);
        if (row.Origin != 0 || Origin is not null)
        {
            Origin ??= new int[At.Length];
            Origin[i] = row.Origin;
        }

        Count++;
    }

    public void Reserve(int capacity)
    {
        if (capacity > At.Length)
        {
            Resize(capacity);
        }
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref At, capacity);
        Array.Resize(ref Community, capacity);
        Array.Resize(ref Person, capacity);
        Array.Resize(ref Acts, capacity);
        Array.Resize(ref Flags, capacity);
        Grow(ref Id, capacity);
        Grow(ref Reply, capacity);
        Grow(ref Thread, capacity);
        Grow(ref Topics, capacity);
        Grow(ref To, capacity);
        Grow(ref Accepted, capacity);
        if (Origin is not null)
        {
            Array.Resize(ref Origin, capacity);
        }
    }

    /// <summary>Whether row i says the same as the given row, its origin apart.</summary>
    public bool Same(int i, in ActivityRow row) =>
        At[i] == row.At && Community[i] == row.Community && Person[i] == row.Person && Acts[i] == row.Act && Flags[i] == row.Flags
        && Get(Reply, i) == row.Reply && Get(Thread, i) == row.Thread && Get(Topics, i) == row.Topics && Get(To, i) == row.To
        && Get(Accepted, i) == row.Accepted;

    /// <summary>Each row to its position, times and communities apart: one action a column, each old column given up as soon as it is copied.</summary>
    public Action[] Scatter(int[] position) =>
    [
        () => Scatter(ref Person!, position),
        () => Scatter(ref Acts!, position),
        () => Scatter(ref Flags!, position),
        () => Scatter(ref Id, position),
        () => Scatter(ref Reply, position),
        () => Scatter(ref Thread, position),
        () => Scatter(ref Topics, position),
        () => Scatter(ref To, position),
        () => Scatter(ref Accepted, position),
        () => Scatter(ref Origin, position),
    ];

    /// <summary>The flags of a row.</summary>
    public byte FlagsOf(int i) => i < Flags.Length ? Flags[i] : default;

    public static int Get(int[]? column, int i) => column is null ? None : column[i];

    private static long Length(int[]? column) => column?.LongLength ?? 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter<T>(ref T[]? column, int[] position)
    {
        if (column is null)
        {
            return;
        }

        T[] old = column;
        T[] next = GC.AllocateUninitializedArray<T>(position.Length);
        for (int i = 0; i < position.Length; i++)
        {
            next[position[i]] = old[i];
        }

        column = next;
    }

    private static void Grow(ref int[]? column, int capacity)
    {
        if (column is not null)
        {
            int old = column.Length;
            Array.Resize(ref column, capacity);
            if (capacity > old)
            {
                column.AsSpan(old).Fill(None);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(ref int[]? column, int i, int value)
    {
        if (value != None)
        {
            if (column is null)
            {
                column = GC.AllocateUninitializedArray<int>(At.Length);
                column.AsSpan().Fill(None);
            }

            column[i] = value;
        }
    }
}

/// <summary>One row on its way into the columns; every text already interned.</summary>
internal readonly record struct ActivityRow
{
    public ActivityRow()
    {
    }

    public long At { get; init; }

    public int Community { get; init; }

    public int Person { get; init; }

    public Act Act { get; init; }

    public byte Flags { get; init; }

    public int Id { get; init; } = ActivityColumns.None;

    public int Reply { get; init; } = ActivityColumns.None;

    public int Thread { get; init; } = ActivityColumns.None;

    public int Topics { get; init; } = ActivityColumns.None;

    public int To { get; init; } = ActivityColumns.None;

    public int Accepted { get; init; } = ActivityColumns.None;

    /// <summary>Where the row came from (a line number), or 0.</summary>
    public int Origin { get; init; }
}

/// <summary>The texts behind the numbers.</summary>
/// <param name="numberedIds">How many activities are named by their numbers, written out only when somebody asks; 0 when ids have texts of their own.</param>
internal sealed class ActivityTexts(int numberedIds = 0)
{
    private readonly Utf8Pool? texts = numberedIds == 0 ? new() : null;
    private readonly Lazy<Utf8Pool> numbers = new(() => Numbered(numberedIds));

    public Utf8Pool Communities { get; } = new();

    public Utf8Pool People { get; init; } = new();

    /// <summary>Ids of activities and of threads: a thread mostly goes by the id of what opened it.</summary>
    public Utf8Pool Ids { get => texts ?? numbers.Value; init => texts = value; }

    public Utf8Pool Topics { get; init; } = new();

    /// <summary>Sets of topics and of people, as sequences of their numbers.</summary>
    public Utf8Pool Sets { get; } = new();

    /// <summary>Whether rows of that many bytes in all can surely be added; an item of a set takes four bytes.</summary>
    public bool HasRoomFor(long bytes) => Communities.HasRoomFor(bytes) && People.HasRoomFor(bytes) && Ids.HasRoomFor(bytes)
        && Topics.HasRoomFor(bytes) && Sets.HasRoomFor(4 * bytes);

    /// <summary>Gives spare room back.</summary>
    public void Trim()
    {
        Communities.Trim(keepIndex: true);
        People.Trim(keepIndex: true);
        Topics.Trim(keepIndex: false);
        Sets.Trim(keepIndex: false);
        if (numberedIds == 0)
        {
            Ids.Trim(keepIndex: false);
        }
    }

    /// <summary>The ordinal order of two ids by their bytes.</summary>
    public int CompareIds(int x, int y) => numberedIds == 0 || numbers.IsValueCreated ? Ids[x].SequenceCompareTo(Ids[y]) : CompareNumbers(x, y);

    public long StateBytes => Communities.StateBytes + People.StateBytes + (numberedIds == 0 || numbers.IsValueCreated ? Ids.StateBytes : 0) + Topics.StateBytes + Sets.StateBytes;

    private static int CompareNumbers(int x, int y)
    {
        Span<byte> one = stackalloc byte[10], other = stackalloc byte[10];
        Utf8Formatter.TryFormat(x, one, out int length);
        Utf8Formatter.TryFormat(y, other, out int others);
        return one[..length].SequenceCompareTo(other[..others]);
    }

    private static Utf8Pool Numbered(int count)
    {
        Utf8Pool pool = new();
        Span<byte> text = stackalloc byte[10];
        for (int number = 0; number < count; number++)
        {
            Utf8Formatter.TryFormat(number, text, out int length);
            pool.Intern(text[..length]);
        }

        pool.Trim(keepIndex: count == 0);
        return pool;
    }
}
