using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How a community is to be assessed, beside the model.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record AssessmentOptions
{
    /// <summary>Gets the options that are used when none are given.</summary>
    /// <value>Explained against "okay", without uncertainty, three steps of three points each.</value>
    public static AssessmentOptions Default { get; } = new();

    /// <summary>Gets what the score is explained against.</summary>
    /// <value>The default value is <see cref="HealthBaseline.Okay"/>. Where the community had no score then, "okay" is used and the report says so.</value>
    public HealthBaseline Baseline { get; init; }

    /// <summary>Gets how the uncertainty of the score is worked out.</summary>
    /// <value>Null, the default, leaves it out: then the report has no interval, and names no band, since nobody knows whether it is firm.</value>
    public UncertaintyOptions? Uncertainty { get; init; }

    /// <summary>Gets by how many points a next step should raise the score.</summary>
    /// <value>Above 0 and up to 100. The default value is 3.</value>
    public double StepGain { get; init; } = 3;

    /// <summary>Gets what the host knows that no evidence holds, for the red flags.</summary>
    /// <value>Nothing by default.</value>
    public FlagFacts Facts { get; init => field = value ?? new(); } = new();

    /// <summary>Gets the rules that give a report a label, tried in their order; the first that fits wins.</summary>
    /// <value>None by default: then the report has no label beside its band.</value>
    [JsonConverter(typeof(ValueListJsonConverter<LabelRule>))]
    public ValueList<LabelRule> Labels { get; init => field = value ?? []; } = [];

    /// <summary>Gets the report that was published before, which the host keeps, for the differencing guard.</summary>
    /// <value>
    /// Null, the default, for none. Beside it guarded readings (<see cref="SmallGroupGuard"/>) are withheld (<c>group.held</c>) whose number of people changed by fewer than the smallest group, and count in no
    /// score; unguarded ones are not. It is of the same community.
    /// </value>
    public HealthReport? Published { get; init; }

    /// <summary>Returns everything that is wrong with the options.</summary>
    /// <returns>Reasons with the codes <c>baseline.unknown</c>, <c>step.gain</c> and those of <see cref="UncertaintyOptions.Problems"/> and <see cref="LabelRule.Problems"/>; empty when nothing is.</returns>
    public ValueList<Reason> Problems()
    {
        List<Reason> problems = [.. Uncertainty?.Problems() ?? []];
        if (!Enum.IsDefined(Baseline))
        {
            problems.Add(new("baseline.unknown", $"'{(int)Baseline}' is no baseline."));
        }

        if (!(StepGain is > 0 and <= 100))
        {
            problems.Add(new("step.gain", "A step raises the score by more than 0 and at most 100 points."));
        }

        problems.AddRange(Labels.SelectMany(l => l.Problems()));
        return problems.ToValueList();
    }
}
