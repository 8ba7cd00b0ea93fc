namespace CommunityOfPractice.Core.Assignment;

/// <summary>The length of a vector of finite weights, none negative, as a product: the length itself may be too large for a number.</summary>
/// <param name="Unit">What the weights are divided by before they are squared: the greatest where squares may be too large or too small for a number, 1 elsewhere.</param>
/// <param name="Units">How many units long the vector is; 0 without a positive weight.</param>
internal readonly record struct VectorLength(double Unit, double Units)
{
    private const double Small = 1e-250; // sums of squares between are as exact as any
    private const double Large = 1e250;

    public static VectorLength Of(ReadOnlySpan<double> weights)
    {
        double sum = SquaresOf(weights, 1);
        if (sum is > Small and < Large)
        {
            return new(1, Math.Sqrt(sum));
        }

        double greatest = 0;
        foreach (double weight in weights)
        {
            greatest = Math.Max(greatest, weight);
        }

        return greatest > 0 ? new(greatest, Math.Sqrt(SquaresOf(weights, greatest))) : new(1, 0);
    }

    /// <summary>A weight's part of the length, from 0 to 1; 0 where there is no length.</summary>
    public float Share(double weight) => Units > 0 ? (float)(weight / Unit / Units) : 0;

    private static double SquaresOf(ReadOnlySpan<double> weights, double unit)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            double units = weight / unit;
            sum += units * units;
        }

        return sum;
    }
}
