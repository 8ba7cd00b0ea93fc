using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Something that a closing community leaves behind: an artifact, an open question, a meeting series.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Name">What it is, for an artifact its id; no two items of a plan have one name.</param>
/// <param name="Destination">What becomes of it.</param>
/// <param name="TakenOverBy">Which community takes it over; null unless the destination is a community.</param>
public sealed record LegacyItem(string Name, LegacyDestination Destination, CommunityId? TakenOverBy = null)
{
    /// <summary>Gets a value indicating whether it is decided what becomes of it.</summary>
    /// <value><see langword="false"/> for <see cref="LegacyDestination.Undecided"/>.</value>
    [JsonIgnore]
    public bool IsSettled => Destination != LegacyDestination.Undecided;
}
