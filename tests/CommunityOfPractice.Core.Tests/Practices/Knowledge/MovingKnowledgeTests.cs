using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Workshop;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>I2 and law 40: nothing is lost when communities merge, split and close.</summary>
public sealed class MovingKnowledgeTests
{
    private static readonly ArtifactId Old = new("old"), Wrong = new("wrong");

    [Fact]
    [Trait("Law", "40")]
    public void Merge_MovesWhatTheCommunityAnswersFor_WithUsesLinksAndStories()
    {
        (CommunityRecord a, CommunityRecord b) = (Filled("a"), Of("b"));
        PersonId eva = World.People[4];
        a.Join(eva, Now);
        a.By(eva, Publish(a, new("hers")));
        a.By(Cem, Tell(a, Story));
        a.By(Cem, new ConsentToStory(a.Id, Story, Cem, 1));
        a.By(Cem, new PublishStory(a.Id, Story));
        MergeOutcome outcome = Merge(a, b, Now);

        Assert.Equal([Board, Guide, new("hers"), Old], b.Practice.Repertoire.Artifacts.Select(x => x.Id));
        Assert.All(b.Practice.Repertoire.Artifacts, x => Assert.Equal((a.Id, a.Id), (x.Origin, x.ReceivedFrom)));
        Assert.Equal((Cem, null), (b.The(Board).Steward, b.The(new ArtifactId("hers")).Steward));
        Assert.Equal([new ArtifactId("hers")], b.OrphanedArtifacts().Select(x => x.Id));
        Assert.Equal((ArtifactStatus.Superseded, Guide), (b.The(Old).Status, b.The(Old).SupersededBy));
        Assert.Equal(a.Practice.Repertoire.UsesOf(Board), b.Practice.Repertoire.UsesOf(Board));
        Assert.Equal((ArtifactStatus.Transferred, b.Id, null), (a.The(Board).Status, a.The(Board).MovedTo, a.The(Board).Steward));
        Assert.Equal(ArtifactStatus.Retired, a.The(Wrong).Status);
        Assert.Equal((StoryStatus.Published, Now), (b.The(Story).Status, b.The(Story).PublishedOn));
        Assert.Equal(a.The(Story).Claims, b.The(Story).Claims);
        Assert.Equal((StoryStatus.Transferred, b.Id), (a.The(Story).Status, a.The(Story).MovedTo));
        Assert.Equal(["artifact.moved"], a.Refused(new RecordUse(a.Id, Board, Cem), Actor.Of(Cem)));
        Assert.Equal(Wrong, ArtifactSearch.Follow(b.Id, Board, Wrong, id => id == a.Id ? a : b)!.Artifact.Id);
        Assert.Equal(new(b.Id, b.The(Guide)), ArtifactSearch.Find(a.Id, Guide, id => id == a.Id ? a : b));
        Assert.Null(ArtifactSearch.Find(a.Id, new("nowhere"), _ => a));
        Assert.Empty(RegistryFindings.OfArtifacts([a, b]));
        Assert.All(outcome.Into, c => Assert.Equal(c.Fact, FactJson.Read(FactJson.Write(Sealing.Seal(b.Id, 1, null, c.OccurredAt, c, "s"))).Change.Fact));
    }

    [Fact]
    public void Merge_IdsThatStandForSomethingElse_AreRefusedByName()
    {
        (CommunityRecord a, CommunityRecord b) = (Filled("a"), Of("b"));
        a.By(Cem, Tell(a, Story));
        b.By(Cem, Publish(b, Board));
        b.By(Cem, Publish(b, Old));
        b.By(Cem, new RetireArtifact(b.Id, Old, "Wrong."));
        b.By(Cem, Tell(b, Story));
        b.Must(new ApproveMerge(b.Id, a.Id), Now);
        Decision<MergeOutcome> decision = Merging.Decide(a, b, new(a.Id, b.Id), World.At(Now));

        Assert.Equal(["artifact.id-taken", "artifact.id-taken", "story.id-taken"], decision.Codes());
        Assert.Equal(["board", "old"], decision.Match(_ => [], r => r.Reasons.Select(x => x.Arguments![1]).Take(2).ToArray()));
        a.By(Cem, new RetireArtifact(a.Id, Board, "There is another."));
        a.By(Ana, new RetireArtifact(a.Id, Old, "There is another."));
        a.By(Cem, new WithdrawStory(a.Id, Story, "There is another."));
        Assert.True(Merging.Decide(a, b, new(a.Id, b.Id), World.At(Now)).IsAccepted);
    }

