using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The indicators that the library brings along.</summary>
public static class StandardIndicators
{
    /// <summary>Gets one of each, in the order in which a report shows them.</summary>
    /// <value>Stateless instances; hosts may pass this list on, shortened or with their own added.</value>
    public static ValueList<IHealthIndicator> All { get; } =
    [
        new Contributors(),
        new MemberParticipation(),
        new TopContributorsShare(),
        new ContributionGini(),
        new MemberGini(),
        new ContributorAbsenceFactor(),
        new AnswerAbsenceFactor(),
        new HostingAbsenceFactor(),
        new CurationAbsenceFactor(),
        new DepartmentElephantFactor(),
        new LevelShares(),
        new MemberInitiated(),
        new AnsweredInTime(),
        new FirstAnswerMedian(),
        new MeanWaitForAnswer(),
        new UnansweredQuestions(),
        new BacklogAge(),
        new ClosureRatio(),
        new AnswerAcceptance(),
        new NewcomerActivation(),
        new FirstContributionMedian(),
        new NewcomerWelcome(),
        new NewcomerEarlyReturn(),
        new NewcomerReturn(),
        new NewcomerStay(),
        new MemberTenure(),
        new InactiveContributors(),
        new WeeklyStickiness(),
        new Momentum(),
        new NetworkDensity(),
        new DegreeCentralization(),
        new FacilitatorRemoval(),
        new TieReciprocity(),
        new Isolates(),
        new CrossDepartmentTies(),
        new CrossLocationTies(),
        new DepartmentModularity(),
        new BridgingMembers(),
        new StructuralCore(),
        new InnermostCoreShare(),
        new TieTransitivity(),
        new ActiveFacilitators(),
        new FacilitatorLoad(),
    ];
}
