using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Who turned to whom, kept up one message at a time, with reciprocity and ties between groups ready at any moment.</summary>
/// <remarks>
/// <para>
/// What <see cref="Networks.Reciprocity"/> and <see cref="Networks.GroupTies"/> say of the finished graph, bit for bit, in any order of adding. Loops are left out and repeated edges count once, as in
/// <see cref="DirectedGraph"/>. Tallies of parts <see cref="Merge"/> to the tally of the whole, in any order and grouping.
/// </para>
/// <para>Adding is O(1) expected: one look-up in a table of 8 bytes a tie, filled to between one and two thirds. Not safe for concurrent use.</para>
/// </remarks>
public sealed class TieTally
{
    private const byte Kind = (byte)'t';

    private readonly Dictionary<int, int> places = []; // where each group stands in the lists of groups
    private readonly List<int> names = [];
    private readonly PairTable pairs = new(); // one a tie
    private TieCounts counts;
    private int[] groups = []; // the place of each vertex's group; -1 when it is unknown

    /// <summary>Creates a tally without vertices; <see cref="AddVertex"/> adds them.</summary>
    public TieTally()
        : this([])
    {
    }

    /// <summary>Creates a tally without edges.</summary>
    /// <param name="groups">The group of each vertex, such as its department; a negative number when it is unknown. As many as there are vertices.</param>
    public TieTally(ReadOnlySpan<int> groups)
    {
        foreach (int group in groups)
        {
            AddVertex(group);
        }
    }

    /// <summary>Gets the number of vertices.</summary>
    /// <value>Zero or more.</value>
    public int Vertices => counts.Vertices;

    /// <summary>Gets the number of edges.</summary>
    /// <value>Without loops; a repeated edge counts once.</value>
    public int Edges => counts.Edges;

    /// <summary>Gets how many of the edges have their opposite.</summary>
    /// <value>As <see cref="Networks.Reciprocity.Of"/>. O(1).</value>
    public Reciprocity Reciprocity => counts.Reciprocity;

    /// <summary>Adds a vertex.</summary>
    /// <param name="group">Its group; a negative number when it is unknown.</param>
    /// <returns>The number of the vertex: how many there were before.</returns>
    public int AddVertex(int group = -1)
    {
        TallyBytes.Grow(ref groups, Vertices);
        groups[Vertices] = group < 0 ? -1 : PlaceOf(group);
        counts.AddVertex(groups[Vertices]);
        return Vertices - 1;
    }

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

        ulong direction = from < to ? PairTable.Forth : PairTable.Back, pair = PairTable.Pair(from, to);
        pairs.Reserve(1);
        return counts.AddEdge(direction, pairs.Add(pair, direction, pairs.Home(pair)), groups[from], groups[to]);
    }

    /// <summary>Counts the ties within and between groups.</summary>
    /// <returns>As <see cref="Networks.GroupTies.Of"/> of the undirected graph. O(groups).</returns>
    public GroupTies GroupTies() => counts.ToGroupTies();

    /// <summary>Makes the graph of everything so far.</summary>
    /// <returns>The graph. O(vertices + edges).</returns>
    public DirectedGraph ToGraph()
    {
        (int From, int To)[] all = [.. All()];
        return DirectedGraph.FromEdges(Vertices, [.. all.Select(e => e.From)], [.. all.Select(e => e.To)]);
    }

    /// <summary>Adds everything that another tally knows.</summary>
    /// <param name="other">The other tally; its vertices are here too, in the same groups.</param>
    /// <param name="numbers">For each vertex of the other tally the number here; empty when both number alike.</param>
    /// <remarks>O(vertices + edges of the other).</remarks>
    /// <exception cref="ArgumentException">A vertex of the other tally is not here, or in another group; nothing is changed.</exception>
    public void Merge(TieTally other, ReadOnlySpan<int> numbers = default)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int vertex = 0; vertex < other.Vertices; vertex++)
        {
            int here = TallyBytes.Here(numbers, vertex);
            if ((uint)here >= (uint)Vertices || GroupOf(here) != other.GroupOf(vertex))
            {
                throw new ArgumentException($"Vertex {vertex} of the other tally is not here in its group.", nameof(other));
            }
        }

        foreach ((int from, int to) in other.All().ToArray())
        {
            Add(TallyBytes.Here(numbers, from), TallyBytes.Here(numbers, to));
        }
    }

    /// <summary>Writes the tally down.</summary>
    /// <returns>Bytes for <see cref="FromBytes"/>; equal content gives equal bytes, however it came about.</returns>
    public byte[] ToBytes()
    {
        List<byte> bytes = [Kind, TallyBytes.Version];
        TallyBytes.Write(bytes, (ulong)Vertices);
        for (int vertex = 0; vertex < Vertices; vertex++)
        {
            TallyBytes.Write(bytes, (ulong)(GroupOf(vertex) + 1L));
        }

        ulong[] sorted = [.. pairs.Slots.ToArray().Where(slot => slot != 0)];
        Array.Sort(sorted);
        TallyBytes.Write(bytes, (ulong)sorted.Length);
        ulong last = 0;
        foreach (ulong slot in sorted)
        {
            TallyBytes.Write(bytes, slot - last);
            last = slot;
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
        int vertices = (int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length);
        TieTally tally = new();
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            tally.AddVertex((int)((long)TallyBytes.Read(bytes, ref at, 1UL + int.MaxValue) - 1));
        }

        int ties = (int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length);
        ulong slot = 0;
        for (int tie = 0; tie < ties; tie++)
        {
            ulong next = unchecked(slot + TallyBytes.Read(bytes, ref at));
            if (next <= slot || (next & ~PairTable.Both) == (slot & ~PairTable.Both) || !tally.Restore(next))
            {
                throw new FormatException($"Before byte {at} there is no tie between two of the {vertices} vertices.");
            }

            slot = next;
        }

        TallyBytes.End(bytes, at);
        return tally;
    }

    private IEnumerable<(int From, int To)> All()
    {
        foreach (ulong slot in pairs.Slots.ToArray())
        {
            (int low, int high) = PairTable.Ends(slot);
            if ((slot & PairTable.Forth) != 0)
            {
                yield return (low, high);
            }

            if ((slot & PairTable.Back) != 0)
            {
                yield return (high, low);
            }
        }
    }

    private bool Restore(ulong slot)
    {
        (int low, int high) = PairTable.Ends(slot);
        if (low >= high || high >= Vertices || (slot & PairTable.Both) == 0)
        {
            return false;
        }

        if ((slot & PairTable.Forth) != 0)
        {
            Add(low, high);
        }

        if ((slot & PairTable.Back) != 0)
        {
            Add(high, low);
        }

        return true;
    }

    private void Check(int vertex, string name)
    {
        if ((uint)vertex >= (uint)Vertices)
        {
            throw new ArgumentOutOfRangeException(name, vertex, $"There are {Vertices} vertices.");
        }
    }

    /// <summary>The group of a vertex as it was given; −1 when it is unknown.</summary>
    private int GroupOf(int vertex) => groups[vertex] < 0 ? -1 : names[groups[vertex]];

    private int PlaceOf(int group)
    {
        if (!places.TryGetValue(group, out int place))
        {
            place = names.Count;
            places.Add(group, place);
            names.Add(group);
        }

        return place;
    }
}
