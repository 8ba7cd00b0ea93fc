namespace CommunityOfPractice.Core.Statistics;

/// <summary>The complementary error function, by the rational approximations of Cody (1969), <i>Mathematics of Computation</i> 23.</summary>
internal static class ErrorFunction
{
    private const double BelowSmallest = 26.6;
    private const double OneOverRootPi = 0.56418958354775628695;

    private static ReadOnlySpan<double> NearNumerator =>
        [0.185777706184603153, 3.16112374387056560, 113.864154151050156, 377.485237685302021, 3209.37758913846947];

    private static ReadOnlySpan<double> NearDenominator =>
        [1, 23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        2.15311535474403846e-8, 0.564188496988670089, 8.88314979438837594, 66.1191906371416295, 298.635138197400131,
        881.952221241769090, 1712.04761263407058, 2051.07837782607147, 1230.33935479799725,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1, 15.7449261107098347, 117.693950891312499, 537.181101862009858, 1621.38957456669019,
        3290.79923573345963, 4362.61909014324716, 3439.36767414372164, 1230.33935480374942,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
        [0.0163153871373020978, 0.305326634961232344, 0.360344899949804439, 0.125781726111229246, 0.0160837851487422766, 6.58749161529837803e-4];

    private static ReadOnlySpan<double> FarDenominator =>
        [1, 2.56852019228982242, 1.87295284992346725, 0.527905102951428412, 0.0605183413124413191, 0.00233520497626869185];

    /// <summary>Returns erfc(x) = 2/√π · ∫ exp(−t²) dt from x up.</summary>
    /// <param name="x">Zero or more.</param>
    /// <returns>From 1 down to 0, with a relative error below 1e-15 until it leaves the range of a double.</returns>
    public static double Complement(double x)
    {
        if (x <= 0.46875)
        {
            return 1 - (x * Polynomial(x * x, NearNumerator) / Polynomial(x * x, NearDenominator));
        }

        if (x > BelowSmallest)
        {
            return 0;
        }

        // exp(−x²) as a product, so that the rounding of x² is not blown up.
        double coarse = Math.Floor(x * 16) / 16;
        return Math.Exp(-coarse * coarse) * Math.Exp(-(x - coarse) * (x + coarse)) * Scaled(x);
    }

    /// <summary>Evaluates a polynomial.</summary>
    /// <param name="x">Where.</param>
    /// <param name="coefficients">From the highest power to the constant.</param>
    /// <returns>Its value.</returns>
    public static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        double value = 0;
        foreach (double coefficient in coefficients)
        {
            value = (value * x) + coefficient;
        }

        return value;
    }

    private static double Scaled(double x)
    {
        if (x <= 4)
        {
            return Polynomial(x, MiddleNumerator) / Polynomial(x, MiddleDenominator);
        }

        double inverse = 1 / (x * x);
        return (OneOverRootPi - (inverse * Polynomial(inverse, FarNumerator) / Polynomial(inverse, FarDenominator))) / x;
    }
}
