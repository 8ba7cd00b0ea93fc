using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class MergingAndSplittingTests
{
    private static readonly DateTimeOffset Later = World.Start.AddDays(60);

    [Fact]
    [Trait("Law", "36")]
    [Trait("Law", "41")]
    public void Merge_InvitesThoseWhoAreMissing_AndMakesNobodyAMember()
    {
        (CommunityRecord from, CommunityRecord into) = Two();
        PersonId dee = World.People[3], eva = World.People[4], fin = World.People[5];
        foreach (PersonId person in (PersonId[])[dee, eva, fin])
        {
            from.Join(person, Later);
        }

        into.Apply(new(Later, World.Host, Cause.Unstated, new MemberInvited(eva, Later.AddDays(30), null)));
        into.Members.Put(null, into.Members[fin] with { Status = MembershipStatus.Blocked });
        PersonId[] before = [.. Active(into)];
        MergeOutcome outcome = Merging.Decide(from, into, new(from.Id, into.Id), World.At(Later)).OrThrow();
        Assert.Equal(CommunityStatus.Active, from.Community.Status);
        from.Fold(outcome.From);
        into.Fold(outcome.Into);

        Assert.Equal([dee], outcome.Into.Select(c => c.Fact).OfType<MemberInvited>().Select(f => f.Person));
        Assert.Equal(before, Active(into));
        Assert.Equal(MembershipStatus.Blocked, into.Members[fin].Status);
        Assert.Empty(Active(from));
        Assert.Equal(6, from.Members.Count(MembershipStatus.Alumni));
        Assert.Empty(from.Members.Holders(Role.Facilitator));
        Assert.Equal(CommunityStatus.Merged, from.Community.Status);
        Assert.Equal(into.Id, from.Community.Lineage.MergedInto);
        Assert.Equal([from.Id], into.Community.Lineage.MergedFrom);
        Assert.Empty(into.Community.MergesApproved);
        Assert.Null(from.Community.Charter);
        Assert.Single(from.Community.Charters);
        Assert.False(Merging.Decide(from, into, new(from.Id, into.Id), World.At(Later)).IsAccepted);
    }

    [Fact]
    public void Merge_NamesEveryUnmetGuard()
    {
        CommunityRecord from = World.Standing("a", CommunityStatus.Proposed), into = World.Standing("b", CommunityStatus.Dormant);
        into.Apply(new(Later, World.Host, Cause.Unstated, new ParentSet(from.Id)));
        into.Members.Put(into.Members[World.People[0]], into.Members[World.People[0]] with { Roles = [] });
        MergeInto merge = new(from.Id, into.Id);

        Assert.Equal(
            ["community.not-active-or-dormant", "lineage.ancestors-unknown", "merge.into-no-facilitator", "merge.into-not-active", "merge.not-approved", "record.time"],
            Merging.Decide(from, into, merge, World.At(Later.AddTicks(-1))).Codes().Order());
        Surroundings around = new() { Ancestry = new(into.Id, [from.Id]) };
        Assert.Contains("lineage.circle", Merging.Decide(from, into, merge, World.At(Later, around: around)).Codes());
        Assert.Equal(["merge.self"], Merging.Decide(into, into, new(into.Id, into.Id), World.At(Later)).Codes());
        Assert.Throws<ArgumentException>(() => Merging.Decide(into, from, merge, World.At(Later)));
        Assert.Throws<ArgumentException>(() => from.Decide(merge, World.At(Later)));
    }

    [Fact]
    [Trait("Law", "40")]
    public void Closing_KeepsEverything_AndPeopleBecomeAlumni()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        PersonId dee = World.People[3];
        record.Apply(new(Later, World.Host, Cause.Unstated, new MemberInvited(dee, Later.AddDays(30), null)));
        LegacyPlan open = new([new("wiki", LegacyDestination.Undecided), new("forum", LegacyDestination.Undecided)], "To be said.");
        record.Must(new AnnounceClosing(record.Id, "Done.", open), Later);
        DecisionContext early = World.At(Later.AddDays(13), around: new() { OpenItems = ["question 7"] });

        Assert.Equal(
            ["closing.no-thanks", "closing.window-open", "legacy.item-open", "legacy.item-open", "legacy.item-unplanned"],
            record.Decide(new CloseCommunity(record.Id, string.Empty), early).Codes().Order());
        Assert.Equal(["legacy.item-dropped"], record.Decide(new AmendLegacyPlan(record.Id, new([open.Items[0]], "Less.")), early).Codes());
        record.Must(new AmendLegacyPlan(record.Id, new([new("wiki", LegacyDestination.Archived), new("forum", LegacyDestination.Community, new("b"))], "Said.")), Later.AddDays(1));
        ValueList<Change> changes = record.Do(new CloseCommunity(record.Id, "Thank you."), World.At(Later.AddDays(14))).OrThrow();

        Assert.IsType<CommunityClosed>(changes[0].Fact);
        Assert.Equal(3, record.Members.Count(MembershipStatus.Alumni));
        Assert.Equal(MembershipStatus.None, record.Members[dee].Status);
        Assert.Empty(record.Members.Holders(Role.Facilitator));
        Assert.Equal(2, record.Community.Closing!.Plan.Items.Count);
        Assert.Equal(Later.AddDays(14), record.Community.Charters[0].Until);
        record.Must(new ReopenCommunity(record.Id, dee, "Again.", []) { Interested = [dee] }, Later.AddDays(20));
        Assert.Equal((CommunityStatus.Proposed, 1), (record.Community.Status, record.Community.PastClosings.Count));
        Assert.Equal(record.Community.Charters[0].Domain, record.Community.Domain);
        Assert.Equal([dee], record.Community.Proposal!.Interested);
    }

    [Fact]
    [Trait("Law", "36")]
    public void Split_ProposesTheChild_AndLetsEverybodyChoose()
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active), child = new(new("c"));
        SplitCommunity split = new(parent.Id, child.Id, "Testing", World.People[1], World.Terms("testing"), SplitMode.Specialise) { FirstGathering = Later };
        SplitOutcome outcome = Splitting.Decide(parent, child, split, World.At(Later)).OrThrow();
        parent.Fold(outcome.Parent);
        child.Fold(outcome.Child);

        Assert.Equal(CommunityStatus.Proposed, child.Community.Status);
        Assert.Equal(["community.no-facilitator", "community.too-few-members"], outcome.StillMissing.Select(r => r.Code));
        Assert.Equal(3, child.Members.Count(MembershipStatus.Invited));
        Assert.Equal(3, parent.Members.Count(MembershipStatus.Active));
        Assert.Equal(["agile", "testing"], parent.Community.Domain!.Topics.Select(t => t.Topic.Text));
        Assert.Equal((parent.Id, child.Id), (child.Community.Lineage.SplitFrom!.Value, parent.Community.Lineage.SplitInto[0]));
        Assert.Contains("split.child-exists", Splitting.Decide(parent, child, split, World.At(Later)).Codes());
    }

    [Fact]
    [Trait("Law", "40")]
    public void Partition_MovesTopics_ToAChildThatPassesC2InTheSameDecision()
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active), child = World.Standing("c", CommunityStatus.Proposed);
        SplitCommunity split = new(parent.Id, child.Id, "Testing", World.People[0], World.Terms("testing"), SplitMode.Partition);
        SplitOutcome outcome = Splitting.Decide(parent, child, split, World.At(Later)).OrThrow();
        parent.Fold(outcome.Parent);
        child.Fold(outcome.Child);

        Assert.Equal(CommunityStatus.Chartered, child.Community.Status);
        Assert.Equal(["launch.no-gathering"], outcome.StillMissing.Select(r => r.Code));
        Assert.Equal(["testing"], child.Community.Domain!.Topics.Select(t => t.Topic.Text));
        Assert.Equal(["agile"], parent.Community.Domain!.Topics.Select(t => t.Topic.Text));
        Assert.Equal(1.0, parent.Community.Domain!.Topics[0].Weight);
        Assert.Equal((2, 1), (parent.Community.Charters.Count, parent.Community.Charters.Count(c => c.Until is null)));
    }

    [Fact]
    [Trait("Law", "35")]
    public void Partition_WithoutAChildThatPassesC2_IsRefused_NamingEveryUnmetGuard()
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active), child = World.Standing("c", CommunityStatus.Proposed), group = new(new("g"));
        SplitCommunity split = new(parent.Id, child.Id, "Testing", World.People[0], World.Terms("testing"), SplitMode.Partition);
        DecisionContext strict = World.At(Later, Actor.Of(World.People[0])) with { Policies = PolicySet.Default with { Community = new() { CharterNeedsApproval = true } } };

        Assert.Equal(["split.child-no-facilitator"], Splitting.Decide(parent, new(child.Id), split, World.At(Later)).Codes());
        Assert.Equal(["split.child-no-facilitator", "split.child-no-approval"], Splitting.Decide(parent, new(child.Id), split, strict).Codes());
        Assert.Equal(["split.child-no-approval"], Splitting.Decide(parent, child, split, strict).Codes());
        child.Must(new ApproveCharter(child.Id, split.Terms), Later);
        Assert.True(Splitting.Decide(parent, child, split, strict).IsAccepted);

        // a working group keeps its kind, and needs what its kind needs
        group.Must(World.Proposal(group.Id) with { Kind = CommunityKind.WorkingGroup }, World.Start);
        Assert.Equal(
            ["charter.exit-criteria-missing", "split.child-no-facilitator"],
            Splitting.Decide(parent, group, split with { Child = group.Id }, World.At(Later)).Codes());
    }

    [Fact]
    public void Split_LaunchesAChildThatHasGatheredItsPeople()
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active), child = World.Standing("c", CommunityStatus.Proposed);
        CharterTerms terms = World.Terms("agile", "testing", "retros");
        SplitCommunity split = new(parent.Id, child.Id, "Retros", World.People[0], terms, SplitMode.Specialise) { FirstGathering = Later };
        Assert.Equal(["split.child-exists"], Splitting.Decide(parent, child, split, World.At(Later, Actor.Of(World.People[1]))).Codes());
        SplitOutcome outcome = Splitting.Decide(parent, child, split, World.At(Later)).OrThrow();
        child.Fold(outcome.Child);

        Assert.Equal(CommunityStatus.Active, child.Community.Status);
        Assert.Empty(outcome.StillMissing);
        Assert.IsType<CommunitySplit>(Assert.Single(outcome.Parent).Fact);
        Assert.DoesNotContain(outcome.Child, c => c.Fact is MemberInvited);
        Assert.Equal(["community.too-few-members"], Splitting.Decide(parent, World.Standing("c", CommunityStatus.Proposed), split, World.At(Later) with
        {
            Policies = PolicySet.Default with { Community = new() { MinMembers = 4 } },
        }).OrThrow().StillMissing.Select(r => r.Code));
    }

    [Theory]
    [InlineData(SplitMode.Partition, "split.topic-not-of-parent", "zen")]
    [InlineData(SplitMode.Partition, "split.nothing-left", "agile", "testing")]
    [InlineData(SplitMode.Specialise, "split.no-shared-topic", "zen")]
    [InlineData(SplitMode.Specialise, "split.same-domain", "testing", "agile")]
    public void Split_ChecksTheTopics(SplitMode mode, string code, params string[] topics)
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active);

        Assert.Equal([code], Splitting.Decide(parent, World.Standing("c", CommunityStatus.Proposed), new(parent.Id, new("c"), "C", World.People[0], World.Terms(topics), mode), World.At(Later)).Codes());
    }

    [Theory]
    [InlineData("", "", "split.same-domain")]
    [InlineData("", "beginners", null)]
    [InlineData("beginners", "beginners", "split.same-domain")]
    [InlineData("beginners", "", "split.same-domain")]
    [InlineData("beginners", "experts", null)]
    public void TheSameTopics_AreSpecialised_OnlyByAScopeOfItsOwn(string ofParent, string ofChild, string? code)
    {
        CharterTerms Scoped(string scope) => World.Terms() with { Domain = World.Domain("agile", "testing") with { ScopeIn = scope.Length == 0 ? [] : [scope] } };
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active, "zen"), child = World.Standing("c", CommunityStatus.Proposed);
        parent.Must(new AdoptCharter(parent.Id, Scoped(ofParent)), Later);

        Assert.Equal(code is null ? [] : [code], Splitting.Decide(parent, child, new(parent.Id, child.Id, "C", World.People[0], Scoped(ofChild), SplitMode.Specialise), World.At(Later)).Codes());
    }

    [Theory]
    [InlineData(CommunityStatus.None, true, true)]
    [InlineData(CommunityStatus.Proposed, true, true)]
    [InlineData(CommunityStatus.Proposed, false, false)]
    [InlineData(CommunityStatus.Rejected, true, false)]
    [InlineData(CommunityStatus.Chartered, true, false)]
    [InlineData(CommunityStatus.Dormant, true, false)]
    public void Child_IsNew_OrProposedByWhoSplits(CommunityStatus status, bool byTheProposer, bool young)
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active), child = World.Standing("c", status);
        SplitCommunity split = new(parent.Id, child.Id, "C", World.People[0], World.Terms("testing"), SplitMode.Specialise);

        Assert.Equal(young ? [] : ["split.child-exists"], Splitting.Decide(parent, child, split, World.At(Later, Actor.Of(World.People[byTheProposer ? 0 : 1]))).Codes());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ChildThatLivedBefore_OrWasSplitOff_IsNotYoung(bool splitOff)
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active), child = World.Standing("c", splitOff ? CommunityStatus.Proposed : CommunityStatus.Closed);
        if (splitOff)
        {
            child.Apply(new(Later, World.Host, Cause.Unstated, new CommunitySplitOff(new("z"))));
        }
        else
        {
            child.Must(new ReopenCommunity(child.Id, World.People[0], "Again.", []), Later);
        }

        Assert.Equal(["split.child-exists"], Splitting.Decide(parent, child, new(parent.Id, child.Id, "C", World.People[0], World.Terms("testing"), SplitMode.Specialise), World.At(Later)).Codes());
    }

    private static (CommunityRecord From, CommunityRecord Into) Two()
    {
        CommunityRecord from = World.Standing("a", CommunityStatus.Active), into = World.Standing("b", CommunityStatus.Active);
        into.Must(new ApproveMerge(into.Id, from.Id), World.Start.AddDays(30));
        return (from, into);
    }

    private static IEnumerable<PersonId> Active(CommunityRecord record) => record.Members.All.Where(m => m.Status == MembershipStatus.Active).Select(m => m.Person).Order();
}