    [Theory]
    [InlineData(Visibility.Public, StoryStatus.Draft)]
    [InlineData(Visibility.Private, StoryStatus.Draft)]
    public void Merge_APublishedStory_IsNotShownToMorePeopleWithoutConsent(Visibility there, StoryStatus status)
    {
        (CommunityRecord a, CommunityRecord b) = (Of("a"), Of("b"));
        a.Must(new SetVisibility(a.Id, Visibility.Private, MemberListVisibility.Members), Now);
        b.Must(new SetVisibility(b.Id, there, MemberListVisibility.Members), Now);
        a.By(Cem, Tell(a, Story));
        a.By(Cem, new ConsentToStory(a.Id, Story, Cem, 1));
        a.By(Cem, new PublishStory(a.Id, Story));
        Merge(a, b, Now);

        Assert.Equal(status, b.The(Story).Status);
        Assert.Equal(status == StoryStatus.Draft ? [Cem] : [], b.The(Story).MissingConsents);
    }

    [Fact]
    public void Merge_AUseRecordedThreeTimes_IsMovedThreeTimes()
    {
        (CommunityRecord a, CommunityRecord b) = (Of("a"), Of("b"));
        a.By(Bo, Publish(a, Board));
        for (int i = 0; i < 3; i++)
        {
            a.Must(new RecordUse(a.Id, Board, Dee) { Department = "Sales" }, Now);
        }

        Merge(a, b, Now);
        Assert.Equal((3, 3), (b.Practice.Repertoire.UsesOf(Board).Count, b.Practice.Repertoire.ReuseOf(Board).Uses));
    }

    [Theory]
    [InlineData(SplitMode.Partition, "testing-only")]
    [InlineData(SplitMode.Specialise)]
    [Trait("Law", "40")]
    public void Split_MovesArtifactsAllOfWhoseTopicsMove(SplitMode mode, params string[] moved)
    {
        CommunityRecord parent = Of("a"), child = Of("c", CommunityStatus.Proposed);
        parent.By(Cem, Publish(parent, new("both"), "agile", "testing"));
        parent.By(Cem, Publish(parent, new("none")));
        parent.By(Cem, Publish(parent, new("testing-only"), "testing"));
        parent.By(Cem, Tell(parent, Story));
        SplitOutcome outcome = Splitting.Decide(parent, child, new(parent.Id, child.Id, "C", Ana, World.Terms("testing"), mode), World.At(Now)).OrThrow();
        parent.Fold(outcome.Parent);
        child.Fold(outcome.Child);

        Assert.Equal(moved, child.Practice.Repertoire.Artifacts.Select(x => x.Id.Text));
        Assert.Equal(moved, parent.Practice.Repertoire.Artifacts.Where(x => x.Status == ArtifactStatus.Transferred).Select(x => x.Id.Text));
        Assert.Empty(child.Practice.Repertoire.Stories);
        Assert.Empty(RegistryFindings.OfArtifacts([parent, child]));
        Assert.Equal(moved.Length == 0 ? [] : [Cem], child.Practice.Repertoire.Artifacts.Select(x => x.Steward!.Value));
    }

