using System.Buffers;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The edges of one community after another, between people of the log.</summary>
internal sealed class SurveyEdges
{
    private const int MostBorrowed = 1 << 22;

    private int[] from = [], to = [];
    private int count;

    /// <summary>Where each edge starts.</summary>
    public ReadOnlySpan<int> From => from.AsSpan(0, count);

    /// <summary>Where each edge ends.</summary>
    public ReadOnlySpan<int> To => to.AsSpan(0, count);

    /// <summary>Adds the edges of a community, whose people are numbered from 0.</summary>
    public void Add(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, ReadOnlySpan<int> persons)
    {
        (Span<int> start, Span<int> into) = Room(sources.Length);
        for (int edge = 0; edge < sources.Length; edge++)
        {
            start[edge] = persons[sources[edge]];
            into[edge] = persons[targets[edge]];
        }
    }

    /// <summary>Adds edges that are between people of the log already.</summary>
    public void Add(SurveyEdges others)
    {
        (Span<int> start, Span<int> into) = Room(others.count);
        others.From.CopyTo(start);
        others.To.CopyTo(into);
    }

    private (Span<int> From, Span<int> To) Room(int more)
    {
        int begin = count, end = checked(count + more);
        if (end > from.Length)
        {
            Grow(ref from, end);
            Grow(ref to, end);
        }

        count = end;
        return (from.AsSpan(begin, more), to.AsSpan(begin, more));
    }

    /// <summary>Doubles an array; one that is not large goes back to the pool, and the last one stays with the edges.</summary>
    private void Grow(ref int[] array, int length)
    {
        int wanted = (int)Math.Min(Array.MaxLength, Math.Max(length, array.Length * 2L));
        int[] larger = wanted <= MostBorrowed ? ArrayPool<int>.Shared.Rent(wanted) : GC.AllocateUninitializedArray<int>(wanted);
        array.AsSpan(0, Math.Min(count, array.Length)).CopyTo(larger);
        if (array.Length is > 0 and <= MostBorrowed)
        {
            ArrayPool<int>.Shared.Return(array);
        }

        array = larger;
    }
}
