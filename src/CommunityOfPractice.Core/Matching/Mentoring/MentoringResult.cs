using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>An assignment of mentees to mentors by one objective, what it achieves, and what is proven about it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Objective">What it was made for.</param>
/// <param name="Pairs">The pairs, by mentee and mentor.</param>
/// <param name="Unmatched">The mentees who want a mentor and got nobody, by id.</param>
/// <param name="TotalScore">The sum of the scores of both sides over all pairs.</param>
/// <param name="LeastScore">The score of the pair that fares worst; null without pairs.</param>
/// <param name="BlockingPairs">How many mentees and mentors would both rather have each other than what they got; zero means stable.</param>
/// <param name="Verified">Whether an independent check confirmed that nothing is better by the objective.</param>
/// <param name="Claim">What was confirmed, in a sentence.</param>
public sealed record MentoringResult(
    [property: JsonRequired] MentoringObjective Objective,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<MentoringChoice>))] ValueList<MentoringChoice> Pairs,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Unmatched,
    [property: JsonRequired] long TotalScore,
    [property: JsonRequired] int? LeastScore,
    [property: JsonRequired] int BlockingPairs,
    [property: JsonRequired] bool Verified,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Claim)
{
    /// <summary>Gets why mentees got nobody; for themselves and for whoever runs it, not for the others.</summary>
    /// <value>One for each of <see cref="Unmatched"/>, in their order; no rule that nobody may learn of is named. Empty for a result that was made up elsewhere.</value>
    [JsonConverter(typeof(ValueListJsonConverter<UnmatchedPerson>))]
    public ValueList<UnmatchedPerson> Explained { get; init => field = value ?? []; } = [];
}