    [Fact]
    public void Proposal_ThatComesToNothing_ArchivesWhatItMade()
    {
        CommunityRecord record = Of("c", CommunityStatus.Proposed);
        record.By(Cem, Publish(record, Board));
        record.Must(new RejectProposal(record.Id, "No."), Now);
        Assert.Equal(ArtifactStatus.Archived, record.The(Board).Status);
    }

    [Fact]
    [Trait("Law", "40")]
    public void Close_EveryArtifactNeedsADestination_AndGoesThere()
    {
        (CommunityRecord a, CommunityRecord b) = (Filled("a"), Of("b"));
        a.By(Cem, Publish(a, new("done")));
        a.Must(new AnnounceClosing(a.Id, "It is done.", World.Settled), Now);
        DateTimeOffset late = Now.AddDays(20);
        CloseCommunity close = new(a.Id, "Thank you.");
        Assert.Equal(["legacy.item-unplanned", "legacy.item-unplanned", "legacy.item-unplanned"], a.Refused(close, World.Host, late));
        a.Must(new AmendLegacyPlan(a.Id, new([.. World.Settled.Items, new("board", LegacyDestination.Community, b.Id), new("done", LegacyDestination.Finished), new("guide", LegacyDestination.Undecided)], "Said.")), Now);
        Assert.Equal(["legacy.item-open", "legacy.receiver-unknown"], a.Refused(close, World.Host, late));
        a.Must(new AmendLegacyPlan(a.Id, new([.. World.Settled.Items, new("board", LegacyDestination.Community, b.Id), new("done", LegacyDestination.Finished), new("guide", LegacyDestination.Archived)], "Said.")), Now);
        Assert.Equal([b.Id], Closing.Receivers(a));
        Assert.Equal(["legacy.receiver-not-agreed"], Closing.Decide(a, [b], close, World.At(late)).Codes());
        Assert.Equal(["legacy.receiver-not-agreed", "legacy.receiver-not-living"], Closing.Decide(a, [World.Standing("b", CommunityStatus.Closed)], close, World.At(late)).Codes().Order());
        b.By(Ana, new AgreeToTakeOver(b.Id, a.Id));
        Assert.Equal(["takeover.agreed"], b.Refused(new AgreeToTakeOver(b.Id, a.Id), Actor.Of(Ana)));
        ClosingOutcome outcome = Closing.Decide(a, [b], close, World.At(late)).OrThrow();
        a.Fold(outcome.Changes);
        b.Fold(outcome.Takeovers.Single().Changes);

        Assert.Equal(CommunityStatus.Closed, a.Community.Status);
        Assert.Equal(
            [(Board, ArtifactStatus.Transferred), (new("done"), ArtifactStatus.Retired), (Guide, ArtifactStatus.Archived), (Old, ArtifactStatus.Archived), (Wrong, ArtifactStatus.Retired)],
            a.Practice.Repertoire.Artifacts.Select(x => (x.Id, x.Status)));
        Assert.Equal((ArtifactStatus.Published, Cem), (b.The(Board).Status, b.The(Board).Steward));
        Assert.Empty(b.Practice.Repertoire.TakesOverFrom);
        Assert.Empty(RegistryFindings.OfArtifacts([a, b]));
        Assert.DoesNotContain(RegistryFindings.In(a, late), f => f.Reason.Code.Contains("artifact", StringComparison.Ordinal));
        Assert.Empty(a.Refused(new RecordUse(a.Id, Guide, Dee), Actor.Of(Dee), late));
        Assert.Equal(["community.not-living"], a.Refused(new RestoreArtifact(a.Id, Guide), World.Host, late));
        a.Must(new ReopenCommunity(a.Id, Dee, "Again.", []), late);
        a.Must(new RestoreArtifact(a.Id, Guide), late);
        Assert.Equal((ArtifactStatus.Published, late), (a.The(Guide).Status, a.The(Guide).ConfirmedOn));
    }

