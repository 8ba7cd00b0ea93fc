using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One link of the chain that a value story tells: what happened, came of it, was done, became better.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Cycle">What kind of value it tells of.</param>
/// <param name="Text">The claim in words.</param>
public sealed record ValueClaim(ValueCycle Cycle, [property: PersonalData] string Text)
{
    /// <summary>Gets where it can be seen.</summary>
    /// <value>Absolute addresses (http or https); empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>Gets the indicators that show it, such as a reading of a report or a measure of the host's own.</summary>
    /// <value>Ids or names; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Indicators { get; init => field = value ?? []; } = [];

    /// <summary>Gets who had a part in it.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Contributors { get; init => field = value ?? []; } = [];
}
