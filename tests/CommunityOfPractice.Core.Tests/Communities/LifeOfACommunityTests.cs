using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Communities;

public sealed class LifeOfACommunityTests
{
    private static readonly PersonId Ana = World.People[0], Bo = World.People[1], Cem = World.People[2], Dee = World.People[3];

    [Property(MaxTest = 200)]
    public void Reviews_AreDueOneCadenceAfterTheLast_HoweverOftenTheCharterIsAmended((bool Review, PositiveInt Days, PositiveInt Cadence)[] steps)
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        DateTimeOffset at = World.Start.AddDays(10), last = record.Community.Charters[0].From;
        TimeSpan cadence = TimeSpan.FromDays(365);
        foreach ((bool review, PositiveInt days, PositiveInt every) in steps)
        {
            at = at.AddDays(days.Get);
            if (review)
            {
                record.Must(new ReviewPurpose(record.Id, ReviewVerdict.Reaffirm, 3), at);
                last = at;
            }
            else
            {
                TimeSpan next = TimeSpan.FromDays(Math.Min(every.Get, 3653));
                if (record.Do(new AdoptCharter(record.Id, World.Terms() with { ReviewCadence = next }), World.At(at)).IsAccepted)
                {
                    cadence = next;
                }
            }

            Assert.Equal(last + cadence, record.Community.NextReviewOn);
            Assert.False(record.Community.IsReviewOverdue(last + cadence - TimeSpan.FromTicks(1)));
            Assert.True(record.Community.IsReviewOverdue(last + cadence));
        }
    }

    [Fact]
    public void OverdueReview_IsNoticedOnce_UntilItIsHeld()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        DateTimeOffset due = record.Community.NextReviewOn!.Value;
        record.Apply(new(due, Actor.Policy("review-overdue/1"), Cause.Unstated, new ReviewOverdueNoticed(due)));
        Assert.Equal(due, record.Community.ReviewOverdueSince);
        record.Must(new AdoptCharter(record.Id, World.Terms("zen")), due);
        Assert.Equal(due, record.Community.ReviewOverdueSince);
        record.Must(new ReviewPurpose(record.Id, ReviewVerdict.Reaffirm, 7, "Still needed."), due.AddDays(1));

        Assert.Null(record.Community.ReviewOverdueSince);
        Assert.Equal(new PurposeReview(due.AddDays(1), ReviewVerdict.Reaffirm, 2, 7, "Still needed."), record.Community.Reviews[0]);
        Assert.Equal(due.AddDays(366), record.Community.NextReviewOn);
        Assert.Equal(due.AddDays(92), record.Community.NextCheckInOn);
    }

    [Fact]
    public void Review_ThatAmends_BringsTheCharter_ThatRetires_AnnouncesTheClosing()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        DateTimeOffset at = World.Start.AddDays(30);
        record.Must(new ReviewPurpose(record.Id, ReviewVerdict.Amend, 3) { Charter = World.Terms("zen") with { ReviewCadence = TimeSpan.FromDays(30) } }, at);
        Assert.Equal((2, at.AddDays(30)), (record.Community.Charter!.Version, record.Community.NextReviewOn));
        Assert.Equal(at, record.Community.Charters[0].Until);
        record.Must(new ReviewPurpose(record.Id, ReviewVerdict.Retire, 3, "It is done.") { Plan = World.Settled }, at.AddDays(1));

        Assert.Equal((CommunityStatus.Closing, "It is done.", at.AddDays(15)), (record.Community.Status, record.Community.Closing!.Reason, record.Community.Closing.EffectiveOn));
        Assert.Equal(2, record.Community.Reviews.Count);
        Assert.False(record.Community.IsReviewOverdue(at.AddYears(9)));
    }

    [Fact]
    public void CheckIns_AreDueQuarterly_ButNotOnABreak()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        DateTimeOffset launched = World.Start.AddDays(3);
        Assert.Equal(launched.AddDays(91), record.Community.NextCheckInOn);
        Assert.False(record.Community.IsCheckInOverdue(launched.AddDays(90)));
        Assert.True(record.Community.IsCheckInOverdue(launched.AddDays(91)));
        record.Must(new PauseCommunity(record.Id, launched.AddDays(100), "Summer"), launched.AddDays(50));
        Assert.False(record.Community.IsCheckInOverdue(launched.AddDays(91)));
        Assert.True(record.Community.IsCheckInOverdue(launched.AddDays(100)));
        record.Must(new ResumeCommunity(record.Id), launched.AddDays(60));
        Assert.Equal((null, launched.AddDays(60)), (record.Community.PausedUntil, record.Community.LastBreakEnded));
        record.Must(new CheckIn(record.Id, "Going well."), launched.AddDays(95));
        Assert.Equal(launched.AddDays(186), record.Community.NextCheckInOn);
    }

    [Fact]
    public void Interest_KeepsAProposalAlive_AndIsAnOwnAct()
    {
        CommunityRecord record = new(new("a"));
        record.Must(World.Proposal(record.Id) with { Interested = [Cem, Bo, Cem], SimilarShown = [new("z"), new("b")] }, World.Start);
        Assert.Equal([Ana, Bo, Cem], record.Community.Proposal!.Interested);
        Assert.Equal("[b, z]", record.Community.Proposal.SimilarShown.ToString());
        Assert.Equal(World.Start.AddDays(90), record.Community.Proposal.ExpiresOn);
        record.Must(new ExpressInterest(record.Id, Dee), World.Start.AddDays(9), Actor.Of(Dee));
        record.Must(new WithdrawInterest(record.Id, Bo), World.Start.AddDays(10), Actor.Of(Bo));

        Assert.Equal([Ana, Cem, Dee], record.Community.Proposal.Interested);
        Assert.Equal(World.Start.AddDays(99), record.Community.Proposal.ExpiresOn);
        Assert.Equal(["consent.not-own-act"], record.Decide(new ExpressInterest(record.Id, Bo), World.At(World.Start.AddDays(10))).Codes());
        Assert.Throws<ArgumentException>(() => new CommunityRecord(new("x")).Decide(World.Proposal(new("x")) with { Interested = [default] }, World.At(World.Start)));
    }

    [Theory]
    [InlineData(CommunityKind.WorkingGroup, null, "charter.exit-criteria-missing")]
    [InlineData(CommunityKind.WorkingGroup, "When the tool is chosen.", null)]
    [InlineData(CommunityKind.CommunityOfPractice, "When the tool is chosen.", "charter.exit-criteria-unwanted")]
    [InlineData(CommunityKind.InterestGroup, null, null)]
    public void ExitCriteria_AreForWorkingGroups(CommunityKind kind, string? exit, string? code) =>
        Assert.Equal(code is null ? [] : [code], (World.Terms() with { ExitCriteria = exit }).Problems(kind).Select(p => p.Code));

    [Fact]
    public void Terms_NameEveryFault()
    {
        CharterTerms terms = new(" ", World.Domain("a") with { Focus = new(default, string.Empty) }, string.Empty, null, TimeSpan.FromHours(23));

        Assert.Equal(["charter.no-purpose", "charter.no-role-selection", "charter.cadence", "domain.no-focus"], terms.Problems(CommunityKind.CommunityOfPractice).Select(p => p.Code));
        Assert.Equal(["charter.cadence"], (World.Terms() with { ReviewCadence = TimeSpan.FromDays(3654) }).Problems(default).Select(p => p.Code));
    }

    [Fact]
    public void Revival_NeedsPeopleWhoSayThatTheyWantIt()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Dormant);
        DateTimeOffset at = World.Start.AddDays(200);
        ReviveCommunity revive = new(record.Id, ReviewVerdict.Reaffirm, 3);
        foreach (PersonId person in (PersonId[])[Ana, Bo, Dee])
        {
            record.Must(new SupportRevival(record.Id, person), at, Actor.Of(person));
        }

        Assert.Equal(["revival.too-few-supporters"], record.Decide(revive, World.At(at)).Codes());
        Assert.True(record.Community.IsEligibleForClosing(at, CommunityPolicy.Default));
        Assert.False(record.Community.IsEligibleForClosing(World.Start.AddDays(197), CommunityPolicy.Default));
        record.Must(new SupportRevival(record.Id, Cem), at, Actor.Of(Cem));
        record.Must(revive, at);
        Assert.Equal((CommunityStatus.Active, 0, at.AddDays(91)), (record.Community.Status, record.Community.RevivalSupporters.Count, record.Community.NextCheckInOn));
    }

    [Fact]
    public void Closing_IsCalledOff_BackToWhereThereIsAFacilitator()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Closing);
        DateTimeOffset at = World.Start.AddDays(6);
        Assert.Equal(["closing.no-volunteer"], record.Decide(new CancelClosing(record.Id), World.At(at)).Codes());
        Assert.Equal(["objection.not-a-member"], record.Decide(new ObjectToClosing(record.Id, Dee, "No!", true), World.At(at, Actor.Of(Dee))).Codes());
        record.Must(new ObjectToClosing(record.Id, Bo, "No!", WouldFacilitate: false), at, Actor.Of(Bo));
        Assert.Equal(["closing.no-volunteer"], record.Decide(new CancelClosing(record.Id), World.At(at)).Codes());
        record.Must(new ObjectToClosing(record.Id, Bo, "I will do it.", WouldFacilitate: true), at, Actor.Of(Bo));
        Assert.Equal(["closing.window-over"], record.Decide(new ObjectToClosing(record.Id, Cem, "Late.", false), World.At(record.Community.Closing!.EffectiveOn, Actor.Of(Cem))).Codes());

        Assert.Equal(CommunityStatus.Active, After(record).Status);
        record.Members.Put(record.Members[Ana], record.Members[Ana] with { Roles = [] });
        Community dormant = After(record);
        Assert.Equal((CommunityStatus.Dormant, true), (dormant.Status, dormant.PastClosings[0].Cancelled));

        Community After(CommunityRecord from)
        {
            Change change = from.Decide(new CancelClosing(from.Id), World.At(at)).OrThrow()[0];
            return ((CommunityFact)change.Fact).Apply(from.Community, change);
        }
    }

    /// <summary>C8: a volunteer's objection binds until the closing is called off, or it is taken back or answered, or they are no member any more.</summary>
    [Theory]
    [InlineData("stands", "closing.objected")]
    [InlineData("withdrawn")]
    [InlineData("answered")]
    [InlineData("left")]
    [InlineData("no volunteer")]
    [InlineData("withdrawn and again", "closing.objected")]
    public void AVolunteersObjection_Binds(string how, params string[] codes)
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Closing);
        DateTimeOffset at = World.Start.AddDays(6), end = record.Community.Closing!.EffectiveOn;
        ObjectToClosing objection = new(record.Id, Bo, "I will do it.", WouldFacilitate: how != "no volunteer");
        record.Must(objection, at, Actor.Of(Bo));
        switch (how)
        {
            case "withdrawn" or "withdrawn and again":
                Assert.Equal(["consent.not-own-act"], record.Do(new WithdrawObjection(record.Id, Bo), World.At(at)).Codes());
                record.Must(new WithdrawObjection(record.Id, Bo), at, Actor.Of(Bo));
                Assert.Equal(["objection.none"], record.Do(new WithdrawObjection(record.Id, Bo), World.At(at, Actor.Of(Bo))).Codes());
                Assert.Equal(["closing.no-volunteer"], record.Do(new CancelClosing(record.Id), World.At(at)).Codes());
                break;
            case "answered":
                Assert.Equal(["answer.no-reason", "actor.own-case"], record.Do(new AnswerObjection(record.Id, Bo, " "), World.At(at, Actor.Of(Bo))).Codes());
                record.Must(new AnswerObjection(record.Id, Bo, "Nobody else stays."), end);
                Assert.Equal(["objection.none"], record.Do(new AnswerObjection(record.Id, Bo, "Nobody else stays."), World.At(end)).Codes());
                Assert.Equal(["objection.none"], record.Do(new WithdrawObjection(record.Id, Bo), World.At(end, Actor.Of(Bo))).Codes());
                Assert.Equal((end, "Nobody else stays."), (record.Community.Closing!.Objections[0].AnsweredOn, record.Community.Closing.Objections[0].Answer));
                break;
            case "left":
                record.Apply(new(at, Actor.Of(Bo), Cause.Unstated, new MemberLeft(Bo, LeaveReason.Choice, null)));
                break;
        }

        if (how == "withdrawn and again")
        {
            record.Must(objection, end.AddTicks(-1), Actor.Of(Bo));
        }

        if (how == "answered")
        {
            Assert.Equal(["closing.window-over", "objection.exists"], record.Do(objection, World.At(end, Actor.Of(Bo))).Codes());
        }

        Assert.Equal(codes, record.Do(new CloseCommunity(record.Id, "Thank you."), World.At(end)).Codes());
    }

    [Fact]
    public void EveryVolunteersObjection_IsNamed()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Closing);
        DateTimeOffset at = World.Start.AddDays(6);
        foreach (PersonId person in (PersonId[])[Bo, Cem])
        {
            record.Must(new ObjectToClosing(record.Id, person, "I will do it.", WouldFacilitate: true), at, Actor.Of(person));
        }

        Assert.Equal(
            ["closing.no-thanks", "closing.window-open", "closing.objected", "closing.objected"],
            record.Decide(new CloseCommunity(record.Id, " "), World.At(at)).Codes());
    }

    /// <summary>Whoever should have found a facilitator in time does not put the end off again and again.</summary>
    [Fact]
    public void ANoticeOfRest_IsNotTakenBack_WhenTheGraceIsOverAndNobodyFacilitates()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        DateTimeOffset at = World.Start.AddDays(20), over = at.AddDays(28);
        record.Must(new StartFacilitationGrace(record.Id, Bo), at);
        record.Members.Put(record.Members[Ana], record.Members[Ana] with { Roles = [] });
        record.Must(new GiveDormancyNotice(record.Id, "Nobody leads."), at.AddDays(20));
        Assert.True(record.Decide(new WithdrawDormancyNotice(record.Id), World.At(over.AddTicks(-1))).IsAccepted);
        Assert.Equal(["grace.over"], record.Decide(new WithdrawDormancyNotice(record.Id), World.At(over)).Codes());
        record.Appoint(Bo, over);
        Assert.True(record.Decide(new WithdrawDormancyNotice(record.Id), World.At(over)).IsAccepted);
    }

    [Fact]
    public void Grace_NamesWhoStandsIn_AndEnds()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        DateTimeOffset at = World.Start.AddDays(20);
        Assert.Equal(["grace.interim-not-active"], record.Decide(new StartFacilitationGrace(record.Id, Dee), World.At(at)).Codes());
        record.Must(new StartFacilitationGrace(record.Id, Bo), at);
        Assert.Equal(new FacilitationGrace(at.AddDays(28), Bo), record.Community.FacilitationGrace);
        Assert.Equal(["grace.running"], record.Decide(new StartFacilitationGrace(record.Id, Bo), World.At(at)).Codes());
        record.Apply(new(at, Actor.Policy("grace/1"), Cause.Unstated, new FacilitationGraceEnded()));
        Assert.Null(record.Community.FacilitationGrace);
    }

    [Fact]
    public void Dormancy_WithoutNotice_IsAMatterOfPolicy()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        DecisionContext context = World.At(World.Start.AddDays(20));
        Assert.Equal(["dormancy.no-notice"], record.Decide(new MakeDormant(record.Id, "Quiet."), context).Codes());
        Assert.True(record.Decide(new MakeDormant(record.Id, "Quiet."), context with { Policies = new() { Community = new() { DormancyNotice = TimeSpan.Zero } } }).IsAccepted);
    }

    [Fact]
    public void Parents_FormNoCircle_AndNobodyGuesses()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        SetParent command = new(record.Id, new("p"));
        string[] Decide(Ancestry? ancestry) => record.Decide(command, World.At(World.Start.AddDays(20), around: new() { Ancestry = ancestry })).Codes();

        Assert.Equal(["lineage.ancestors-unknown"], Decide(null));
        Assert.Equal(["lineage.ancestors-unknown"], Decide(new(new("q"), [])));
        Assert.Equal(["lineage.circle"], Decide(new(new("p"), [new("x"), record.Id])));
        Assert.Empty(Decide(new(new("p"), [new("x")])));
    }

    [Fact]
    public void Policy_NamesEveryFault_AndRoundTrips()
    {
        CommunityPolicy wrong = new() { Version = " ", MinMembers = 0, ObjectionWindow = TimeSpan.Zero, ReviewCadence = TimeSpan.FromDays(9999), DormancyNotice = TimeSpan.FromHours(1) };

        Assert.Empty(CommunityPolicy.Default.Problems());
        Assert.Equal(["policy.version", "policy.min-members", "policy.span", "policy.span", "policy.span"], wrong.Problems().Select(p => p.Code));
        Assert.Equal(wrong, JsonSerializer.Deserialize<CommunityPolicy>(JsonSerializer.Serialize(wrong)));
        Assert.Empty((CommunityPolicy.Default with { DormancyNotice = TimeSpan.Zero }).Problems());
    }

    [Fact]
    public void Dates_AreKeptInUtc_AndStopAtTheEndOfTime()
    {
        DateTimeOffset local = World.Start.AddDays(40).ToOffset(TimeSpan.FromHours(5));
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        record.Must(new PauseCommunity(record.Id, local.AddDays(1)), local);
        Assert.Equal(TimeSpan.Zero, record.Community.PausedUntil!.Value.Offset);
        CommunityRecord late = new(new("b"));
        late.Must(World.Proposal(late.Id), DateTimeOffset.MaxValue);
        Assert.Equal(DateTimeOffset.MaxValue, late.Community.Proposal!.ExpiresOn);
    }
}
