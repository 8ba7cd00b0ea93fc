using System.Numerics;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Who turned to whom, kept up one message at a time, with reciprocity and ties between groups ready at any moment.</summary>
/// <remarks>
/// <para>
/// What <see cref="Networks.Reciprocity"/> and <see cref="Networks.GroupTies"/> say of the finished graph, bit for bit, in any order of adding. Loops are left out and repeated edges count once, as in
/// <see cref="DirectedGraph"/>. Tallies of parts <see cref="Merge"/> to the tally of the whole, in any order and grouping.
/// </para>
/// <para>Adding is O(1) expected: two look-ups in one table of 8 bytes a slot, filled to at most two thirds. Not safe for concurrent use.</para>
/// </remarks>
public sealed class TieTally
{
    private const byte Kind = (byte)'t';

    private readonly int[] groups;
    private readonly long[] degrees;
    private ulong[] slots = new ulong[16];
    private int mutual;
    private int external;
    private int @internal;
    private int unknown;

    /// <summary>Creates an empty tally.</summary>
    /// <param name="groups">The group of each vertex, such as its department; a negative number when it is unknown. As many as there are vertices.</param>
    public TieTally(ReadOnlySpan<int> groups)
    {
        this.groups = [.. Labels.Small(groups, groups.Length)];
        foreach (ref int group in this.groups.AsSpan())
        {
            group = Math.Max(group, -1);
        }

        degrees = new long[Labels.Largest(this.groups) + 1];
    }

    /// <summary>Gets the number of vertices.</summary>
    /// <value>Zero or more.</value>
    public int Vertices => groups.Length;

    /// <summary>Gets the number of edges.</summary>
    /// <value>Without loops; a repeated edge counts once.</value>
    public int Edges { get; private set; }

    /// <summary>Gets how many of the edges have their opposite.</summary>
    /// <value>As <see cref="Networks.Reciprocity.Of"/>. O(1).</value>
    public Reciprocity Reciprocity => new(mutual, Edges, Vertices);

    /// <summary>Notes that one vertex turned to another.</summary>
    /// <param name="from">Where the edge starts; from 0 to <see cref="Vertices"/>, without it.</param>
    /// <param name="to">Where it ends.</param>
    /// <returns><see langword="true"/> when the edge is new and no loop.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public bool Add(int from, int to)
    {
        Check(from, nameof(from));
        Check(to, nameof(to));
        if (from == to)
        {
            return false;
        }

        int free = Find(Key(from, to));
        if (free < 0)
        {
            return false;
        }

        slots[free] = Key(from, to);
        Edges++;
        if (Find(Key(to, from)) < 0)
        {
            mutual += 2;
        }
        else
        {
            Join(groups[from], groups[to]);
        }

        if (Edges > slots.Length / 3 * 2)
        {
            Rehash();
        }

        return true;
    }

    /// <summary>Counts the ties within and between groups.</summary>
    /// <returns>As <see cref="Networks.GroupTies.Of"/> of the undirected graph. O(vertices).</returns>
    public GroupTies GroupTies()
    {
        long[] sizes = new long[degrees.Length];
        foreach (int group in groups)
        {
            if (group >= 0)
            {
                sizes[group]++;
            }
        }

        long labelled = 0, squaredSizes = 0, squaredDegrees = 0;
        int present = 0;
        for (int group = 0; group < sizes.Length; group++)
        {
            present += sizes[group] > 0 ? 1 : 0;
            labelled += sizes[group];
            squaredSizes += sizes[group] * sizes[group];
            squaredDegrees += degrees[group] * degrees[group];
        }

        return new(present, external, @internal, unknown, ((labelled * labelled) - squaredSizes) / 2, (squaredSizes - labelled) / 2, squaredDegrees);
    }

    /// <summary>Makes the graph of everything so far.</summary>
    /// <returns>The graph. O(vertices + edges).</returns>
    public DirectedGraph ToGraph()
    {
        int[] from = new int[Edges], to = new int[Edges];
        int edge = 0;
        foreach (ulong key in slots)
        {
            if (key != 0)
            {
                (from[edge], to[edge++]) = Ends(key);
            }
        }

        return DirectedGraph.FromEdges(Vertices, from, to);
    }

