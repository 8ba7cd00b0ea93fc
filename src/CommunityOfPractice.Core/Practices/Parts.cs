namespace CommunityOfPractice.Core.Practices;

/// <summary>Work on many rows, cut into parts that several threads may take; how it is cut depends on the number of rows only.</summary>
internal static class Parts
{
    private const int Rows = 1 << 16;

    /// <summary>How many parts so many rows have.</summary>
    public static int Of(int rows) => Math.Max(1, rows / Rows);

    /// <summary>The rows of a part.</summary>
    public static Range Range(int part, int parts, int rows) => (int)((long)rows * part / parts)..(int)((long)rows * (part + 1) / parts);

    /// <summary>Does all parts; a single one on this thread.</summary>
    public static void ForEach(int parts, Action<int> body)
    {
        if (parts == 1)
        {
            body(0);
        }
        else
        {
            Parallel.For(0, parts, body);
        }
    }

    /// <summary>Does several things that have nothing to do with each other; those of a single part one after the other.</summary>
    public static void Each(int parts, params Action[] actions)
    {
        if (parts == 1)
        {
            Array.ForEach(actions, action => action());
        }
        else
        {
            Parallel.Invoke(actions);
        }
    }
}
