using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A reply that cannot be one: the activity is kept, the link is not followed.</summary>
/// <param name="Position">The position of the replying activity in the log.</param>
/// <param name="Code">
/// <c>reply.itself</c> (an activity replies to itself), <c>reply.before-parent</c> (it lies before what it replies to) or
/// <c>reply.cycle</c> (activities of one instant reply to each other in a circle).
/// </param>
public readonly record struct BrokenReply(
    [property: JsonRequired] int Position,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Code);
