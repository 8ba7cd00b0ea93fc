using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What each standard indicator reads: one row an indicator, by id.</summary>
/// <remarks>
/// Tests fail when a standard indicator has no row, when a reading changes with acts, replies, roles, memberships, attributes or records that its row does not name (over
/// random small communities, each taken away as a whole and in half), and when nothing changes a reading that its row names. Where all acts are named, because it matters
/// who took part at all, that is not held against single ones.
/// </remarks>
public static class StandardSources
{
    private static readonly ValueList<Act> Contributions = Enum.GetValues<Act>().Where(a => a.IsContribution()).ToValueList();
    private static readonly ValueList<Act> Everything = Enum.GetValues<Act>().ToValueList();
    private static readonly ValueList<Act> Organising = Enum.GetValues<Act>().Where(a => a.IsOrganising()).ToValueList();

    private static readonly ValueList<Act> Starting = [Act.Ask, Act.Host, Act.Post];
    private static readonly ValueList<Act> Questioning = [Act.Ask, Act.Answer, Act.Reply, Act.Withdraw];
    private static readonly ValueList<Act> Gathering = [Act.Attend, Act.Host];

    private static readonly ReadingSources Spread = new(Contributions) { Group = ReadingGroup.People };
    private static readonly ReadingSources Questions = new(Questioning) { Replies = true };
    private static readonly ReadingSources Joining = new(Contributions) { Memberships = true, Roles = true, Group = ReadingGroup.People };
    private static readonly ReadingSources Returning = new(Everything) { Memberships = true, Roles = true, Group = ReadingGroup.People };
    private static readonly ReadingSources Ties = new(Everything) { Replies = true, Memberships = true, Roles = true };
    private static readonly ReadingSources Network = Ties with { Group = ReadingGroup.People };
    private static readonly ReadingSources Domain = new([]) { Records = [ReadingRecord.Community], Group = ReadingGroup.Nobody };
    private static readonly ReadingSources Shelf = new([]) { Records = [ReadingRecord.Community, ReadingRecord.Artifacts] };

