namespace CommunityOfPractice.Core.Assignment;

/// <summary>The places of all receivers, each with who holds it and how much that one is wanted; a heap for each receiver, the least wanted first.</summary>
internal sealed class Places
{
    private readonly int[] starts;
    private readonly int[] taken;
    private readonly int[] held;
    private readonly long[] wanted;

    /// <summary>Makes empty places.</summary>
    /// <param name="rooms">How many places each receiver has.</param>
    public Places(ReadOnlySpan<int> rooms)
    {
        taken = new int[rooms.Length];
        starts = new int[rooms.Length + 1];
        for (int receiver = 0; receiver < rooms.Length; receiver++)
        {
            starts[receiver + 1] = checked(starts[receiver] + rooms[receiver]);
        }

        held = new int[starts[^1]];
        wanted = new long[starts[^1]];
    }

    public int RoomOf(int receiver) => starts[receiver + 1] - starts[receiver];

    public bool IsFull(int receiver) => taken[receiver] == RoomOf(receiver);

    public ReadOnlySpan<int> Held(int receiver) => held.AsSpan(starts[receiver], taken[receiver]);

    /// <summary>Gives a free place.</summary>
    public void Add(int receiver, int who, long score)
    {
        int first = starts[receiver];
        int hole = taken[receiver]++;
        while (hole > 0 && IsLess(score, who, wanted[first + ((hole - 1) / 2)], held[first + ((hole - 1) / 2)]))
        {
            Move(first, (hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }

        (held[first + hole], wanted[first + hole]) = (who, score);
    }

    /// <summary>Lets somebody compete for the places of a full receiver.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="who">Who wants a place; of equal scores the lower number is wanted more.</param>
    /// <param name="score">How much it is wanted.</param>
    /// <returns>Who goes without, and how much it was wanted.</returns>
    public (int Who, long Score) Compete(int receiver, int who, long score)
    {
        int first = starts[receiver];
        int room = RoomOf(receiver);
        if (room == 0 || IsLess(score, who, wanted[first], held[first]))
        {
            return (who, score);
        }

        (int, long) least = (held[first], wanted[first]);
        int hole = 0;
        while (true)
        {
            int child = (2 * hole) + 1;
            if (child + 1 < room && IsLess(wanted[first + child + 1], held[first + child + 1], wanted[first + child], held[first + child]))
            {
                child++;
            }

            if (child >= room || !IsLess(wanted[first + child], held[first + child], score, who))
            {
                break;
            }

            Move(first, child, hole);
            hole = child;
        }

        (held[first + hole], wanted[first + hole]) = (who, score);
        return least;
    }

    /// <summary>Whether the first is wanted less than the second: a lower score, or the same and a higher number.</summary>
    private static bool IsLess(long score, int who, long otherScore, int other) => score < otherScore || (score == otherScore && who > other);

    private void Move(int first, int from, int to) => (held[first + to], wanted[first + to]) = (held[first + from], wanted[first + from]);
}
