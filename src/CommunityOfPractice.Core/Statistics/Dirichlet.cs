namespace CommunityOfPractice.Core.Statistics;

/// <summary>The Dirichlet distribution: random shares that add up to one.</summary>
/// <remarks>
/// It asks "what if the weights were a little different": weights are a judgement, and a result that hangs on their second digit is not firm.
/// Gamma variates by squeeze and rejection, from arithmetic alone, so the same seed gives the same bits on every machine.
/// Sources: Marsaglia and Tsang (2000), <i>ACM Transactions on Mathematical Software</i> 26; Marsaglia and Bray (1964), <i>SIAM Review</i> 6, for the normal variates.
/// </remarks>
public static class Dirichlet
{
    // A parameter below this would never win more than a share that cannot be told from nothing.
    private const double Least = 1e-280;

    // At this and below, one part has everything.
    private const double LeastConcentration = 1e-100;

    /// <summary>Returns random weights around given ones: a draw with the parameters <c>concentration · w_i / Σ w</c>.</summary>
    /// <remarks>
    /// On average they are the given weights, divided by their sum; a share p varies with the standard deviation √(p(1 − p)/(concentration + 1)). Each part has a
    /// branch of its own, so the other parts' luck is not changed by one part. Time O(n log n); allocates the result.
    /// </remarks>
    /// <param name="weights">The weights, zero or more and finite; one without weight stays without.</param>
    /// <param name="concentration">How closely to keep to them; above 0 and at most 1e9. 100 moves a share of a quarter by about 4 points; near 0 one part has everything, each as often as its weight says.</param>
    /// <param name="random">Where the chance comes from.</param>
    /// <returns>One share per weight, from 0 to 1, together 1; null when the weights are all zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">The sum of the weights overflows.</exception>
    /// <example><code>Dirichlet.Around([5, 3, 2], 100, new SplitMix64(7))  // shares near 0.5, 0.3 and 0.2</code></example>
    public static double[]? Around(ReadOnlySpan<double> weights, double concentration, SplitMix64 random)
    {
        Demand.NotNegative(weights);
        Demand.PositiveUpTo(concentration, 1e9);
        using Scratch<double> terms = new(weights.Length);
        weights.CopyTo(terms.Span);
        double total = Ascending.Sum(terms.Span);
        if (!double.IsFinite(total))
        {
            throw new ArgumentException("The sum of the weights overflows.", nameof(weights));
        }

        if (total == 0)
        {
            return null;
        }

        double[] shares = new double[weights.Length];
        double largest = double.NegativeInfinity;
        for (int part = 0; part < shares.Length; part++)
        {
            double shape = weights[part] / total * Math.Max(concentration, LeastConcentration);
            shares[part] = shape < Least ? double.NegativeInfinity : LogGamma(shape, random.Split(part));
            largest = Math.Max(largest, shares[part]);
        }

        for (int part = 0; part < shares.Length; part++)
        {
            shares[part] = PortableMath.Exp(shares[part] - largest);
            terms.Span[part] = shares[part];
        }

        double sum = Ascending.Sum(terms.Span);
        foreach (ref double share in shares.AsSpan())
        {
            share /= sum;
        }

        return shares;
    }

    /// <summary>The logarithm of a gamma variate: shapes below one are drawn one higher and brought down by a power of a uniform number.</summary>
    private static double LogGamma(double shape, SplitMix64 random)
    {
        double d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        for (long place = 0; ; place++)
        {
            SplitMix64 attempt = random.Split(place);
            double normal = Normal(attempt.Split(0));
            double root = 1 + (c * normal);
            if (root <= 0)
            {
                continue;
            }

            double cube = root * root * root;
            double logCube = PortableMath.Log(cube);
            if (PortableMath.Log(Above0(attempt, 1)) < (normal * normal / 2) + (d * (1 - cube + logCube)))
            {
                double log = PortableMath.Log(d) + logCube;
                return shape < 1 ? log + (PortableMath.Log(Above0(attempt, 2)) / shape) : log;
            }
        }
    }

    /// <summary>A standard normal variate: the first point that falls into the unit circle, stretched.</summary>
    private static double Normal(SplitMix64 random)
    {
        for (long place = 0; ; place += 2)
        {
            double x = (2 * random.Unit(place)) - 1;
            double y = (2 * random.Unit(place + 1)) - 1;
            double square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * PortableMath.Log(square) / square);
            }
        }
    }

    private static double Above0(SplitMix64 random, long place) => random.Unit(place) + (0.5 / (1L << 53));
}
