using System.Globalization;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>A number from 0 (worst) to 100 (best) on a scale whose ends the model states.</summary>
/// <remarks>Compared and ordered by value. The default value is 0.</remarks>
public readonly record struct Score : IComparable<Score>
{
    /// <summary>Creates a score.</summary>
    /// <param name="value">From 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is below 0, above 100 or not a number.</exception>
    [JsonConstructor]
    public Score(double value)
    {
        if (!(value >= 0 && value <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A score lies between 0 and 100.");
        }

        Value = value;
    }

    /// <summary>Gets the number.</summary>
    /// <value>From 0 to 100.</value>
    public double Value { get; }

    /// <inheritdoc/>
    public int CompareTo(Score other) => Value.CompareTo(other.Value);

    /// <summary>Returns the number with one decimal.</summary>
    /// <returns>For instance <c>63.9</c>.</returns>
    public override string ToString() => Value.ToString("0.0", CultureInfo.InvariantCulture);
}
