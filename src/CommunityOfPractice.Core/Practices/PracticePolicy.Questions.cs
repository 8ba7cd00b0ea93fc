using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <content>The numbers about questions.</content>
public sealed partial record PracticePolicy
{
    /// <summary>Gets how long a question waits for a first answer before it is escalated.</summary>
    /// <value>
    /// From one hour to one year; the default value is 48 hours: a choice of this library, the same two days as in the measure
    /// <c>answered-48h/v1</c>.
    /// </value>
    public TimeSpan EscalateAfter { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Gets who is told of a question that has waited so long.</summary>
    /// <value>A role; the default value is <see cref="EscalationTarget.Facilitators"/>: they connect people (CDC's guide).</value>
    public EscalationTarget EscalateTo { get; init; }

    private void QuestionProblems(Guards guards)
    {
        guards.Require(EscalateAfter >= TimeSpan.FromHours(1) && EscalateAfter <= TimeSpan.FromDays(365), "policy.practice.escalate-after", "A question waits from one hour to one year before it is escalated.");
        guards.Require(EscalateTo <= EscalationTarget.Sponsor, "policy.practice.escalate-to", "A rule escalates to a role, not to somebody who would have to be named.");
    }
}