    /// <summary>What comes back to where it was first is there once, with everything that was recorded elsewhere.</summary>
    [Fact]
    public void Returning_AnArtifactComesBack_WithItsUsesOnce()
    {
        (CommunityRecord a, CommunityRecord b) = (Filled("a"), Of("b"));
        Merge(a, b, Now);
        b.By(Bo, new RecordUse(b.Id, Board, Bo) { For = "a course" });
        CommunityRecord back = Of("a", CommunityStatus.Active);
        back.Put([.. a.Practice.Repertoire.Artifacts.Where(x => x.Id == Board).SelectMany(x => (Fact[])[new ArtifactPublished(x.Id, x.Kind, x.Title, "", []), new ArtifactTransferred(x.Id, b.Id)])]);
        back.Put([.. a.Practice.Repertoire.UsesOf(Board).Select(u => new ArtifactUsed(u))]);
        Merge(b, back, Now);

        Assert.Equal((ArtifactStatus.Published, null, b.Id), (back.The(Board).Status, back.The(Board).Origin, back.The(Board).ReceivedFrom));
        Assert.Equal([Dee, Bo], back.Practice.Repertoire.UsesOf(Board).Select(u => u.Person));
    }

    [Fact]
    public void Takeover_CanBeWithdrawn()
    {
        CommunityRecord b = Of("b");
        Assert.Equal(["takeover.itself"], b.Refused(new AgreeToTakeOver(b.Id, b.Id), Actor.Of(Ana)));
        Assert.Equal(["takeover.not-agreed"], b.Refused(new WithdrawTakeOver(b.Id, new("a")), Actor.Of(Ana)));
        b.By(Ana, new AgreeToTakeOver(b.Id, new("a")));
        b.By(Ana, new WithdrawTakeOver(b.Id, new("a")));
        Assert.Empty(b.Practice.Repertoire.TakesOverFrom);
    }

    [Fact]
    public void Registry_FindsWhatIsDouble_Lost_OrLeftBehind()
    {
        (CommunityRecord a, CommunityRecord b, CommunityRecord closed) = (Of("a"), Of("b"), Of("z", CommunityStatus.Closed));
        a.By(Cem, Publish(a, Board));
        b.By(Cem, Publish(b, Board));
        a.By(Cem, Publish(a, Guide));
        a.Put(new ArtifactTransferred(Guide, b.Id));
        closed.Put(new ArtifactPublished(Old, ArtifactKind.Tool, "Old", "", []));

        Assert.Equal(["a registry.artifact-double", "a registry.artifact-lost"], RegistryFindings.OfArtifacts([a, closed, b]).Select(f => $"{f.Community} {f.Reason.Code}"));
        Assert.Equal(["registry.artifact-left-behind"], RegistryFindings.In(closed, Now).Select(f => f.Reason.Code).Where(c => c.Contains("artifact", StringComparison.Ordinal)));
        Assert.Equal(["registry.artifact-stale"], RegistryFindings.In(a, Now.AddDays(365)).Select(f => f.Reason.Code).Where(c => c.Contains("artifact", StringComparison.Ordinal)));
    }

    /// <summary>A board that was used, a guide that superseded an old one, something wrong; the board is linked with all.</summary>
    private static CommunityRecord Filled(string id)
    {
        CommunityRecord record = Of(id);
        foreach (ArtifactId artifact in (ArtifactId[])[Board, Guide, Old, Wrong])
        {
            record.By(Cem, Publish(record, artifact));
        }

        record.By(Dee, new RecordUse(record.Id, Board, Dee) { Department = "Sales" });
        record.By(Cem, new SupersedeArtifact(record.Id, Old, Guide));
        record.By(Cem, new RetireArtifact(record.Id, Wrong, "It is wrong."));
        record.By(Cem, new LinkArtifacts(record.Id, Board, [Wrong, Guide]));
        Assert.Equal(["link.itself", "link.unknown"], record.Refused(new LinkArtifacts(record.Id, Board, [Board, new("nowhere")]), Actor.Of(Cem)));
        return record;
    }
}
