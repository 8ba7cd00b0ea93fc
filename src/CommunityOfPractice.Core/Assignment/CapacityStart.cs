namespace CommunityOfPractice.Core.Assignment;

/// <summary>A cheap assignment to begin with: rows that take one partner bid for places, and the lowest bid of one too many sets the price of all places of a column.</summary>
/// <remarks>
/// A bid is the price up to which a row rather has this column than its next best choice; prices only rise, so an old bid is never too high. The row that drops out is left no
/// worse than with its next best choice, and the others still have their best one. For columns of one place this is the augmenting row reduction of Jonker and Volgenant.
/// </remarks>
internal static class CapacityStart
{
    private const int LongestChain = 64;
    private const int Rounds = 2;

    /// <summary>Runs the bidding.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="bonus">What each pair is worth more.</param>
    /// <param name="prices">The price of each column; raised.</param>
    /// <param name="take">Told of each row that holds a place in the end, and by which pair.</param>
    public static void Run(CapacityProblem problem, long bonus, long[] prices, Action<int, int> take)
    {
        Places<Int128> places = new(RoomsOf(problem));
        int[] arcOf = new int[problem.RowCapacities.Length];
        Array.Fill(arcOf, -1);
        for (int round = 0; round < Rounds; round++)
        {
            for (int row = 0; row < arcOf.Length; row++)
            {
                int bidder = problem.RowCapacities[row] == 1 && arcOf[row] < 0 ? row : -1;
                for (int bids = 0; bidder >= 0 && bids < LongestChain; bids++)
                {
                    bidder = Bid(problem, bonus, prices, places, arcOf, bidder);
                }
            }
        }

        for (int row = 0; row < arcOf.Length; row++)
        {
            if (arcOf[row] >= 0)
            {
                take(row, arcOf[row]);
            }
        }
    }

    /// <summary>Lets one row bid.</summary>
    /// <returns>The row that is without a place after it and wants one; -1 when there is none.</returns>
    private static int Bid(CapacityProblem problem, long bonus, long[] prices, Places<Int128> places, int[] arcOf, int row)
    {
        long best = 0;
        long second = 0;
        int choice = -1;
        for (int arc = problem.Starts[row]; arc < problem.Starts[row + 1]; arc++)
        {
            int column = problem.AllColumns[arc];
            long gain = problem.AllWeights[arc] + bonus - prices[column];
            if (gain > best || (gain == best && gain > 0 && !places.IsFull(column)))
            {
                (second, best, choice) = (best, gain, arc);
            }
            else if (gain > second)
            {
                second = gain;
            }
        }

        if (choice < 0)
        {
            return -1;
        }

        int wanted = problem.AllColumns[choice];
        long bid = problem.AllWeights[choice] + bonus - second;
        arcOf[row] = choice;
        if (!places.Compete(wanted, Places<Int128>.KeyOf(bid, row), out Int128 lowest))
        {
            return -1;
        }

        int without = Places<Int128>.HolderOf(lowest);
        prices[wanted] = Math.Max(prices[wanted], Places<Int128>.ScoreOf(lowest));
        arcOf[without] = -1;
        return without;
    }

    /// <summary>The places of each column, no more than there are rows that may take one.</summary>
    private static int[] RoomsOf(CapacityProblem problem)
    {
        int[] rooms = new int[problem.ColumnCapacities.Length];
        foreach (int column in problem.AllColumns)
        {
            rooms[column] += rooms[column] < problem.ColumnCapacities[column] ? 1 : 0;
        }

        return rooms;
    }
}
