using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A mentee and a mentor who may be paired, and how much each wants the other.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Mentee">Who learns.</param>
/// <param name="Mentor">Who helps.</param>
/// <param name="MenteeScore">How much the mentee wants the mentor: 0 to 1,000,000, higher is better.</param>
/// <param name="MentorScore">How much the mentor wants the mentee: 0 to 1,000,000, higher is better.</param>
public sealed record MentoringChoice(
    [property: JsonRequired] PersonId Mentee,
    [property: JsonRequired] PersonId Mentor,
    [property: JsonRequired] int MenteeScore,
    [property: JsonRequired] int MentorScore)
{
    /// <summary>The largest score.</summary>
    public const int LargestScore = 1_000_000;

    /// <summary>Gets what the pair adds to the total.</summary>
    /// <value>The sum of both scores.</value>
    [JsonIgnore]
    public int Total => MenteeScore + MentorScore;
}
