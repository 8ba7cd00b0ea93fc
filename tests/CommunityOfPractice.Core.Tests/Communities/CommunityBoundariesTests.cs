using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Communities;

/// <summary>Guards at their limits, and what outlives a change of status: what a mutation run found nobody asking for (docs/mutation.md).</summary>
public sealed class CommunityBoundariesTests
{
    private static readonly CommunityId Id = new("a");

    private static readonly DateTimeOffset Later = World.Start.AddDays(60);

    public static TheoryData<ValueList<LegacyItem>, string, string[]> Plans => new()
    {
        { [new("wiki", LegacyDestination.Archived), new("forum", LegacyDestination.Community, new("b"))], "All has a place.", [] },
        { [new("wiki", LegacyDestination.Archived)], " ", ["legacy.no-summary"] },
        { [new("wiki", LegacyDestination.Archived), new("", LegacyDestination.Archived)], "All.", ["legacy.item-unnamed"] },
        { [new("wiki", LegacyDestination.Archived), new("wiki", LegacyDestination.Finished)], "All.", ["legacy.item-twice"] },
        { [new("wiki", LegacyDestination.Community)], "All.", ["legacy.taken-over-by"] },
        { [new("wiki", LegacyDestination.Community, Id)], "All.", ["legacy.taken-over-by"] },
        { [new("wiki", LegacyDestination.Community, default(CommunityId))], "All.", ["legacy.taken-over-by"] },
        { [new("wiki", LegacyDestination.Archived, new("b"))], "All.", ["legacy.taken-over-by"] },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void LegacyPlan_IsChecked_WhenClosingIsAnnounced_AndWhenItIsAmended(ValueList<LegacyItem> items, string summary, string[] codes)
    {
        LegacyPlan plan = new(items, summary);

        Assert.Equal(codes, plan.Problems(Id).Select(p => p.Code));
        Assert.Equal(codes, World.Standing("a", CommunityStatus.Active).Do(new AnnounceClosing(Id, "It is done.", plan), World.At(Later)).Codes());
        Assert.Equal(codes, World.Standing("a", CommunityStatus.Closing).Do(new AmendLegacyPlan(Id, plan), World.At(Later)).Codes());
    }

    [Theory]
    [InlineData(-1, JoinPolicy.ByRequest, false)]
    [InlineData(0, JoinPolicy.Open, true)]
    [InlineData(0, JoinPolicy.ByRequest, true)]
    [InlineData(1, JoinPolicy.ByRequest, true)]
    [InlineData(1, JoinPolicy.Open, false)]
    [InlineData(10, JoinPolicy.ByRequest, true)]
    [InlineData(11, JoinPolicy.ByRequest, false)]
    public void Sponsors_AreFrom0To10_WherePeopleAsk(int sponsors, JoinPolicy policy, bool legal) =>
        Assert.Equal(legal ? [] : ["join.sponsors"], World.Standing("a", CommunityStatus.Active).Do(new SetJoinPolicy(Id, policy) { RequiredSponsors = sponsors }, World.At(Later)).Codes());

    [Fact]
    public void OneBlank_AmongMany_IsEnough()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);

