using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Somebody who may be asked, and how often.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who it is.</param>
/// <param name="Asks">How many more questions they take at the moment: what they agreed to for a week, less what they were asked in it. Zero or more.</param>
public sealed record ExpertCandidate([property: JsonRequired] PersonId Person, [property: JsonRequired] int Asks)
{
    /// <summary>Gets a value indicating whether they agreed to be asked.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool OptedIn { get; init; }

    /// <summary>Gets until when they take a break.</summary>
    /// <value>Null when they take none.</value>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Returns whether they can be asked at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns><see langword="true"/> when they agreed, take no break and have asks left.</returns>
    public bool IsFree(DateTimeOffset at) => OptedIn && !(PausedUntil > at) && Asks > 0;
}
