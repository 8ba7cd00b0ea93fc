namespace CommunityOfPractice.Core.Practices;

/// <summary>Work on many rows, cut into parts that several threads may take; how it is cut depends on the number of rows only.</summary>
internal static class Parts
{
    private const int Rows = 1 << 16;

    /// <summary>How many parts so many rows have.</summary>
    public static int Of(int rows) => Math.Max(1, rows / Rows);

    /// <summary>The rows of a part.</summary>
    public static Range Range(int part, int parts, int rows) => (int)((long)rows * part / parts)..(int)((long)rows * (part + 1) / parts);

    /// <summary>Does all parts on at most so many threads, by default as many as there are cores; on this one when one is enough.</summary>
    public static void ForEach(int parts, Action<int> body, int threads = -1)
    {
        if (parts == 1 || threads == 1)
        {
            for (int part = 0; part < parts; part++)
            {
                body(part);
            }
        }
        else
        {
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
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
