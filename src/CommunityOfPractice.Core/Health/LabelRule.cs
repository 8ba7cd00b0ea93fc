using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>A rule that gives a report a label of the host's own; of several rules in a row the first that fits wins.</summary>
/// <remarks>
/// Immutable data, compared by value. Every condition that is given must hold; a rule without one always fits, as the last of a row. What has no value is neither below nor above anything.
/// </remarks>
/// <example><code>
/// ValueList&lt;LabelRule&gt; rules = [new("Needs a facilitator") { RedFlag = "no-active-facilitator/v1" }, new("At risk") { Below = 40 }, new("Quiet") { Reading = "shared-weeks/v1", Below = 0.25 }, new("Fine")];
/// </code></example>
/// <param name="Label">The label.</param>
public sealed record LabelRule([property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Label)
{
    /// <summary>Gets the red flag that must be raised.</summary>
    /// <value>An id; null, the default, for none.</value>
    public string? RedFlag { get; init; }

    /// <summary>Gets the verdict that there must be.</summary>
    /// <value>Null, the default, for any.</value>
    public HealthVerdict? Verdict { get; init; }

    /// <summary>Gets the reading that <see cref="AtLeast"/> and <see cref="Below"/> are about.</summary>
    /// <value>The id of an indicator; null, the default, for the score.</value>
    public string? Reading { get; init; }

    /// <summary>Gets the lowest value that fits.</summary>
    /// <value>In the unit of the reading; null, the default, for no limit.</value>
    public double? AtLeast { get; init; }

    /// <summary>Gets the value below which it fits.</summary>
    /// <value>In the unit of the reading, above <see cref="AtLeast"/>; null, the default, for no limit.</value>
    public double? Below { get; init; }

    /// <summary>Returns the first rule that fits a report.</summary>
    /// <param name="rules">The rules, in the order in which they are tried.</param>
    /// <param name="report">The report.</param>
    /// <returns>The rule; null when none fits. O(rules × readings).</returns>
    public static LabelRule? FirstFor(IEnumerable<LabelRule> rules, HealthReport report)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(report);
        return rules.FirstOrDefault(r => r.Fits(report));
    }

    /// <summary>Returns what is wrong with the rule.</summary>
    /// <returns>Every fault, empty when there is none: <c>label.blank</c>, <c>label.range</c>.</returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Label), "label.blank", "A label is no blank text.");
        guards.Require(AtLeast is not { } low || Below is not { } high || low < high, "label.range", FormattableString.Invariant($"The rule for '{Label}' fits nothing: what is at least {AtLeast} is not below {Below}."));
        return guards.Unmet;
    }

    private bool Fits(HealthReport report)
    {
        double? value = Reading is null ? report.Score : report.Indicators.FirstOrDefault(i => i.Info.Id == Reading)?.Value;
        return (RedFlag is null || report.Flags.Any(f => f.Id == RedFlag && f.Status == RedFlagStatus.Raised))
            && (Verdict is null || report.Verdict == Verdict)
            && ((Reading is null && AtLeast is null && Below is null) || (value is { } number && !(number < AtLeast) && !(number >= Below)));
    }
}
