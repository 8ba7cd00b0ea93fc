using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What followed from the company's directory.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Invited">Who was invited, by id; nobody is a member by that.</param>
/// <param name="Withdrawn">Whose invitation was withdrawn because they left the organisation, by id.</param>
/// <param name="Left">Who left the organisation and with it the community, by id.</param>
/// <param name="Refused">What was wanted and refused, and why; exits first, each by id.</param>
public sealed record DirectorySyncOutcome(
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Invited,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Withdrawn,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Left,
    [property: JsonConverter(typeof(ValueListJsonConverter<SyncRefusal>))] ValueList<SyncRefusal> Refused);

/// <summary>What the directory wanted for somebody and the rules refused.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who.</param>
/// <param name="Reasons">Every unmet guard.</param>
public sealed record SyncRefusal(PersonId Person, [property: JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Reasons);
