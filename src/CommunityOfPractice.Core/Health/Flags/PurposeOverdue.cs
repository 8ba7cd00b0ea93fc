using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>The last review of the purpose is more than twice the cadence ago: more than one whole cadence has passed since the review was due.</summary>
internal sealed class PurposeOverdue : IRedFlag
{
    public string Id => "purpose-overdue/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts)
    {
        if (facts.PurposeReviewDue is not { } due || facts.PurposeReviewCadence is not { } cadence)
        {
            return Flag(RedFlagStatus.NotApplicable, "The data do not say when the purpose is to be reviewed.");
        }

        return evidence.AsOf - due > cadence ? Flag(RedFlagStatus.Raised, FormattableString.Invariant($"The purpose should have been reviewed by {due.UtcDateTime:yyyy-MM-dd}, more than a whole cadence of {cadence.TotalDays:0} days ago."))
            : Flag(RedFlagStatus.Clear, "The purpose was reviewed within twice its cadence.");
    }

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "Purpose overdue", status, text);
}
