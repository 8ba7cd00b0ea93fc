using System.Numerics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>An auction of places: rows without one bid for what they want most, and the lowest bid that holds a place is the price of a full column.</summary>
/// <remarks>
/// A bid is the price at which the row's next best choice is as good, and one step more. With a step above zero prices move fast, and every row gets what is at most a step worse than its best;
/// each round begins anew from the prices of the one before, with a quarter of its step. The last round has a step of zero: who holds a place after it has exactly its best choice. Bertsekas and
/// Castañon (1989), The auction algorithm for the transportation problem, Annals of Operations Research 20, 67-96; for columns of one place the last round is the
/// augmenting row reduction of Jonker and Volgenant.
/// </remarks>
internal sealed class PlaceAuction<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int FirstStep = 64; // a 64th of the range of the weights
    private const int Finer = 4;
    private const int MostBids = 32; // a row, on average, in a round
    private const int MostExactBids = 8; // the same with a step of zero
    private const int FewLeft = 256; // one row in so many is left to the search at once

    private readonly PlaceMarket<T> market;
    private int[] waiting;
    private int[] refused;
    private int refusals;

    public PlaceAuction(PlaceMarket<T> market)
    {
        this.market = market;
        waiting = new int[market.RowCount];
        refused = new int[market.RowCount];
    }

    public void Run()
    {
        Round(T.Zero);
        (T least, T most) = Range();
        bool scarce = market.Places.Length < market.RowCount;
        if (Wanting() <= market.RowCount / FewLeft || (scarce && least > most - least))
        {
            return; // places are plenty; or prices have to rise far beyond what weights differ by, which searches do at once
        }

        Array.Clear(market.Prices);
        T step = (most - (scarce ? T.Zero : least)) / T.CreateChecked(FirstStep);
        while (step > T.Zero)
        {
            bool ended = Round(step);
            Lower(step);
            step = ended ? step / T.CreateChecked(Finer) : T.Zero;
        }

        Round(T.Zero);
    }

    /// <summary>How many rows want a place and have none.</summary>
    private int Wanting()
    {
        int wanting = 0;
        for (int row = 0; row < market.RowCount; row++)
        {
            wanting += market.OfferOf[row] < 0 && market.BestGain(row) > T.Zero ? 1 : 0;
        }

        return wanting;
    }

    private (T Least, T Most) Range()
    {
        (T least, T most) = (T.MaxValue, T.Zero);
        foreach (Offer<T> offer in market.Offers.AsSpan(0, market.OfferStarts[^1]))
        {
            (least, most) = (T.Min(least, offer.Weight), T.Max(most, offer.Weight));
        }

        return (T.Min(least, most), most);
    }

    /// <summary>Gives back what the last bids may have been too high.</summary>
    private void Lower(T step)
    {
        for (int column = 0; column < market.Prices.Length; column++)
        {
            market.Prices[column] -= T.Min(step, market.Prices[column]);
        }
    }

    /// <summary>Lets all rows bid until each has a place or wants none.</summary>
    /// <returns>False when it was broken off because prices rose too slowly.</returns>
    private bool Round(T step)
    {
        long limit = (step > T.Zero ? MostBids : MostExactBids) * (long)market.RowCount;
        market.Clear();
        int waiters = 0;
        for (int row = 0; row < market.RowCount; row++)
        {
            waiting[waiters++] = row;
        }

        for (long bids = 0; waiters > 0; bids += waiters)
        {
            if (bids > limit)
            {
                return false;
            }

            refusals = 0;
            foreach (int row in waiting.AsSpan(0, waiters))
            {
                Bid(row, step);
            }

            (waiting, refused) = (refused, waiting);
            waiters = refusals;
        }

        return true;
    }

    private void Bid(int row, T step)
    {
        T best = T.Zero;
        T second = T.Zero;
        int choice = -1;
        T[] prices = market.Prices;
        ReadOnlySpan<Offer<T>> offers = market.OffersTo(row);
        for (int i = 0; i < offers.Length; i++)
        {
            T gain = offers[i].Weight - prices[offers[i].Column];
            if (gain > second)
            {
                (second, best, choice) = gain > best ? (best, gain, i) : (gain, best, choice);
            }
        }

        if (choice >= 0)
        {
            Offer<T> wanted = offers[choice];
            market.OfferOf[row] = market.OfferStarts[row] + choice;
            Compete(wanted.Column, new(row, wanted.Weight, wanted.Weight - second + step));
        }
    }

    private void Compete(int column, Place<T> bidder)
    {
        Span<Place<T>> places = market.Places.AsSpan(market.PlaceStarts[column], market.PlaceStarts[column + 1] - market.PlaceStarts[column]);
        int taken = market.Taken[column];
        if (taken < places.Length)
        {
            market.Taken[column]++;
            Rise(places, taken, bidder);
            return;
        }

        Place<T> lowest = places[0];
        bool wins = bidder.Bid > lowest.Bid;
        int loser = wins ? lowest.Row : bidder.Row;
        if (wins)
        {
            Sink(places, bidder);
        }

        T price = wins ? places[0].Bid : bidder.Bid;
        bool rises = price > market.Prices[column];
        market.Prices[column] = T.Max(price, market.Prices[column]);
        market.OfferOf[loser] = -1;
        if (wins || rises)
        {
            refused[refusals++] = loser; // with nothing changed it would bid the same again
        }
    }

    /// <summary>Puts a place into the hole at the end of a heap.</summary>
    private static void Rise(Span<Place<T>> heap, int hole, Place<T> place)
    {
        while (hole > 0 && place.Bid < heap[(hole - 1) >> 1].Bid)
        {
            heap[hole] = heap[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }

        heap[hole] = place;
    }

    /// <summary>Puts a place instead of the first of a full heap.</summary>
    private static void Sink(Span<Place<T>> heap, Place<T> place)
    {
        int hole = 0;
        while (true)
        {
            int child = (2 * hole) + 1;
            child += child + 1 < heap.Length && heap[child + 1].Bid < heap[child].Bid ? 1 : 0;
            if (child >= heap.Length || heap[child].Bid >= place.Bid)
            {
                break;
            }

            heap[hole] = heap[child];
            hole = child;
        }

        heap[hole] = place;
    }
}
