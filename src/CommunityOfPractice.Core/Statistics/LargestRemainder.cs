namespace CommunityOfPractice.Core.Statistics;

/// <summary>Rounding by the largest remainder: parts that still add up to their total after rounding.</summary>
/// <remarks>
/// Rounding each part by itself may leave 33.3 + 33.3 + 33.3 = 99.9. Here every part is first rounded down, and the units that are then missing
/// from the rounded total go to the parts that lost most. Source: Hamilton (1792), in Balinski and Young (1982), <i>Fair Representation</i>.
/// </remarks>
public static class LargestRemainder
{
    private const double Most = 1e12;
    private const int MostDecimals = 10;

    /// <summary>Rounds parts so that they add up to their rounded total.</summary>
    /// <remarks>
    /// Parts are read with 15 significant digits, as they would be printed; the total is rounded half away from zero. Of equal remainders the
    /// earlier part goes first. Down means toward minus infinity, so negative parts need no special care. A part that is round already
    /// stays as it is. Time O(n log n); allocates the result.
    /// </remarks>
    /// <param name="parts">The parts; at most 1e12 in size, of either sign, in any unit.</param>
    /// <param name="decimals">How many decimals to keep, from 0 to 10.</param>
    /// <returns>One number per part, less than one unit of the last decimal away from it; their sum is the rounded sum of the parts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part is too large or not a number, or <paramref name="decimals"/> is outside its range.</exception>
    /// <example><code>LargestRemainder.Round([33.34, 33.33, 33.33], 1)  // 33.4, 33.3, 33.3</code></example>
    public static decimal[] Round(ReadOnlySpan<double> parts, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        decimal unit = new(1, 0, 0, isNegative: false, (byte)decimals);
        decimal[] rounded = new decimal[parts.Length];
        using Scratch<(decimal MinusRemainder, int Position)> order = new(parts.Length);
        decimal exact = 0;
        decimal floors = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!(Math.Abs(parts[i]) <= Most))
            {
                throw new ArgumentOutOfRangeException(nameof(parts), parts[i], "A part of at most 1e12 in size is needed.");
            }

            decimal units = (decimal)parts[i] / unit;
            decimal floor = decimal.Floor(units);
            rounded[i] = floor * unit;
            order.Span[i] = (floor - units, i);
            exact += units;
            floors += floor;
        }

        order.Span.Sort();
        int missing = (int)(Math.Round(exact, MidpointRounding.AwayFromZero) - floors);
        foreach ((_, int position) in order.Span[..missing])
        {
            rounded[position] += unit;
        }

        return rounded;
    }
}
