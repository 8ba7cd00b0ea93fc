using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>At which stage a community is, what speaks for it and against it, and what it lacks for the next one.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Stage">The stage.</param>
/// <param name="Since">The end of the period since which it is at that stage, in UTC; null when it was from the beginning.</param>
/// <param name="Confidence">Which part of what bears on the stage is known, from 0 to 1.</param>
/// <param name="PolicyVersion">The version of the policy.</param>
public sealed record StageAssessment(
    CommunityStage Stage,
    DateTimeOffset? Since,
    double Confidence,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string PolicyVersion)
{
    /// <summary>Gets what the latest period shows for the stage.</summary>
    /// <value>Sentences with a code; empty at the stage of potential.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Reason>))]
    public ValueList<Reason> EvidenceFor { get; init => field = value ?? []; } = [];

    /// <summary>Gets what the latest period shows against it, and what is not known.</summary>
    /// <value>Sentences with a code; empty when nothing does.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Reason>))]
    public ValueList<Reason> EvidenceAgainst { get; init => field = value ?? []; } = [];

    /// <summary>Gets what the next stage would need and the latest period does not show.</summary>
    /// <value>Sentences with a code; empty when there is no next stage, or nothing is lacking.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Reason>))]
    public ValueList<Reason> NextStageGaps { get; init => field = value ?? []; } = [];

    /// <summary>Gets which of the findings nothing tells of: what they name may be there or not.</summary>
    /// <value>Codes of <see cref="EvidenceAgainst"/> and <see cref="NextStageGaps"/>, each once; empty when everything is known.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> NotKnown { get; init => field = value ?? []; } = [];
}
