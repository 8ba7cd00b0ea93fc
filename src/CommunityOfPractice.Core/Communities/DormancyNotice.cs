using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The notice that a community will go to rest.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="GivenOn">When it was given, in UTC.</param>
/// <param name="EffectiveOn">From when on it can go to rest, in UTC.</param>
/// <param name="Reason">Why: a person's words, or a policy's code such as <c>no-facilitator</c>.</param>
public sealed record DormancyNotice(DateTimeOffset GivenOn, DateTimeOffset EffectiveOn, [property: PersonalData] string Reason)
{
    /// <summary>Gets the rule that gave it.</summary>
    /// <value>The id of a policy's rule; null when somebody gave it.</value>
    public string? RuleId { get; init; }
}
