using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Workshop;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class KnowledgeTests
{
    [Fact]
    public void Published_ItHasAnAuthorAStewardAVersionAndADate()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Publish(record, Board, "testing", "agile", "agile") with { Summary = "In short.", Links = ["https://wiki.example/board"] });
        Artifact board = record.The(Board);

        Assert.Equal((ArtifactStatus.Published, (PersonId?)Cem, 1, Now), (board.Status, board.Steward, board.Version, board.ConfirmedOn));
        Assert.Equal([Cem], board.Authors);
        Assert.Equal(["agile", "testing"], board.Topics.Select(t => t.Text));
        Assert.Equal(Now.AddDays(365), board.ReviewDueOn(PracticePolicy.Default));
        record.By(Cem, new ReviseArtifact(record.Id, Board, "Clearer.") { Title = "The board" }, Now.AddDays(10));
        Assert.Equal(("The board", "In short.", 2, Now), (record.The(Board).Title, record.The(Board).Summary, record.The(Board).Version, record.The(Board).ConfirmedOn));
        Assert.Equal([(1, null), (2, "Clearer.")], record.The(Board).Versions.Select(v => (v.Number, v.Change)));
        Assert.Equal(Now.AddDays(365), record.The(Board).ReviewDueOn(PracticePolicy.Default));
        record.By(Bo, new ConfirmArtifact(record.Id, Board), Now.AddDays(20));
        Assert.Equal(Now.AddDays(385), record.The(Board).ReviewDueOn(PracticePolicy.Default));
    }

    [Fact, Trait("Law", "45")]
    public void Law45_ARevision_CopiesNothingThatSomebodyElseWrote()
    {
        CommunityRecord record = Of("a");
        record.By(Bo, Publish(record, Board) with { Summary = "By bo." });
        foreach (string? summary in (string?[])[null, "By bo."])
        {
            ReviseArtifact revise = new(record.Id, Board, "Authors.") { Authors = [Cem], Summary = summary };
            ArtifactRevised fact = (ArtifactRevised)record.Decide(revise, World.At(Now, Actor.Of(Ana))).OrThrow().Single().Fact;
            Assert.Equal((null, null), (fact.Title, fact.Summary));
        }

        record.By(Ana, new ReviseArtifact(record.Id, Board, "Authors.") { Authors = [Cem] });
        Assert.Equal(("By bo.", "How we do it"), (record.The(Board).Summary, record.The(Board).Title));
        record.By(Ana, new ReviseArtifact(record.Id, Board, "Words.") { Summary = "", Title = "New" });
        Assert.Equal(("", "New"), (record.The(Board).Summary, record.The(Board).Title));
    }

    [Fact]
    public void Publish_AnIdThatStandsForAQuestion_IsReserved()
    {
        CommunityRecord record = Of("a");
        Assert.Equal(["artifact.id-reserved"], record.Refused(Publish(record, new("question:x")), Actor.Of(Bo)));
    }

    [Fact]
    public void Publish_NamesEveryUnmetGuard()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Publish(record, Board));
        PublishArtifact bad = new(record.Id, Board, ArtifactKind.Tool, " ") { Links = ["javascript:alert(1)", "wiki/board"], ReviewEvery = TimeSpan.FromHours(1) };

        Assert.Equal(["actor.not-a-member", "artifact.exists", "artifact.no-title", "artifact.link", "artifact.link", "artifact.review-every"], record.Refused(bad, Actor.Of(Dee)));
        Assert.Throws<ArgumentException>(() => new PublishArtifact(record.Id, default, ArtifactKind.Tool, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => record.Refused(bad with { Kind = (ArtifactKind)99 }, Actor.Of(Cem)));
        Assert.Equal(["community.not-open"], Of("b", CommunityStatus.Closing).Refused(Publish(record, Guide) with { Community = new("b") }, World.Host));
    }

    [Fact]
    public void Freshness_HalvesInAHalfLife_AndIsStaleFromTheDueDateOn()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, new PublishArtifact(record.Id, Board, ArtifactKind.Tool, "Board"));
        record.By(Cem, new PublishArtifact(record.Id, Guide, ArtifactKind.Guide, "Guide") { ReviewEvery = TimeSpan.FromDays(10) });
        PracticePolicy policy = PracticePolicy.Default;

        Assert.Equal(1.0, record.The(Board).Freshness(Now.AddDays(-1), policy));
        Assert.Equal(0.5, record.The(Board).Freshness(Now.AddDays(182), policy), 12);
        Assert.Equal(0.25, record.The(Board).Freshness(Now.AddDays(364), policy), 12);
        Assert.Empty(record.Practice.Repertoire.Stale(Now.AddDays(10).AddTicks(-1), policy));
        Assert.Equal([Guide], record.Practice.Repertoire.Stale(Now.AddDays(10), policy).Select(a => a.Id));
        Assert.Equal([Guide, Board], record.Practice.Repertoire.ReviewDue(Now.AddDays(182), policy).Select(a => a.Id));
        record.By(Cem, new RetireArtifact(record.Id, Guide, "Wrong."), Now.AddDays(11));
        Assert.Empty(record.Practice.Repertoire.Stale(Now.AddDays(12), policy));
    }

    [Fact]
    public void Stewardship_IsOffered_AndTakenByTheirOwnAct()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Publish(record, Board));
        Assert.Equal(["steward.not-offered"], record.Refused(new AcceptStewardship(record.Id, Board, Bo), Actor.Of(Bo)));
        Assert.Equal(["steward.not-active"], record.Refused(new HandOverArtifact(record.Id, Board, Dee), Actor.Of(Cem)));
        record.By(Cem, new HandOverArtifact(record.Id, Board, Bo));
        Assert.Equal((Cem, Bo), (record.The(Board).Steward, record.The(Board).OfferedTo));
        Assert.Equal(["consent.not-own-act"], record.Refused(new AcceptStewardship(record.Id, Board, Bo), World.Host));
        record.By(Bo, new DeclineStewardship(record.Id, Board, Bo));
        Assert.Equal(["steward.not-offered"], record.Refused(new AcceptStewardship(record.Id, Board, Bo), Actor.Of(Bo)));
        record.By(Ana, new HandOverArtifact(record.Id, Board, Bo));
        record.By(Bo, new AcceptStewardship(record.Id, Board, Bo));
        Assert.Equal((Bo, null), (record.The(Board).Steward, record.The(Board).OfferedTo));
    }

    [Fact]
    public void Orphan_FollowsFromMembership_AndAnyActiveMemberTakesIt()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Publish(record, Board));
        record.Must(Publish(record, Guide), Now);
        Assert.Equal([Guide], record.OrphanedArtifacts().Select(a => a.Id));
        record.By(Cem, new LeaveCommunity(record.Id, Cem));
        Assert.Equal([Board, Guide], record.OrphanedArtifacts().Select(a => a.Id));
        Assert.Equal(["steward.not-active"], record.Refused(new AcceptStewardship(record.Id, Board, Cem), Actor.Of(Cem))[..1]);
        record.By(Bo, new AcceptStewardship(record.Id, Board, Bo));
        record.By(Ana, new AcceptStewardship(record.Id, Guide, Ana));
        Assert.Empty(record.OrphanedArtifacts());
        record.By(Bo, new ResignStewardship(record.Id, Board, Bo));
        Assert.Equal([Board], record.OrphanedArtifacts().Select(a => a.Id));
        Assert.Equal(["registry.artifact-orphaned"], RegistryFindings.In(record, Now).Select(f => f.Reason.Code).Where(c => c.Contains("artifact", StringComparison.Ordinal)));
    }

    [Fact]
    public void Innovation_IsTriedBeforeItIsAdopted()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, new PublishArtifact(record.Id, Board, ArtifactKind.Innovation, "No stand-ups"));
        record.By(Cem, Publish(record, Guide));
        AdvanceInnovation To(Maturity maturity) => new(record.Id, Board, maturity);

        Assert.Equal(Maturity.Idea, record.The(Board).Maturity);
        Assert.Equal(["innovation.not-tried"], record.Refused(To(Maturity.Adopted), Actor.Of(Cem)));
        Assert.Equal(["innovation.unchanged"], record.Refused(To(Maturity.Idea), Actor.Of(Cem)));
        Assert.Equal(["innovation.none"], record.Refused(To(Maturity.Tried) with { Artifact = Guide }, Actor.Of(Cem)));
        record.By(Cem, To(Maturity.Tried));
        record.By(Cem, To(Maturity.Adopted));
        record.By(Cem, To(Maturity.Idea));
        Assert.Equal(Maturity.Idea, record.The(Board).Maturity);
    }

    [Fact]
    public void Reuse_CountsOthersThanAuthors_ByPeopleAndDepartments()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Publish(record, Board));
        record.By(Cem, Publish(record, Guide));
        void Use(ArtifactId artifact, PersonId person, string? department, string? community = null, int day = 0) =>
            record.By(person, new RecordUse(record.Id, artifact, person) { Department = department, InCommunity = community is null ? null : new CommunityId(community) }, Now.AddDays(day));
        Use(Board, Cem, "IT");
        Use(Guide, Dee, " Sales ");
        Use(Guide, Dee, "sales", "b", 1);
        Use(Guide, Ana, "IT", "a", 2);
        Use(Board, Bo, null, null, 3);

        Assert.Equal([new(Guide, 3, 2, 2, 1), new(Board, 1, 1, 0, 0)], record.Practice.Repertoire.MostReused());
        Assert.Equal([new(Guide, 1, 1, 1, 1)], record.Practice.Repertoire.MostReused(5, new TimeWindow(Now.AddDays(1), Now.AddDays(2))));
        Assert.Equal(["actor.not-own-act"], record.Refused(new RecordUse(record.Id, Board, Dee), Actor.Of(Cem), Now.AddDays(3)));
        record.By(Cem, new RetireArtifact(record.Id, Board, "Wrong."), Now.AddDays(3));
        Assert.Equal(["artifact.retired"], record.Refused(new RecordUse(record.Id, Board, Dee), Actor.Of(Dee), Now.AddDays(3)));
    }

    [Fact]
    public void Queries_ByKindAndTopic_ShowWhatTheCommunityAnswersFor()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Publish(record, Board, "agile"));
        record.By(Cem, Publish(record, Guide, "agile", "testing"));
        record.By(Cem, new SupersedeArtifact(record.Id, Board, Guide));

        Assert.Equal([Board, Guide], record.Practice.Repertoire.ByKind(ArtifactKind.Guide).Select(a => a.Id));
        Assert.Empty(record.Practice.Repertoire.ByKind(ArtifactKind.Tool));
        Assert.Equal([Guide], record.Practice.Repertoire.ByTopic(new TopicId("testing")).Select(a => a.Id));
        Assert.Equal(["successor.not-published"], record.Refused(new SupersedeArtifact(record.Id, Guide, Board), Actor.Of(Cem)));
        record.By(Cem, new RetireArtifact(record.Id, Board, "Old."));
        Assert.Equal([Guide], record.Practice.Repertoire.ByTopic(new TopicId("agile")).Select(a => a.Id));
    }

    [Fact]
    public void Policy_NamesWhatIsWrong()
    {
        PracticePolicy policy = new() { ArtifactRules = [new(ArtifactKind.Tool, TimeSpan.Zero, TimeSpan.FromDays(9999)), new(ArtifactKind.Tool, TimeSpan.FromDays(9), TimeSpan.FromDays(9)), new((ArtifactKind)77, TimeSpan.FromDays(9), TimeSpan.FromDays(9))] };

        Assert.Equal(["policy.practice.artifact-rule-twice", "policy.practice.review-every", "policy.practice.half-life", "policy.practice.artifact-kind"], policy.Problems().Select(p => p.Code));
        Assert.Empty(PracticePolicy.Default.Problems());
        Assert.Equal(365, new PracticePolicy { ArtifactRules = [] }.RuleOf(ArtifactKind.Tool).ReviewEvery.Days);
        Assert.Equal(Enum.GetValues<ArtifactKind>(), PracticePolicy.Default.ArtifactRules.Select(r => r.Kind));
    }
}
