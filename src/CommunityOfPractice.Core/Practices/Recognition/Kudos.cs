using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A word of thanks from one member to another.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">Which one it is.</param>
/// <param name="From">Who thanks.</param>
/// <param name="To">Who is thanked.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Reason">What for; empty once it was withdrawn, or somebody named in it was erased.</param>
/// <param name="About">What it is about, as the host names things; null for nothing in particular.</param>
public sealed record Kudos(
    [property: JsonRequired] KudosId Id,
    [property: JsonRequired] PersonId From,
    [property: JsonRequired] PersonId To,
    [property: JsonRequired] DateTimeOffset At,
    [property: PersonalData, JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Reason,
    [property: PersonalData] string? About)
{
    /// <summary>Gets a value indicating whether who gave it took it back.</summary>
    /// <value>The default value is <see langword="false"/>; then nothing of it is shown, and it still counts for the limit of its day.</value>
    public bool IsWithdrawn { get; init; }
}
