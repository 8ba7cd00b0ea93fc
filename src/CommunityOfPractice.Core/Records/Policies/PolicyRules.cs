using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The rules that come with the library.</summary>
public static class PolicyRules
{
    /// <summary>Gets the standard rules.</summary>
    /// <value>In the order in which they act on one day: who returns comes before who goes, dates before silence.</value>
    public static ValueList<IPolicyRule> Standard { get; } =
    [
        new EndBreak(),
        new ExpireInvitations(),
        new ExpireRequests(),
        new ResumePaused(),
        new ExpireNominations(),
        new EndMembershipTerms(),
        new EndRoleTerms(),
        new LapseInactive(),
        new AssessParticipation(),
        new ExpireProposal(),
        new PurposeReviewOverdue(),
        new FacilitationGraceRule(),
        new NoInteraction(),
    ];
}
