using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>One part of an additive explanation: what it is a part of adds up from such shares exactly.</summary>
/// <remarks>Compared by value.</remarks>
public sealed record Share
{
    /// <summary>Creates a share.</summary>
    /// <param name="of">The id of the part that is explained, such as an indicator id.</param>
    /// <param name="amount">What the part adds (positive) or takes away (negative); finite.</param>
    /// <exception cref="ArgumentException"><paramref name="of"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not finite.</exception>
    public Share(string of, double amount)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(of);
        if (!double.IsFinite(amount))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "A share is a finite number.");
        }

        Of = of;
        Amount = amount;
    }

    /// <summary>Gets the id of the part that is explained.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Of { get; }

    /// <summary>Gets what the part adds or takes away.</summary>
    /// <value>Finite, in the unit of the explained total.</value>
    public double Amount { get; }
}
