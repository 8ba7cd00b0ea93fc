using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The proposal of a community: who wants it and why.</summary>
/// <remarks>Immutable and compared by value. Interest is no membership: nobody is a member before they join by their own act.</remarks>
/// <param name="Proposer">Who proposed it.</param>
/// <param name="Purpose">Why it should exist.</param>
/// <param name="Domain">What it would care about; null when that is open.</param>
/// <param name="Interested">Who is interested, by id.</param>
/// <param name="SimilarShown">The similar communities that the proposer was shown, by id; empty when none was found.</param>
/// <param name="ExpiresOn">When it runs out unless more interest shows, in UTC.</param>
public sealed record Proposal(
    PersonId Proposer,
    string Purpose,
    Domain? Domain,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Interested,
    [property: JsonConverter(typeof(ValueListJsonConverter<CommunityId>))] ValueList<CommunityId> SimilarShown,
    DateTimeOffset ExpiresOn);
