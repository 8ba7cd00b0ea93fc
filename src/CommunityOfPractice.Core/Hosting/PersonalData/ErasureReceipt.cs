using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What an erasure did; proves it without naming anybody.</summary>
/// <remarks>Immutable and compared by value. Kept together with the person's id it would undo the erasure: keep one of the two.</remarks>
/// <param name="At">When it was done, in UTC.</param>
/// <param name="Tombstone">What took the person's place; the same in all communities and activities.</param>
/// <param name="Communities">In how many journals the person was found.</param>
/// <param name="Entries">How many entries were redacted.</param>
/// <param name="Activities">How many activities were redacted.</param>
public sealed record ErasureReceipt(DateTimeOffset At, PersonId Tombstone, int Communities, int Entries, int Activities)
{
    /// <summary>Gets which handlers failed when they were told, and how.</summary>
    /// <value>Empty when none did; not part of the JSON.</value>
    [JsonIgnore]
    public ValueList<HandlerFailure> HandlerFailures { get; init; } = [];
}
