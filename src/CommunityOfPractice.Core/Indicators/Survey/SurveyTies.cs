using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The reply graph of one community on the way to its numbers; its arrays serve one community after another.</summary>
/// <remarks>Two counting sorts and a mark on each vertex: O(vertices + replies), and nothing is allocated once the arrays are as large as the largest community needs.</remarks>
internal sealed class SurveyTies
{
    private int[] starts = [], ends = [], targets = [], sources = [], incoming = [], marks = [];

    /// <summary>Where each vertex's edges start in <see cref="Targets"/>; one more than there are vertices.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>Where the edges lead, vertex after vertex, each once.</summary>
    public ReadOnlySpan<int> Targets => targets;

    /// <summary>Counts the graph of some replies, among vertices of known groups.</summary>
    /// <param name="from">Who replied; vertices.</param>
    /// <param name="to">To whom; nobody to themselves.</param>
    /// <param name="groups">The group of each vertex; a negative number when it is unknown.</param>
    public TieNumbers Count(ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<int> groups)
    {
        int vertices = groups.Length;
        Scratches.Reserve(ref starts, vertices + 1);
        Scratches.Reserve(ref ends, vertices);
        Scratches.Reserve(ref incoming, vertices + 1);
        Scratches.Reserve(ref marks, vertices);
        Scratches.Reserve(ref targets, from.Length);
        Scratches.Reserve(ref sources, from.Length);
        Sort(from, to, vertices);
        (int known, int crossing) = KeepOne(groups);
        int edges = starts[vertices], mutual = Mutual(vertices);
        int touched = 0, largest = 0;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            int received = incoming[vertex + 1] - incoming[vertex];
            largest = Math.Max(largest, received);
            touched += received > 0 | starts[vertex + 1] > starts[vertex] ? 1 : 0;
        }

        return new(touched, edges, mutual, largest, known, crossing);
    }

    /// <summary>Puts the replies of each vertex next to each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(ReadOnlySpan<int> from, ReadOnlySpan<int> to, int vertices)
    {
        Span<int> next = ends.AsSpan(0, vertices), first = starts.AsSpan(0, vertices + 1), into = targets;
        next.Clear();
        foreach (int vertex in from)
        {
            next[vertex]++;
        }

        int sum = 0;
        for (int vertex = 0; vertex < next.Length; vertex++)
        {
            first[vertex] = sum;
            (next[vertex], sum) = (sum, sum + next[vertex]);
        }

        first[^1] = sum;
        for (int i = 0; i < from.Length; i++)
        {
            into[next[from[i]]++] = to[i];
        }
    }

    /// <summary>Keeps each edge once, counts what arrives at each vertex, and compares groups.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Known, int Crossing) KeepOne(ReadOnlySpan<int> groups)
    {
        Span<int> seen = marks.AsSpan(0, groups.Length), arriving = incoming.AsSpan(0, groups.Length + 1);
        seen.Fill(-1);
        arriving.Clear();
        int kept = 0, begin = 0, known = 0, crossing = 0;
        for (int vertex = 0; vertex < groups.Length; vertex++)
        {
            int end = starts[vertex + 1], own = groups[vertex];
            starts[vertex] = kept;
            foreach (int target in targets.AsSpan(begin..end))
            {
                int isNew = seen[target] != vertex ? 1 : 0, other = groups[target];
                seen[target] = vertex;
                targets[kept] = target;
                kept += isNew;
                arriving[target] += isNew;
                known += (own | other) >= 0 ? isNew : 0;
                crossing += (own | other) >= 0 & own != other ? isNew : 0;
            }

            begin = end;
        }

        starts[groups.Length] = kept;
        return (known, crossing);
    }

    /// <summary>Counts edges with their opposite: turns the graph round, then marks where each vertex's edges lead and looks from where they come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Mutual(int vertices)
    {
        Span<int> next = ends.AsSpan(0, vertices), seen = marks.AsSpan(0, vertices), arriving = incoming.AsSpan(0, vertices + 1), into = sources;
        int sum = 0;
        for (int vertex = 0; vertex < next.Length; vertex++)
        {
            next[vertex] = sum;
            (arriving[vertex], sum) = (sum, sum + arriving[vertex]);
        }

        arriving[^1] = sum;
        for (int vertex = 0; vertex < next.Length; vertex++)
        {
            foreach (int target in targets.AsSpan(starts[vertex]..starts[vertex + 1]))
            {
                into[next[target]++] = vertex;
            }
        }

        int mutual = 0;
        for (int vertex = 0; vertex < next.Length; vertex++)
        {
            foreach (int target in targets.AsSpan(starts[vertex]..starts[vertex + 1]))
            {
                seen[target] = ~vertex - 1; // below all marks of before
            }

            foreach (int source in into[arriving[vertex]..arriving[vertex + 1]])
            {
                mutual += seen[source] == ~vertex - 1 ? 1 : 0;
            }
        }

        return mutual;
    }
}