        Assert.Equal(["join.question-blank"], record.Do(new SetJoinPolicy(Id, JoinPolicy.ByRequest) { Questions = ["Why?", " "] }, World.At(Later)).Codes());
        Assert.Equal(["field.no-name"], record.Do(new SetFields(Id, [new("a", "1"), new(" ", "2")]), World.At(Later)).Codes());
        Assert.Equal(["space.no-name"], record.Do(new SetSpaces(Id, [new(SpaceKind.Chat, "chat", null), new(SpaceKind.Chat, " ", null)]), World.At(Later)).Codes());
    }

    [Fact]
    public void Fields_AreKeptInTheOrderOfTheirNames()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        record.Must(new SetFields(Id, [new("b", "1"), new("a", "2"), new("c", "3")]), Later);

        Assert.Equal(["a", "b", "c"], record.Community.Fields.Select(f => f.Name));
    }

    [Fact]
    public void Summary_IsKept_AndMayBeLeftOut()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        record.Must(new RenameCommunity(Id, "A", "What we do."), Later);
        Assert.Equal("What we do.", record.Community.Summary);

        record.Must(new RenameCommunity(Id, "A", null!), Later);
        Assert.Equal(string.Empty, record.Community.Summary);
    }

    [Fact]
    public void Purpose_IsTheCharters_BeforeThatTheProposals()
    {
        Assert.Equal(string.Empty, new Community(Id).Purpose);
        Assert.Equal("To learn.", World.Standing("a", CommunityStatus.Proposed).Community.Purpose);
        Assert.Equal("To learn from each other.", World.Standing("a", CommunityStatus.Chartered).Community.Purpose);
    }

    [Fact]
    public void Pause_LastsAsLongAsThePolicySays_AndNotATickLonger()
    {
        DateTimeOffset latest = Later + CommunityPolicy.Default.LongestPause;

        Assert.Equal(["pause.too-long"], World.Standing("a", CommunityStatus.Active).Do(new PauseCommunity(Id, latest.AddTicks(1)), World.At(Later)).Codes());
        Assert.Empty(World.Standing("a", CommunityStatus.Active).Do(new PauseCommunity(Id, latest), World.At(Later)).Codes());
        Assert.Equal(["pause.until-past"], World.Standing("a", CommunityStatus.Active).Do(new PauseCommunity(Id, Later), World.At(Later)).Codes());
    }

    [Fact]
    public void Dormant_IsEligibleForClosing_FromTheVeryDayOn()
    {
        Community community = World.Standing("a", CommunityStatus.Dormant).Community;
        DateTimeOffset day = community.StatusSince!.Value + CommunityPolicy.Default.ClosableAfterDormancy;

        Assert.False(community.IsEligibleForClosing(day.AddTicks(-1), CommunityPolicy.Default));
        Assert.True(community.IsEligibleForClosing(day, CommunityPolicy.Default));
        Assert.Throws<ArgumentNullException>(() => community.IsEligibleForClosing(day, null!));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3653, true)]
    [InlineData(0.999, false)]
    [InlineData(3653.001, false)]
    public void Spans_AreFromOneDayToTenYears(double days, bool legal)
    {
        CommunityPolicy policy = CommunityPolicy.Default with { ProposalExpiry = TimeSpan.FromDays(days) };

        Assert.Equal(legal ? [] : ["policy.span"], policy.Problems().Select(p => p.Code));
    }

    [Fact]
    public void OneMember_IsEnough_WhereThePolicySaysSo()
    {
        Assert.Empty((CommunityPolicy.Default with { MinMembers = 1 }).Problems());
        Assert.Equal(["policy.min-members"], (CommunityPolicy.Default with { MinMembers = 0 }).Problems().Select(p => p.Code));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void FirstCharter_NeedsApproval_WhereThePolicyAsksForIt(bool needed, bool approved, bool legal)
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Proposed);
        DecisionContext context = World.At(Later, Actor.Of(World.People[1])) with { Policies = PolicySet.Default with { Community = CommunityPolicy.Default with { CharterNeedsApproval = needed } } };

        if (approved)
        {
            record.Must(new ApproveCharter(Id, World.Terms()), Later);
        }

        Assert.Equal(legal ? [] : ["charter.no-approval"], record.Do(new AdoptCharter(Id, World.Terms()), context).Codes());
    }

    [Theory]
    [InlineData(CommunityStatus.Active)]
    [InlineData(CommunityStatus.Dormant)]
    public void ClosingCalledOff_LeadsBackToWhereItBegan_AndOnlyTheActiveCheckIn(CommunityStatus from)
    {
        CommunityRecord record = World.Standing("a", from);
        record.Must(new AnnounceClosing(Id, "It is done.", World.Settled), Later);
        record.Must(new ObjectToClosing(Id, World.People[1], "I would go on.", WouldFacilitate: true), Later, Actor.Of(World.People[1]));
        record.Must(new CancelClosing(Id), Later.AddDays(1));

        Assert.Equal(from, record.Community.Status);
        Assert.Equal(from == CommunityStatus.Active ? Later.AddDays(1) + CommunityPolicy.Default.CheckInCadence : null, record.Community.NextCheckInOn);
    }

    [Fact]
    public void Objections_AreAnsweredAndWithdrawn_ForOnePersonOnly_AndOnlyThoseThatAreOpen()
    {
        PersonId ana = World.People[0], bo = World.People[1], cem = World.People[2];
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        record.Must(new AnnounceClosing(Id, "It is done.", World.Settled), Later);
        record.Must(new ObjectToClosing(Id, bo, "I like it.", WouldFacilitate: false), Later, Actor.Of(bo));
        Assert.Equal(["objection.none"], record.Do(new AnswerObjection(Id, bo, "Nobody has time."), World.At(Later)).Codes());
        record.Must(new ObjectToClosing(Id, bo, "I would go on.", WouldFacilitate: true), Later.AddHours(1), Actor.Of(bo));
        record.Must(new ObjectToClosing(Id, ana, "So would I.", WouldFacilitate: true), Later.AddHours(2), Actor.Of(ana));
        Assert.Equal(["objection.none"], record.Do(new AnswerObjection(Id, cem, "Nobody has time."), World.At(Later.AddHours(3))).Codes());
        Assert.Equal(["objection.none"], record.Do(new WithdrawObjection(Id, cem), World.At(Later.AddHours(3), Actor.Of(cem))).Codes());
        record.Must(new AnswerObjection(Id, bo, "Nobody has time."), Later.AddHours(4));

        Assert.Equal([null, Later.AddHours(4), null], record.Community.Closing!.Objections.Select(o => o.AnsweredOn));
        record.Must(new WithdrawObjection(Id, bo), Later.AddHours(5), Actor.Of(bo));

        Assert.Equal([Later.AddHours(5), null, null], record.Community.Closing!.Objections.Select(o => o.WithdrawnOn));
        Assert.Equal(["objection.none"], record.Do(new WithdrawObjection(Id, bo), World.At(Later.AddHours(6), Actor.Of(bo))).Codes());
        Assert.Equal(["objection.none"], record.Do(new AnswerObjection(Id, bo, "Again."), World.At(Later.AddHours(6))).Codes());
    }

    [Fact]
    public void StayingActive_KeepsWhatBelongsToBeingActive_AndLeavingEndsIt()
    {
        Community active = World.Standing("a", CommunityStatus.Active).Community with { PausedUntil = Later.AddDays(9) };
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        record.Must(new GiveDormancyNotice(Id, "Nobody has time."), Later);
        Change change = new(Later.AddDays(1), World.Host, Cause.Unstated, new CommunityResumed());

        Assert.Equal(Later.AddDays(9), active.To(CommunityStatus.Active, change).PausedUntil);
        Assert.Null(active.To(CommunityStatus.Dormant, change).PausedUntil);
        Assert.NotNull(record.Community.To(CommunityStatus.Active, change).DormancyNotice);
        Assert.Null(record.Community.To(CommunityStatus.Dormant, change).DormancyNotice);
    }

    [Theory]
    [InlineData(CommunityStatus.Active, true, false, false)]
    [InlineData(CommunityStatus.Proposed, false, true, false)]
    [InlineData(CommunityStatus.Dormant, false, false, true)]
    [InlineData(CommunityStatus.Closed, false, false, false)]
    public void WhatBelongsToAStatus_EndsWithIt(CommunityStatus to, bool active, bool approval, bool supporters)
    {
        Community full = World.Standing("a", CommunityStatus.Active).Community with
        {
            PausedUntil = Later,
            DormancyNotice = new(Later, Later, "Nobody has time."),
            FacilitationGrace = new(Later, null),
            NextCheckInOn = Later,
            MergesApproved = [new("b")],
            CharterApproval = new(World.Terms(), World.Host, Later),
            RevivalSupporters = [World.People[0]],
        };
        Community after = full.To(to, new(Later, World.Host, Cause.Unstated, new CommunityResumed()));

        Assert.Equal(
            (active, active, active, active, active, approval, supporters),
            (after.PausedUntil is not null, after.DormancyNotice is not null, after.FacilitationGrace is not null, after.NextCheckInOn is not null, after.MergesApproved.Count == 1, after.CharterApproval is not null, after.RevivalSupporters.Count == 1));
        Assert.Equal((to, Later), (after.Status, after.StatusSince!.Value));
    }

    [Fact]
    public void OneApproval_IsTakenBack_AndTheOthersStand()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        record.Must(new ApproveMerge(Id, new("c")), Later);
        record.Must(new ApproveMerge(Id, new("b")), Later);
        record.Must(new WithdrawMergeApproval(Id, new("b")), Later);

        Assert.Equal([new CommunityId("c")], record.Community.MergesApproved);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a\0b", false)]
    [InlineData("a", true)]
    public void CommunityId_IsParsedOrNot_WithoutThrowing(string? text, bool legal)
    {
        Assert.Equal(legal, CommunityId.TryParse(text, null, out CommunityId id));
        Assert.Equal(legal ? new CommunityId(text!) : default, id);
    }

    [Fact]
    public void TheEndOfTime_IsTheLatestDate() => Assert.Equal(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue.AddDays(-1).After(TimeSpan.FromDays(2)));

    [Fact]
    public void ALegacyPlan_WithADestinationThatThereIsNot_IsMisuse() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LegacyPlan([new LegacyItem("board", (LegacyDestination)99)], "In short.").Problems(new("agile")));
}
