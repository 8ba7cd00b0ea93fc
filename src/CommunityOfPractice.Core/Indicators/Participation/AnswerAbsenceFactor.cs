namespace CommunityOfPractice.Core.Indicators;

/// <summary>The smallest number of people who together did at least half of the answers of the window.</summary>
/// <remarks>
/// Answers are answers, and replies to a question. Range: 1 to n. Little data: insufficient without one in the window; not
/// applicable when there never was one. Context only; higher is safer. O(events). Source: CHAOSS, Contributor Absence Factor.
/// </remarks>
public sealed class AnswerAbsenceFactor : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "absence-factor-answers/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Absence factor of answers",
        "people",
        "How many people would have to stay away until half of the answers are gone.")
    {
        Chaoss = "Contributor Absence Factor",
        NextStep = "Invite two more people by name to answer, each on a topic of their own.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Deeds.Answers.AbsenceFactor("answers", "answers.none", "Nobody ever answered anything here.");
    }
}
