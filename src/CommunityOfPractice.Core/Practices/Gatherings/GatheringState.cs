using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A gathering with everybody who answered or came, as plain lists: what a snapshot keeps.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Info">What is known about it otherwise.</param>
/// <param name="Replies">Who answered what, by the person's id.</param>
/// <param name="Attended">Who came, by id.</param>
/// <param name="Answers">How many answers it got so far.</param>
public sealed record GatheringState(
    GatheringInfo Info,
    [property: JsonConverter(typeof(ValueListJsonConverter<GuestReply>))] ValueList<GuestReply> Replies,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Attended,
    long Answers);
