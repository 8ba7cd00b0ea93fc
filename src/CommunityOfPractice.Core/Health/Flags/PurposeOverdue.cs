using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The last review of the purpose, or the charter where there was none yet, is more than twice the review cadence old.</summary>
internal sealed class PurposeOverdue : IRedFlag
{
    public string Id => "purpose-overdue/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts)
    {
        Reading reading = new PurposeFreshness().Read(evidence);
        if (reading.Measurement is not Measurement.Value)
        {
            return Flag(RedFlagStatus.NotApplicable, "The data do not say when the purpose was last reviewed.");
        }

        double age = reading.Details[0].Number, cadence = reading.Details[1].Number;
        return age > 2 * cadence
            ? Flag(RedFlagStatus.Raised, FormattableString.Invariant($"The purpose was last looked at {age:0} days ago, more than twice its cadence of {cadence:0} days."))
            : Flag(RedFlagStatus.Clear, "The purpose was looked at within twice its cadence.");
    }

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "Purpose overdue", status, text);
}
