using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>A word for a range of scores.</summary>
public sealed record HealthBand
{
    /// <summary>Creates a band.</summary>
    /// <param name="name">The word, such as <c>Steady</c>.</param>
    /// <param name="from">The lowest score of the band, from 0 to 100.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is not between 0 and 100.</exception>
    public HealthBand(string name, double from)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!(from >= 0 && from <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, "A band begins between 0 and 100.");
        }

        Name = name;
        From = from;
    }

    /// <summary>Gets the word.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Name { get; }

    /// <summary>Gets the lowest score of the band.</summary>
    /// <value>From 0 to 100.</value>
    public double From { get; }
}
