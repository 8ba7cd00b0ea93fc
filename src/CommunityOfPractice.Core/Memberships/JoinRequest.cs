using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A request to join that waits for an answer.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Consent">What the person agreed to when they asked; it counts once the request is approved.</param>
/// <param name="Answers">Their answers to the community's questions.</param>
/// <param name="ExpiresOn">The first instant at which it can no longer be approved, in UTC.</param>
/// <param name="Before">Where the person stood before, and stands again when nothing comes of it.</param>
public sealed record JoinRequest(
    JoinConsent Consent,
    [property: PersonalData, JsonConverter(typeof(ValueListJsonConverter<Field>))] ValueList<Field> Answers,
    DateTimeOffset ExpiresOn,
    MembershipStatus Before)
{
    /// <summary>Gets who vouches for the person.</summary>
    /// <value>In the order in which they did; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Sponsors { get; init => field = value ?? []; } = [];
}
