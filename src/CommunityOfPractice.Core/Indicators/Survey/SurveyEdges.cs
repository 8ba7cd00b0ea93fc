using System.Buffers;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The edges of one community after another, between people of the log.</summary>
internal sealed class SurveyEdges
{
    private int[] from = [], to = [];
    private int count;

    /// <summary>Where each edge starts.</summary>
    public ReadOnlySpan<int> From => from.AsSpan(0, count);

    /// <summary>Where each edge ends.</summary>
    public ReadOnlySpan<int> To => to.AsSpan(0, count);

    /// <summary>Adds the edges of a community, whose people are numbered from 0.</summary>
    public void Add(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, ReadOnlySpan<int> persons)
    {
        int end = checked(count + sources.Length);
        if (end > from.Length)
        {
            Grow(ref from, end);
            Grow(ref to, end);
        }

        Span<int> start = from.AsSpan(count, sources.Length), into = to.AsSpan(count, sources.Length);
        for (int edge = 0; edge < sources.Length; edge++)
        {
            start[edge] = persons[sources[edge]];
            into[edge] = persons[targets[edge]];
        }

        count = end;
    }

    /// <summary>Doubles an array; the one before goes back to the pool, and the last one stays with the edges.</summary>
    private void Grow(ref int[] array, int length)
    {
        int[] larger = ArrayPool<int>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(length, array.Length * 2L)));
        array.AsSpan(0, count).CopyTo(larger);
        if (array.Length > 0)
        {
            ArrayPool<int>.Shared.Return(array);
        }

        array = larger;
    }
}
