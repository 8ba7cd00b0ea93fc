using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Why a fact came about: a command, or a rule of a policy with what it rested on.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record Cause
{
    /// <summary>Gets the cause about which nothing more is known than who acted.</summary>
    /// <value>A cause without any of the details.</value>
    public static Cause Unstated { get; } = new();

    /// <summary>Gets the id that the host gave the command, by which a repetition is recognised.</summary>
    /// <value>Null when it gave none.</value>
    public string? CommandId { get; init; }

    /// <summary>Gets the rule that made the fact, its parameters and its evidence.</summary>
    /// <value>Null unless a policy acted.</value>
    public RuleGround? Rule { get; init; }

    /// <summary>Gets what the host attached to the fact.</summary>
    /// <value>Empty by default; taken out when a person named in the fact is erased.</value>
    [PersonalData]
    [JsonConverter(typeof(ValueListJsonConverter<Field>))]
    public ValueList<Field> Fields { get; init => field = value ?? []; } = [];
}
