namespace CommunityOfPractice.Core.Statistics;

/// <summary>Logarithm and exponential from the four operations alone, so that random draws have the same bits on every machine.</summary>
/// <remarks>The system's functions may differ in the last bit from one system to the next. Source: the method of fdlibm (Sun Microsystems, 1993); error below 1 unit in the last place.</remarks>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Returns the natural logarithm.</summary>
    /// <param name="x">Above zero and not below 1e-300; finite.</param>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln(1 + f) = 2·artanh(s) with s = f/(2 + f), whose even part is a short polynomial.
        double f = mantissa - 1;
        double s = f / (2 + f);
        double z = s * s;
        double tail = z * (0.6666666666666735130 + (z * (0.3999999999940941908 + (z * (0.2857142874366239149 + (z * (0.2222219843214978396
            + (z * (0.1818357216161805012 + (z * (0.1531383769920937332 + (z * 0.1479819860511658591))))))))))));
        double half = f * f / 2;
        return (exponent * Ln2High) - ((half - ((s * (half + tail)) + (exponent * Ln2Low))) - f);
    }

    /// <summary>Returns e to a power.</summary>
    /// <param name="x">Finite and at most 700; below −700 the result is 0.</param>
    public static double Exp(double x)
    {
        if (x < -700)
        {
            return 0;
        }

        double power = Math.Floor((x * 1.44269504088896338700) + 0.5);
        double high = x - (power * Ln2High);
        double low = power * Ln2Low;
        double r = high - low;
        double z = r * r;
        double c = r - (z * (0.166666666666666019037 + (z * (-0.00277777777770155933842 + (z * (6.61375632143793436117e-05
            + (z * (-1.65339022054652515390e-06 + (z * 4.13813679705723846039e-08)))))))));
        double fraction = 1 - (low - (r * c / (2 - c)) - high);
        return fraction * BitConverter.Int64BitsToDouble(((long)power + 1023) << 52);
    }
}
