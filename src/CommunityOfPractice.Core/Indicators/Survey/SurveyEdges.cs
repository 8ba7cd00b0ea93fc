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
        Reserve(sources.Length);
        Span<int> start = from.AsSpan(count, sources.Length), into = to.AsSpan(count, sources.Length);
        for (int edge = 0; edge < sources.Length; edge++)
        {
            start[edge] = persons[sources[edge]];
            into[edge] = persons[targets[edge]];
        }

        count += sources.Length;
    }

    /// <summary>Adds edges that are between people of the log already.</summary>
    public void Add(SurveyEdges others)
    {
        Reserve(others.count);
        others.From.CopyTo(from.AsSpan(count));
        others.To.CopyTo(to.AsSpan(count));
        count += others.count;
    }

    private void Reserve(int more)
    {
        int length = checked(count + more);
        if (length > from.Length)
        {
            Grow(ref from, length);
            Grow(ref to, length);
        }
    }

    /// <summary>Doubles an array; one that is not large goes back to the pool, and the last one stays with the edges.</summary>
    private void Grow(ref int[] array, int length)
    {
        int wanted = (int)Math.Min(Array.MaxLength, Math.Max(length, array.Length * 2L));
        int[] larger = wanted <= MostBorrowed ? ArrayPool<int>.Shared.Rent(wanted) : GC.AllocateUninitializedArray<int>(wanted);
        array.AsSpan(0, count).CopyTo(larger);
        if (array.Length is > 0 and <= MostBorrowed)
        {
            ArrayPool<int>.Shared.Return(array);
        }

        array = larger;
    }
}
