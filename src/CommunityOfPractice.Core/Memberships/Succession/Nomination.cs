using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A nomination for a role that waits for an answer, or that was accepted as a succession and waits for its day.</summary>
/// <remarks>Immutable and compared by value. A person has at most one for each role and scope.</remarks>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
/// <param name="By">Who nominated.</param>
/// <param name="On">When, in UTC.</param>
/// <param name="ExpiresOn">When it runs out unless it is answered, in UTC.</param>
/// <param name="AsSuccessor">Whether it is for the next vacancy instead of at once.</param>
/// <param name="Interim">Whether it is only to stand in until somebody is found.</param>
/// <param name="TermEndsOn">When the term is to end, in UTC; null for the role's usual term.</param>
/// <param name="Endorsers">Who endorsed it, in the order in which they did.</param>
/// <param name="AcceptedOn">When the nominee accepted the succession, in UTC; null while it is open.</param>
public sealed record Nomination(
    Role Role,
    string? Scope,
    Actor By,
    DateTimeOffset On,
    DateTimeOffset ExpiresOn,
    bool AsSuccessor,
    bool Interim,
    DateTimeOffset? TermEndsOn,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Endorsers,
    DateTimeOffset? AcceptedOn);
