using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>That somebody was told of a question that needs care.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="At">When, in UTC.</param>
/// <param name="To">Who was told.</param>
/// <param name="Person">The person; null unless one was named.</param>
/// <param name="OtherCommunity">The other community; null unless one was named.</param>
/// <param name="IsAutomatic">Whether a rule did it.</param>
public sealed record Escalation(
    [property: JsonRequired] DateTimeOffset At,
    [property: JsonRequired] EscalationTarget To,
    PersonId? Person,
    CommunityId? OtherCommunity,
    bool IsAutomatic);
