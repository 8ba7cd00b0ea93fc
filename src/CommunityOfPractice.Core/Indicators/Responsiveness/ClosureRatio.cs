using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Questions whose first answer by another person, or whose withdrawal, came in the window, over questions asked in the window.</summary>
/// <remarks>
/// Questions of before the window count when they were closed in it. Range: 0 upwards. Details: opened, closed. Little data:
/// insufficient without a question asked in the window; not applicable when no question was ever asked, or no answer says what it answers. Context only. O(events).
/// Source: CHAOSS, Change Request Closure Ratio.
/// </remarks>
public sealed class ClosureRatio : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "closure-ratio/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Questions closed for each one opened",
        "ratio",
        "How many questions were answered or taken back for each one asked in the window: below 1 the pile grows, above 1 it shrinks.")
    {
        Chaoss = "Change Request Closure Ratio",
        NextStep = "Take an hour a week for old questions, two people together.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (AskedQuestions.Untold(evidence) is { } untold)
        {
            return untold;
        }

        int opened = evidence.Deeds.Opened, closed = evidence.Deeds.Closed;
        return opened == 0
            ? Reading.Insufficient("questions asked in the window", 0, 1)
            : new(new Measurement.Value((double)closed / opened, opened)) { Details = [new("opened", opened), new("closed", closed)] };
    }
}
