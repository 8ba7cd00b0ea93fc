namespace CommunityOfPractice.Core.Networks;

/// <summary>Group labels of vertices, made small enough to index an array with.</summary>
internal static class Labels
{
    /// <summary>Returns labels of which none is much larger than it need be, negative ones staying negative.</summary>
    /// <exception cref="ArgumentException">There is not one label a vertex.</exception>
    public static ReadOnlySpan<int> Small(ReadOnlySpan<int> groups, int vertices)
    {
        if (groups.Length != vertices)
        {
            throw new ArgumentException($"{groups.Length} labels do not fit {vertices} vertices.", nameof(groups));
        }

        return Largest(groups) < vertices ? groups : Renumber(groups);
    }

    /// <summary>Returns the largest label; −1 when none is known.</summary>
    public static int Largest(ReadOnlySpan<int> labels)
    {
        int largest = -1;
        foreach (int label in labels)
        {
            largest = Math.Max(largest, label);
        }

        return largest;
    }

    /// <summary>Numbers the groups from 0 in order of appearance.</summary>
    private static int[] Renumber(ReadOnlySpan<int> groups)
    {
        Dictionary<int, int> numbers = [];
        int[] labels = new int[groups.Length];
        for (int vertex = 0; vertex < labels.Length; vertex++)
        {
            int number = -1;
            if (groups[vertex] >= 0 && !numbers.TryGetValue(groups[vertex], out number))
            {
                number = numbers.Count;
                numbers.Add(groups[vertex], number);
            }

            labels[vertex] = number;
        }

        return labels;
    }
}
