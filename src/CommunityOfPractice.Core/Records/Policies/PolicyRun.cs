using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What applying the policies came to.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="At">When they were applied, in UTC.</param>
/// <param name="Changes">The changes to record, in order.</param>
/// <param name="Skipped">The rules that could not work, or are switched off, by id.</param>
/// <param name="NextDue">When something is due next if nothing happens, at the earliest, in UTC; null when nothing is.</param>
public sealed record PolicyRun(
    DateTimeOffset At,
    [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> Changes,
    [property: JsonConverter(typeof(ValueListJsonConverter<SkippedRule>))] ValueList<SkippedRule> Skipped,
    DateTimeOffset? NextDue);

/// <summary>A rule that did not act, and why.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="RuleId">The id of the rule.</param>
/// <param name="Reason">Why: <c>policy.activity-unknown</c>, <c>policy.switched-off</c>, or a host's own code.</param>
public sealed record SkippedRule(string RuleId, Reason Reason);