    private static readonly Dictionary<string, ReadingSources> Rows = new(StringComparer.Ordinal)
    {
        [Contributors.Id] = new(Contributions) { CountsPeople = true, PeopleDetails = ["once", "twoToFour", "fiveOrMore"], PartsOfTheWhole = true },
        [MemberParticipation.Id] = Joining with { PeopleDetails = ["silent", "some", "many"], PartsOfTheWhole = true },
        [TopContributorsShare.Id] = Spread,
        [ContributionGini.Id] = Spread,
        [MemberGini.Id] = Joining,
        [ContributorAbsenceFactor.Id] = Spread,
        [CappedAbsenceFactor.Id] = Spread,
        [AnswerAbsenceFactor.Id] = new([Act.Answer, Act.Reply, Act.Ask]) { Replies = true, Group = ReadingGroup.People },
        [HostingAbsenceFactor.Id] = new([Act.Host]) { Group = ReadingGroup.Office },
        [CurationAbsenceFactor.Id] = new([Act.Curate]) { Group = ReadingGroup.People },
        [DepartmentElephantFactor.Id] = new(Contributions) { Attributes = ["department"] },
        [EffectiveContributors.Id] = new(Contributions),
        [NewContributors.Id] = Spread,
        [SharedWeeks.Id] = new(Contributions) { Records = [ReadingRecord.Community] },
        [LevelShares.Id] = Joining with { Replies = true, PeopleDetails = ["core", "active", "peripheral"], PartsOfTheWhole = true },
        [MemberInitiated.Id] = new(Starting) { Replies = true, Roles = true },
        [MemberInitiatedWeeks.Id] = new(Starting) { Replies = true, Roles = true },
        [AnsweredInTime.Id] = Questions,
        [FirstAnswerMedian.Id] = Questions,
        [MeanWaitForAnswer.Id] = Questions,
        [UnansweredQuestions.Id] = Questions,
        [BacklogAge.Id] = Questions,
        [ClosureRatio.Id] = Questions,
        [AnswerAcceptance.Id] = new([Act.Ask, Act.Answer, Act.Reply]) { Replies = true, Records = [ReadingRecord.AcceptedAnswers] },
        [NewcomerActivation.Id] = Joining,
        [FirstContributionMedian.Id] = Joining with { PeopleDetails = ["newcomers", "contributed"] },
        [NewcomerWelcome.Id] = Network,
        [NewcomerEarlyReturn.Id] = Returning,
        [NewcomerReturn.Id] = Returning,
        [NewcomerStay.Id] = Returning with { PeopleDetails = ["incomplete"] },
        [MemberTenure.Id] = new([]) { Memberships = true, Group = ReadingGroup.People, PeopleDetails = ["members", "left"] },
        [InactiveContributors.Id] = Joining with { CountsPeople = true, PeopleDetails = ["earlier", "gone"] },
        [WeeklyStickiness.Id] = new(Everything) { Group = ReadingGroup.People, PeopleDetails = ["monthly"] },
        [Momentum.Id] = new(Contributions) { Records = [ReadingRecord.Community], PeopleDetails = ["lastWeek"] },
        [NetworkDensity.Id] = Ties with { PeopleDetails = ["people"] },
        [DegreeCentralization.Id] = Network with { PeopleDetails = ["mostTies"] },
        [FacilitatorRemoval.Id] = Network with { PeopleDetails = ["others"] },
        [TieReciprocity.Id] = Ties,
        [Isolates.Id] = Network with { PeopleDetails = ["newcomers", "newcomersWithout", "others", "othersWithout"] },
        [CrossDepartmentTies.Id] = Ties with { Attributes = ["department"] },
        [CrossLocationTies.Id] = Ties with { Attributes = ["location"] },
        [DepartmentModularity.Id] = Ties with { Attributes = ["department"] },
        [BridgingMembers.Id] = Network with { Attributes = ["department"], CountsPeople = true },
        [StructuralCore.Id] = Network with { PeopleDetails = ["core"] },
        [InnermostCoreShare.Id] = Network with { PeopleDetails = ["people"] },
        [TieTransitivity.Id] = Ties,
        [ActiveFacilitators.Id] = new(Contributions) { Memberships = true, Roles = true, Group = ReadingGroup.Office },
        [FacilitatorLoad.Id] = new(Organising) { Roles = true, Group = ReadingGroup.Office },
        [RhythmKept.Id] = new(Gathering) { Records = [ReadingRecord.Community, ReadingRecord.Gatherings], Group = ReadingGroup.Nobody },
        [GatheringBurstiness.Id] = new(Gathering) { Records = [ReadingRecord.Gatherings], Group = ReadingGroup.Nobody },
        [ActivityBurstiness.Id] = new(Contributions),
        [PromisesKept.Id] = new([Act.Attend]) { Records = [ReadingRecord.Gatherings], Group = ReadingGroup.People },
        [GatheringReach.Id] = new([Act.Attend]) { Memberships = true, Roles = true, Records = [ReadingRecord.Gatherings], Group = ReadingGroup.People, PeopleDetails = ["attendees", "guests"] },
        [RepeatAttendance.Id] = new([Act.Attend]) { Records = [ReadingRecord.Gatherings], Group = ReadingGroup.People },
        [HostDiversity.Id] = new(Gathering) { Records = [ReadingRecord.Gatherings], Group = ReadingGroup.Office },
        [DaytimeInclusion.Id] = new(Gathering) { Memberships = true, Roles = true, Attributes = ["timeZone"], Records = [ReadingRecord.Gatherings], Group = ReadingGroup.People },
        [OutOfHours.Id] = new(Contributions) { Attributes = ["timeZone"], Group = ReadingGroup.People },
        [FormalShare.Id] = new([.. Contributions, Act.Attend]) { Records = [ReadingRecord.Formality, ReadingRecord.Gatherings] },
        [MemberGrowth.Id] = new([]) { Memberships = true, Roles = true, Group = ReadingGroup.People, PeopleDetails = ["joined", "left", "cameAndWent", "atStart"] },
        [LadderClimb.Id] = Network with { WithheldDetails = [.. LadderClimb.RungDetails] },
        [PurposeFreshness.Id] = Domain,
        [CharterCompleteness.Id] = Domain,
        [SponsorPresent.Id] = Domain with { Roles = true, Group = ReadingGroup.Office },
        [ArtifactFreshness.Id] = Shelf with { Acts = Starting, Replies = true, Roles = true, Group = ReadingGroup.Nobody },
        [ArtifactReuse.Id] = Shelf,
        [CrossDepartmentReuse.Id] = Shelf with { Attributes = ["department"] },
        [OrphanedArtifacts.Id] = Shelf with { Memberships = true, Roles = true, Group = ReadingGroup.Nobody },
        [ValueStories.Id] = new([]) { Records = [ReadingRecord.Stories], Group = ReadingGroup.Nobody },
        [DepartmentDiversity.Id] = Network with { Attributes = ["department"] },
        [LocationDiversity.Id] = Network with { Attributes = ["location"] },
        [DepartmentRepresentativeness.Id] = Network with { Attributes = ["department"], Records = [ReadingRecord.Organisation] },
        [LocationRepresentativeness.Id] = Network with { Attributes = ["location"], Records = [ReadingRecord.Organisation] },
    };

    /// <summary>Finds what a standard indicator reads.</summary>
    /// <param name="indicator">The id of the indicator.</param>
    /// <returns>Its sources; null for an indicator that is not a standard one.</returns>
    public static ReadingSources? Of(string indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Rows.GetValueOrDefault(indicator);
    }
}
