using System.Numerics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Shortest paths of exchanges that give places to the rows that the auction left without, and rows to the places that it left at a price.</summary>
/// <remarks>
/// Kept all along: who holds a place has its best choice, and who has none gains nowhere. Only columns are visited: a row with a place is as far as its column. A way is as long as what is lost
/// on it; prices rise (or, for a place without a row, fall) by what the visited columns are nearer than the end.
/// </remarks>
internal sealed class PlaceSearch<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly PlaceMarket<T> market;
    private readonly T[] distance;
    private readonly Move[] cameBy;
    private readonly int[] touched;
    private readonly EventHeap heap = new();
    private int touches;
    private T end;
    private int endColumn;
    private int endRow;
    private int endOffer;

    public PlaceSearch(PlaceMarket<T> market)
    {
        this.market = market;
        distance = new T[market.ColumnCount];
        Array.Fill(distance, T.MaxValue);
        cameBy = new Move[market.ColumnCount];
        touched = new int[market.ColumnCount];
    }

    public void Run()
    {
        for (int row = 0; row < market.RowCount; row++)
        {
            if (market.OfferOf[row] < 0 && market.BestGain(row) is var gain && gain > T.Zero)
            {
                FindPlace(row, gain);
            }
        }

        Offer<T>[]? wants = null; // of each column the rows and weights; most often not needed
        int[] wantStarts = [];
        for (int column = 0; column < market.ColumnCount; column++)
        {
            while (market.Prices[column] > T.Zero && !market.IsFull(column))
            {
                wants ??= Turned(out wantStarts);
                FindRow(column, wants, wantStarts);
            }
        }
    }

    /// <summary>Gives a row a place in the cheapest way, unless it is better without.</summary>
    private void FindPlace(int start, T gain)
    {
        (end, endColumn, endRow) = (gain, -1, -1);
        Leave(start, gain);
        while (Next(out int column))
        {
            T ahead = distance[column] - market.Prices[column];
            foreach (Place<T> place in market.TakenPlaces(column))
            {
                if (ahead + place.Weight < end)
                {
                    (end, endColumn, endRow) = (ahead + place.Weight, column, place.Row); // this row goes without
                }
            }

            foreach (Place<T> place in market.TakenPlaces(column))
            {
                Leave(place.Row, ahead + place.Weight);
            }
        }

        Settle(T.One);
        if (endRow >= 0)
        {
            market.Unseat(endRow);
        }

        for (int column = endColumn; column >= 0;)
        {
            (int row, int offer) = cameBy[column];
            column = market.OfferOf[row] < 0 ? -1 : market.Offers[market.OfferOf[row]].Column;
            if (column >= 0)
            {
                market.Unseat(row);
            }

            market.Seat(row, offer);
        }
    }

    /// <summary>Looks at all columns that a row could go to.</summary>
    /// <param name="row">The row.</param>
    /// <param name="ahead">How far it is to the row, and what it gains where it is.</param>
    private void Leave(int row, T ahead)
    {
        T[] prices = market.Prices;
        ReadOnlySpan<Offer<T>> offers = market.OffersTo(row);
        for (int i = 0; i < offers.Length; i++)
        {
            int column = offers[i].Column;
            T way = ahead - offers[i].Weight + prices[column];
            if (way < end && way < distance[column])
            {
                Touch(column, way, new(row, market.OfferStarts[row] + i));
                if (!market.IsFull(column))
                {
                    (end, endColumn, endRow) = (way, column, -1);
                }
            }
        }
    }

    /// <summary>Gives a free place that has a price to somebody, in the way that loses least, or lets its price fall to zero.</summary>
    private void FindRow(int start, Offer<T>[] wants, int[] wantStarts)
    {
        (end, endColumn, endRow) = (market.Prices[start], start, -1);
        Touch(start, T.Zero, default);
        while (Next(out int column))
        {
            T ahead = distance[column] + market.Prices[column];
            foreach ((int row, T weight) in wants.AsSpan(wantStarts[column], wantStarts[column + 1] - wantStarts[column]))
            {
                int held = market.OfferOf[row];
                if (held < 0 && ahead - weight < end)
                {
                    (end, endColumn, endRow, endOffer) = (ahead - weight, column, row, OfferAt(row, column));
                }
                else if (held >= 0)
                {
                    Release(market.Offers[held], ahead - weight, row, column);
                }
            }
        }

        Settle(-T.One);
        Move filler = new(endRow, endOffer);
        for (int column = endColumn; ;)
        {
            Move leaver = column == start ? new(-1, -1) : cameBy[column];
            if (leaver.Row >= 0)
            {
                market.Unseat(leaver.Row);
            }

            if (filler.Row >= 0)
            {
                market.Seat(filler.Row, filler.Offer);
            }

            if (leaver.Row < 0)
            {
                return;
            }

            (filler, column) = (leaver, market.Offers[leaver.Offer].Column);
        }
    }

    /// <summary>Looks at the column that a row would leave for another.</summary>
    private void Release(Offer<T> held, T ahead, int row, int to)
    {
        int column = held.Column;
        T way = ahead + held.Weight - market.Prices[column];
        if (column != to && way < end && way < distance[column])
        {
            Touch(column, way, new(row, OfferAt(row, to)));
            if (way + market.Prices[column] < end)
            {
                (end, endColumn, endRow) = (way + market.Prices[column], column, -1);
            }
        }
    }

    private int OfferAt(int row, int column)
    {
        int offer = market.OfferStarts[row];
        while (market.Offers[offer].Column != column)
        {
            offer++;
        }

        return offer;
    }

    private void Touch(int column, T way, Move by)
    {
        if (distance[column] == T.MaxValue)
        {
            touched[touches++] = column;
        }

        (distance[column], cameBy[column]) = (way, by);
        heap.Push(long.CreateTruncating(way), -1, column);
    }

    /// <summary>Takes the nearest column that is nearer than the end.</summary>
    private bool Next(out int column)
    {
        long last = long.CreateTruncating(end);
        while (heap.Count > 0 && heap.Earliest < last)
        {
            SearchEvent next = heap.Pop();
            column = next.To;
            if (next.Time == long.CreateTruncating(distance[column]))
            {
                return true;
            }
        }

        column = -1;
        return false;
    }

    private void Settle(T sign)
    {
        foreach (int column in touched.AsSpan(0, touches))
        {
            market.Prices[column] += sign * T.Max(T.Zero, end - distance[column]);
            distance[column] = T.MaxValue;
        }

        touches = 0;
        heap.Clear();
    }

    /// <summary>The rows and weights at each column.</summary>
    private Offer<T>[] Turned(out int[] starts)
    {
        starts = new int[market.ColumnCount + 1];
        int offers = market.OfferStarts[^1];
        foreach (Offer<T> offer in market.Offers.AsSpan(0, offers))
        {
            starts[offer.Column + 1]++;
        }

        for (int column = 0; column < market.ColumnCount; column++)
        {
            starts[column + 1] += starts[column];
        }

        int[] next = starts[..^1];
        Offer<T>[] turned = new Offer<T>[offers];
        for (int row = 0; row < market.RowCount; row++)
        {
            foreach (Offer<T> offer in market.OffersTo(row))
            {
                turned[next[offer.Column]++] = new(row, offer.Weight);
            }
        }

        return turned;
    }

    /// <summary>A row and the offer it would take.</summary>
    private readonly record struct Move(int Row, int Offer);
}
