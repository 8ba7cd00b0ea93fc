using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One row of the table of answers: by what, from where to where.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Trigger">The answer, or the fact that follows from something else.</param>
/// <param name="From">How the person stood before, in their order.</param>
/// <param name="To">How they can stand after.</param>
public sealed record RsvpTransition(
    string Trigger,
    [property: JsonConverter(typeof(ValueListJsonConverter<RsvpStatus>))] ValueList<RsvpStatus> From,
    [property: JsonConverter(typeof(ValueListJsonConverter<RsvpStatus>))] ValueList<RsvpStatus> To);
