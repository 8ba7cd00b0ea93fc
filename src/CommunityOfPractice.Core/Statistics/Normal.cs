namespace CommunityOfPractice.Core.Statistics;

/// <summary>The standard normal distribution: mean 0, standard deviation 1.</summary>
/// <remarks>
/// Sources: Cody (1969), <i>Mathematics of Computation</i> 23, for the distribution function; Wichura (1988), algorithm AS 241,
/// <i>Applied Statistics</i> 37, for the quantile.
/// </remarks>
public static class Normal
{
    /// <summary>The quantile of 0.975: plus and minus this many standard deviations hold 95 % of the distribution.</summary>
    public const double Z95 = 1.959963984540054;

    private static readonly double RootHalf = Math.Sqrt(0.5);

    private static ReadOnlySpan<double> NearNumerator =>
    [
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080,
    ];

    private static ReadOnlySpan<double> NearDenominator =>
    [
        5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
        5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        7.74545014278341407640e-4, 0.0227238449892691845833, 0.241780725177450611770, 1.27045825245236838258,
        3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 0.0151986665636164571966, 0.148103976427480074590,
        0.689767334985100004550, 1.67638483018380384940, 2.05319162663775882187, 1,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.00124266094738807843860, 0.0265321895265761230930,
        0.296560571828504891230, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720,
    ];

    private static ReadOnlySpan<double> FarDenominator =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        0.0148753612908506148525, 0.136929880922735805310, 0.599832206555887937690, 1,
    ];

    /// <summary>Returns the probability of a value of at most x.</summary>
    /// <remarks>Absolute error below 1e-15; the lower tail keeps 14 digits. Time and space O(1).</remarks>
    /// <param name="x">Any number, also infinite; in standard deviations from the mean.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not a number.</exception>
    /// <example><code>Normal.Cdf(1.959963984540054)  // 0.975</code></example>
    public static double Cdf(double x)
    {
        double tail = TwoSidedP(x) / 2;
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>Returns the probability of a value at least as far from 0 as z, on either side: the two-sided p-value of z.</summary>
    /// <remarks>It tells how surprising z would be if nothing were going on. Keeps 14 digits however small it gets. Time and space O(1).</remarks>
    /// <param name="z">Any number, also infinite; in standard deviations.</param>
    /// <returns>From 1 (z is 0) down to 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="z"/> is not a number.</exception>
    /// <example><code>Normal.TwoSidedP(1.959963984540054)  // 0.05</code></example>
    public static double TwoSidedP(double z)
        => double.IsNaN(z)
            ? throw new ArgumentOutOfRangeException(nameof(z), z, "A number is needed.")
            : ErrorFunction.Complement(Math.Abs(z) * RootHalf);

    /// <summary>Returns the x below which a given probability lies: the inverse of <see cref="Cdf"/>.</summary>
    /// <remarks>Relative error about 1e-15. Time and space O(1).</remarks>
    /// <param name="probability">Above 0 and below 1; the ends have no finite quantile.</param>
    /// <returns>A finite number, negative below one half.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not in (0, 1).</exception>
    /// <example><code>Normal.Quantile(0.975)  // 1.959963984540054</code></example>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability above 0 and below 1 is needed.");
        }

        double centred = probability - 0.5;
        if (Math.Abs(centred) <= 0.425)
        {
            return centred * Ratio(0.180625 - (centred * centred), NearNumerator, NearDenominator);
        }

        double depth = Math.Sqrt(-Math.Log(Math.Min(probability, 1 - probability)));
        double size = depth <= 5 ? Ratio(depth - 1.6, MiddleNumerator, MiddleDenominator) : Ratio(depth - 5, FarNumerator, FarDenominator);
        return Math.CopySign(size, centred);
    }

    private static double Ratio(double x, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator)
        => ErrorFunction.Polynomial(x, numerator) / ErrorFunction.Polynomial(x, denominator);
}
