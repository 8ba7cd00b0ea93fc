using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>A command with who wants it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Command">What is wanted.</param>
/// <param name="By">Who wants it.</param>
public sealed record CommandRequest(Command Command, Actor By)
{
    /// <summary>Gets the id by which a repetition of the same request is recognised and answered with what it led to the first time.</summary>
    /// <value>Null when repetitions are not to be recognised; 1 to 200 characters, chosen by the host, unique in the community.</value>
    /// <remarks>
    /// The same id from somebody else is refused (<c>command.id-taken</c>). What is wanted is not compared: an id that comes again with
    /// another command of the same actor is answered with what the first one led to.
    /// </remarks>
    public string? CommandId { get; init => field = value is null ? null : IdText.Check(value, nameof(CommandId)); }

    /// <summary>Gets when it happened, for histories that are imported.</summary>
    /// <value>Null for now. Not in the future.</value>
    /// <remarks>
    /// The command is decided as of then, deadlines included. It is the host's word: never take it from what a user sends. When it was recorded stands in the entry beside it.
    /// </remarks>
    public DateTimeOffset? At { get; init; }

    /// <summary>Gets what the host attaches to the resulting facts.</summary>
    /// <value>Empty by default; taken out when a person named in them is erased.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Field>))]
    public ValueList<Field> Fields { get; init; } = [];
}
