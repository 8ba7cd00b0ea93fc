using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The reply graph of one community on the way to its numbers; its table serves one community after another.</summary>
/// <remarks>One look-up a reply: O(vertices + replies) expected, and nothing is allocated once the table is as large as the largest community needs.</remarks>
internal sealed class SurveyTies
{
    private const int Replied = int.MinValue;

    private readonly PairTable pairs = new();
    private int[] received = []; // how many edges end at each vertex; negative where one starts as well

    /// <summary>Counts the graph of some replies, among vertices of known groups, and moves one reply for each edge to the front.</summary>
    /// <param name="from">Who replied; vertices.</param>
    /// <param name="to">To whom; nobody to themselves.</param>
    /// <param name="groups">The group of each vertex; a negative number when it is unknown.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TieNumbers Count(Span<int> from, Span<int> to, ReadOnlySpan<int> groups)
    {
        pairs.Restart(from.Length);
        Scratches.Reserve(ref received, groups.Length);
        Span<int> arriving = received.AsSpan(0, groups.Length);
        arriving.Clear();
        int edges = 0, mutual = 0, known = 0, crossing = 0;
        for (int i = 0; i < from.Length; i++)
        {
            int source = from[i], target = to[i], own = groups[source], other = groups[target];
            ulong direction = source < target ? PairTable.Forth : PairTable.Back, pair = PairTable.Pair(source, target);
            ulong before = pairs.Add(pair, direction, pairs.Home(pair));
            int isNew = (before & direction) == 0 ? 1 : 0;
            from[edges] = source;
            to[edges] = target;
            edges += isNew;
            mutual += before == 0 ? 0 : isNew * 2;
            arriving[target] += isNew;
            arriving[source] |= Replied;
            known += (own | other) >= 0 ? isNew : 0;
            crossing += (own | other) >= 0 & own != other ? isNew : 0;
        }

        (int vertices, int largest) = Touched(arriving);
        return new(vertices, edges, mutual, largest, known, crossing);
    }

    private static (int Vertices, int Largest) Touched(ReadOnlySpan<int> arriving)
    {
        int vertices = 0, largest = 0;
        foreach (int edges in arriving)
        {
            vertices += edges != 0 ? 1 : 0;
            largest = Math.Max(largest, edges & ~Replied);
        }

        return (vertices, largest);
    }
}
