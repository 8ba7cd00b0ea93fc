using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>What the functions of this room ask of their arguments; whoever breaks it gets an exception that names the argument.</summary>
internal static class Demand
{
    /// <summary>Demands finite numbers.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is infinite or not a number.</exception>
    public static void Finite(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(name, value, "A finite number is needed.");
            }
        }
    }

    /// <summary>Demands finite numbers from zero up.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, infinite or not a number.</exception>
    public static void NotNegative(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        foreach (double value in values)
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(name, value, "A finite number from zero up is needed.");
            }
        }
    }

    /// <summary>Demands a number above zero and not above a bound.</summary>
    /// <param name="value">The number.</param>
    /// <param name="most">The bound.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in <c>(0, most]</c>.</exception>
    public static void PositiveUpTo(double value, double most, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"A number above 0 and at most {most} is needed.");
        }
    }

    /// <summary>Demands two spans of the same length.</summary>
    /// <param name="one">The length of the first.</param>
    /// <param name="other">The length of the second.</param>
    /// <param name="name">The name of the second.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void SameLength(int one, int other, string name)
    {
        if (one != other)
        {
            throw new ArgumentException($"{one} numbers meet {other} here; one to one is needed.", name);
        }
    }
}
