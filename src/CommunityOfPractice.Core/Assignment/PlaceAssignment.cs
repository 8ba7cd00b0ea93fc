using System.Numerics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Solves a problem whose rows take one partner at most: an auction of places, then exchanges for what it left.</summary>
internal static class PlaceAssignment
{
    private const int Finest = 16; // bids are as fine as a sixteenth of a unit where the numbers fit
    private const long LargestScaled = CapacitatedAssignment.LargestWeight;
    private const long LargestShort = 1L << 28;

    public static CapacityOutcome Solve(CapacityProblem problem, long bonus)
    {
        long most = 1;
        foreach (long weight in problem.AllWeights)
        {
            most = Math.Max(most, weight + bonus);
        }

        int scale = most <= LargestScaled / Finest ? Finest : 1;
        return most * scale <= LargestShort ? Solve<int>(problem, bonus, scale) : Solve<long>(problem, bonus, scale);
    }

    private static CapacityOutcome Solve<T>(CapacityProblem problem, long bonus, int scale)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        PlaceMarket<T> market = new(problem, bonus, scale);
        new PlaceAuction<T>(market).Run();
        new PlaceSearch<T>(market).Run();
        return OutcomeOf(problem, bonus, market);
    }

    /// <summary>Prices are rounded down to units: weights are whole units, so what a row gains is rounded up and no pair becomes better than its prices.</summary>
    private static CapacityOutcome OutcomeOf<T>(CapacityProblem problem, long bonus, PlaceMarket<T> market)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        long[] columnDuals = Array.ConvertAll(market.Prices, price => long.CreateTruncating(price) / market.Scale);
        long[] rowDuals = new long[market.RowCount];
        List<int> rows = new(market.RowCount);
        List<int> columns = new(market.RowCount);
        long total = 0;
        for (int row = 0; row < market.RowCount; row++)
        {
            if (market.OfferOf[row] >= 0)
            {
                (int column, T scaled) = market.Offers[market.OfferOf[row]];
                long weight = long.CreateTruncating(scaled) / market.Scale;
                rowDuals[row] = weight - columnDuals[column];
                total = checked(total + weight - bonus);
                rows.Add(row);
                columns.Add(column);
            }
        }

        PriceClosed(problem, bonus, rowDuals, columnDuals);
        return new([.. rows], [.. columns], total, rowDuals, columnDuals);
    }

    /// <summary>A side without capacity takes nobody: its price is as high as it needs to be.</summary>
    private static void PriceClosed(CapacityProblem problem, long bonus, long[] rowDuals, long[] columnDuals)
    {
        for (int row = 0; row < rowDuals.Length; row++)
        {
            for (int pair = problem.Starts[row]; pair < problem.Starts[row + 1]; pair++)
            {
                int column = problem.AllColumns[pair];
                long margin = problem.AllWeights[pair] + bonus - rowDuals[row] - columnDuals[column];
                if (margin > 0 && problem.ColumnCapacities[column] == 0)
                {
                    columnDuals[column] += margin;
                }
                else if (margin > 0 && problem.RowCapacities[row] == 0)
                {
                    rowDuals[row] += margin;
                }
            }
        }
    }
}
