using System.Numerics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>A pair that may be made, as its row sees it.</summary>
internal readonly record struct Offer<T>(int Column, T Weight);

/// <summary>A place that is taken: by whom, what the pair is worth, and what was bid for it.</summary>
internal readonly record struct Place<T>(int Row, T Weight, T Bid);

/// <summary>Rows that take one place each, the places of the columns, and a price for the places of each column.</summary>
/// <remarks>
/// Weights hold the bonus and are multiplied by <see cref="Scale"/>, so that bids can be finer than a unit. Pairs that can never help are left out: those worth nothing, and those of a
/// side without capacity. What a row gains is not kept: it is the weight of its pair less the price.
/// </remarks>
internal sealed class PlaceMarket<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public PlaceMarket(CapacityProblem problem, long bonus, int scale)
    {
        Scale = scale;
        int rows = problem.RowCapacities.Length;
        int[] wanted = new int[problem.ColumnCapacities.Length];
        OfferStarts = new int[rows + 1];
        Offers = new Offer<T>[problem.PairCount];
        int offers = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int pair = problem.Starts[row]; problem.RowCapacities[row] > 0 && pair < problem.Starts[row + 1]; pair++)
            {
                int column = problem.AllColumns[pair];
                long weight = problem.AllWeights[pair] + bonus;
                if (weight > 0 && problem.ColumnCapacities[column] > 0)
                {
                    Offers[offers++] = new(column, T.CreateChecked(weight * scale));
                    wanted[column]++;
                }
            }

            OfferStarts[row + 1] = offers;
        }

        OfferOf = new int[rows];
        Array.Fill(OfferOf, -1);
        Taken = new int[wanted.Length];
        Prices = new T[wanted.Length];
        PlaceStarts = new int[wanted.Length + 1];
        for (int column = 0; column < wanted.Length; column++)
        {
            PlaceStarts[column + 1] = PlaceStarts[column] + Math.Min(wanted[column], problem.ColumnCapacities[column]);
        }

        Places = new Place<T>[PlaceStarts[^1]];
    }

    public int Scale { get; }

    public int RowCount => OfferOf.Length;

    public int ColumnCount => Taken.Length;

    /// <summary>Gets where the offers to each row begin, and their number.</summary>
    public int[] OfferStarts { get; }

    public Offer<T>[] Offers { get; }

    /// <summary>Gets the offer each row has taken, or -1.</summary>
    public int[] OfferOf { get; }

    /// <summary>Gets where the places of each column begin, and their number.</summary>
    public int[] PlaceStarts { get; }

    public Place<T>[] Places { get; }

    /// <summary>Gets how many places of each column are taken: the first ones.</summary>
    public int[] Taken { get; }

    public T[] Prices { get; }

    public bool IsFull(int column) => Taken[column] == PlaceStarts[column + 1] - PlaceStarts[column];

    public ReadOnlySpan<Offer<T>> OffersTo(int row) => Offers.AsSpan(OfferStarts[row], OfferStarts[row + 1] - OfferStarts[row]);

    public ReadOnlySpan<Place<T>> TakenPlaces(int column) => Places.AsSpan(PlaceStarts[column], Taken[column]);

    /// <summary>What a row would gain by its best choice; zero when it is better without.</summary>
    public T BestGain(int row)
    {
        T best = T.Zero;
        foreach (Offer<T> offer in OffersTo(row))
        {
            best = T.Max(best, offer.Weight - Prices[offer.Column]);
        }

        return best;
    }

    /// <summary>Sets all places free and leaves the prices.</summary>
    public void Clear()
    {
        Array.Fill(OfferOf, -1);
        Array.Clear(Taken);
    }

    /// <summary>Gives a row a free place, in no order.</summary>
    public void Seat(int row, int offer)
    {
        (int column, T weight) = Offers[offer];
        Places[PlaceStarts[column] + Taken[column]++] = new(row, weight, default);
        OfferOf[row] = offer;
    }

    /// <summary>Takes a row's place from it.</summary>
    public void Unseat(int row)
    {
        int column = Offers[OfferOf[row]].Column;
        int place = PlaceStarts[column];
        while (Places[place].Row != row)
        {
            place++;
        }

        Places[place] = Places[PlaceStarts[column] + --Taken[column]];
        OfferOf[row] = -1;
    }
}
