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
        new TopContributorsShare(),
        new ContributionGini(),
        new ContributorAbsenceFactor(),
        new MemberInitiated(),
        new AnsweredInTime(),
        new FirstAnswerMedian(),
        new NewcomerActivation(),
        new NewcomerWelcome(),
        new NewcomerReturn(),
        new Momentum(),
        new TieReciprocity(),
        new Isolates(),
        new CrossDepartmentTies(),
        new ActiveFacilitators(),
        new FacilitatorLoad(),
        new RhythmKept(),
        new GatheringBurstiness(),
        new ActivityBurstiness(),
        new PromisesKept(),
        new GatheringReach(),
        new RepeatAttendance(),
        new HostDiversity(),
        new DaytimeInclusion(),
        new FormalShare(),
        new MemberGrowth(),
        new LadderClimb(),
        new PurposeFreshness(),
        new CharterCompleteness(),
        new SponsorPresent(),
        new ArtifactFreshness(),
        new ArtifactReuse(),
        new CrossDepartmentReuse(),
        new OrphanedArtifacts(),
        new ValueStories(),
        new DepartmentDiversity(),
        new LocationDiversity(),
        new DepartmentRepresentativeness(),
        new LocationRepresentativeness(),
    ];
}
