using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The communities recommended to one person.</summary>
/// <remarks>Immutable and compared by value; the same facts, model and seed give the same answer in any order of input.</remarks>
/// <param name="Person">The person.</param>
/// <param name="AsOf">Only what was known before this instant counts.</param>
/// <param name="Model">The version of the model.</param>
/// <param name="Seed">The seed of what is drawn by lot.</param>
/// <param name="Items">The recommendations, the first one first; empty for somebody who wants no part in matching.</param>
public sealed record CommunityRecommendations(
    PersonId Person,
    DateTimeOffset AsOf,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Model,
    ulong Seed,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<CommunityRecommendation>))] ValueList<CommunityRecommendation> Items)
{
    /// <summary>Gets the dormant communities that would fit: would somebody want to pick one up again?</summary>
    /// <value>The best first, at most three; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<CommunityRecommendation>))]
    public ValueList<CommunityRecommendation> Revivals { get; init => field = value ?? []; } = [];

    /// <summary>Gets the communities that were not considered.</summary>
    /// <value>By id. Nothing is said about private communities, blocks or removals.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ExcludedCommunity>))]
    public ValueList<ExcludedCommunity> Excluded { get; init => field = value ?? []; } = [];
}
