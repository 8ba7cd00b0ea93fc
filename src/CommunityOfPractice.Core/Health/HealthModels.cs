using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The two models of a host: one for communities of which domain and practice are known, one for those of which only people and their activities are.</summary>
/// <remarks>
/// Immutable and compared by value. Which one is used follows from what the evidence knows and not from how it reads, so that a community is not measured by another yardstick because of a
/// weak quarter; the report names the version.
/// </remarks>
public sealed record HealthModels
{
    /// <summary>Creates a pair of models.</summary>
    /// <param name="standard">For communities of which domain and practice are known.</param>
    /// <param name="activity">For all others; the same model once more where there is to be only one.</param>
    public HealthModels(HealthModel standard, HealthModel activity)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(activity);
        Standard = standard;
        Activity = activity;
    }

    /// <summary>Gets the models that the library brings along.</summary>
    /// <value><see cref="HealthModel.Standard"/> and <see cref="HealthModel.Activity"/>.</value>
    public static HealthModels Shipped { get; } = new(HealthModel.Standard, HealthModel.Activity);

    /// <summary>Gets the model for communities of which domain and practice are known.</summary>
    /// <value>Never null.</value>
    [System.Text.Json.Serialization.JsonConverter(typeof(NeededJsonConverter<HealthModel>))]
    public HealthModel Standard { get; }

    /// <summary>Gets the model for all others.</summary>
    /// <value>Never null.</value>
    [System.Text.Json.Serialization.JsonConverter(typeof(NeededJsonConverter<HealthModel>))]
    public HealthModel Activity { get; }

    /// <summary>Returns the versions of the models: what may be used, where it is not said of which community.</summary>
    /// <returns>Both with a comma between, <see cref="Standard"/> first; one when they are the same.</returns>
    public string Versions() => Standard.Version == Activity.Version ? Standard.Version : $"{Standard.Version}, {Activity.Version}";

    /// <summary>Returns the model that fits what is known.</summary>
    /// <param name="evidence">The evidence about a community.</param>
    /// <returns><see cref="Standard"/> when the evidence knows domain and practice (<see cref="HealthEvidence.DomainKnown"/>, <see cref="HealthEvidence.PracticeKnown"/>), else <see cref="Activity"/>.</returns>
    public HealthModel For(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.DomainKnown && evidence.PracticeKnown ? Standard : Activity;
    }
}