    /// <summary>Adds everything that another tally knows.</summary>
    /// <param name="other">The other tally, of the same vertices in the same groups.</param>
    /// <remarks>O(edges of the other).</remarks>
    /// <exception cref="ArgumentException">Vertices or groups differ.</exception>
    public void Merge(TieTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!groups.AsSpan().SequenceEqual(other.groups))
        {
            throw new ArgumentException("Only tallies of the same vertices in the same groups can be merged.", nameof(other));
        }

        if (ReferenceEquals(this, other))
        {
            return;
        }

        foreach (ulong key in other.slots)
        {
            if (key != 0)
            {
                (int from, int to) = Ends(key);
                Add(from, to);
            }
        }
    }

    /// <summary>Writes the tally down.</summary>
    /// <returns>Bytes for <see cref="FromBytes"/>; equal content gives equal bytes, however it came about.</returns>
    public byte[] ToBytes()
    {
        List<byte> bytes = [Kind, TallyBytes.Version];
        TallyBytes.Write(bytes, (ulong)groups.Length);
        foreach (int group in groups)
        {
            TallyBytes.Write(bytes, (ulong)(group + 1));
        }

        ulong[] keys = [.. slots.Where(key => key != 0)];
        Array.Sort(keys);
        TallyBytes.Write(bytes, (ulong)keys.Length);
        ulong last = 0;
        foreach (ulong key in keys)
        {
            TallyBytes.Write(bytes, key - last);
            last = key;
        }

        return [.. bytes];
    }

    /// <summary>Reads a tally that was written down.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> returned.</param>
    /// <returns>An equal tally.</returns>
    /// <exception cref="FormatException">The bytes are of something else, cut off or damaged.</exception>
    public static TieTally FromBytes(ReadOnlySpan<byte> bytes)
    {
        int at = TallyBytes.Header(bytes, Kind);
        int[] groups = new int[(int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length)];
        foreach (ref int group in groups.AsSpan())
        {
            group = (int)TallyBytes.Read(bytes, ref at, int.MaxValue) - 1;
        }

        TieTally tally = new(groups);
        int edges = (int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length);
        ulong key = 0;
        for (int edge = 0; edge < edges; edge++)
        {
            ulong step = TallyBytes.Read(bytes, ref at);
            ulong next = unchecked(key + step);
            (int from, int to) = next > key ? Ends(next) : (-1, -1);
            if (from < 0 || to < 0 || from >= groups.Length || to >= groups.Length || !tally.Add(from, to))
            {
                throw new FormatException($"Before byte {at} there is no edge between two of the {groups.Length} vertices.");
            }

            key = next;
        }

        TallyBytes.End(bytes, at);
        return tally;
    }

    private static ulong Key(int from, int to) => (((ulong)(uint)from << 32) | (uint)to) + 1;

    private static (int From, int To) Ends(ulong key) => ((int)((key - 1) >> 32), (int)(key - 1));

    private void Check(int vertex, string name)
    {
        if ((uint)vertex >= (uint)groups.Length)
        {
            throw new ArgumentOutOfRangeException(name, vertex, $"There are {groups.Length} vertices.");
        }
    }

    private void Join(int one, int other)
    {
        if (one < 0 || other < 0)
        {
            unknown++;
            return;
        }

        degrees[one]++;
        degrees[other]++;
        if (one == other)
        {
            @internal++;
        }
        else
        {
            external++;
        }
    }

    /// <summary>The free slot for a key that is not there, or a negative number for one that is.</summary>
    private int Find(ulong key)
    {
        int mask = slots.Length - 1;
        int slot = (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.Log2((uint)slots.Length)));
        while (slots[slot] != 0)
        {
            if (slots[slot] == key)
            {
                return -1;
            }

            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Rehash()
    {
        ulong[] old = slots;
        slots = new ulong[checked(old.Length * 2)];
        foreach (ulong key in old)
        {
            if (key != 0)
            {
                slots[Find(key)] = key;
            }
        }
    }
}
