using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What a member answered to somebody else's question.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">Which answer it is; within its question.</param>
/// <param name="By">Who answered.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Text">The answer, or where it stands; empty once somebody named in it was erased.</param>
public sealed record Answer(
    [property: JsonRequired] AnswerId Id,
    [property: JsonRequired] PersonId By,
    [property: JsonRequired] DateTimeOffset At,
    [property: PersonalData, JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text);
