using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Tests.Communities;

/// <summary>C2 where the policy asks for an approval: it is the approver's own act, and holds for what was approved.</summary>
public sealed class CharterApprovalTests
{
    private static readonly DateTimeOffset Later = World.Start.AddDays(60);
    private static readonly PersonId Lead = World.People[0], Sponsor = World.People[4];
    private readonly CommunityRecord record = World.Standing("a", CommunityStatus.Proposed);

    [Fact]
    public void Approval_IsTheSponsorsOrTheHostsOwnAct()
    {
        Appoint(Sponsor);

        Assert.Equal(["approval.not-approver"], Codes(new ApproveCharter(record.Id, World.Terms()), Lead));
        Assert.Equal(["approval.not-approver"], Codes(new ApproveCharter(record.Id, World.Terms()), World.People[5]));
        Assert.Equal(["charter.no-approval"], Codes(new AdoptCharter(record.Id, World.Terms()), Lead));
        Assert.Empty(Codes(new ApproveCharter(record.Id, World.Terms()), Sponsor));
        Assert.Equal(["approval.exists"], Codes(new ApproveCharter(record.Id, World.Terms()), Sponsor));
        Assert.Equal((Actor.Of(Sponsor), Later), (record.Community.CharterApproval!.By, record.Community.CharterApproval.On));
        Assert.Empty(Codes(new AdoptCharter(record.Id, World.Terms()), Lead));
        Assert.Null(record.Community.CharterApproval);
        Assert.Equal(CommunityStatus.Chartered, record.Community.Status);
    }

    [Fact]
    public void Approval_HoldsForTheVeryTerms()
    {
        Assert.Empty(record.Do(new ApproveCharter(record.Id, World.Terms("zen")), World.At(Later)).Codes());
        Assert.Equal(["charter.no-approval"], Codes(new AdoptCharter(record.Id, World.Terms()), Lead));
        Assert.Equal(["charter.no-approval", "charter.no-purpose"], Codes(new AdoptCharter(record.Id, World.Terms() with { Purpose = " " }), Lead));
        Assert.Empty(Codes(new AdoptCharter(record.Id, World.Terms("zen")), Lead));
    }

    [Fact]
    public void WhoProposedACommunity_DoesNotApproveIt_EvenAsItsSponsor()
    {
        record.Members.Put(record.Members[Lead], record.Members[Lead] with { Roles = [new(Role.Sponsor, World.Start)] });
        record.Appoint(World.People[1], World.Start);

        Assert.Equal(["approval.not-approver"], Codes(new ApproveCharter(record.Id, World.Terms()), Lead));
        Assert.Equal(["charter.no-approval"], Codes(new AdoptCharter(record.Id, World.Terms()), Lead));
    }

    [Fact]
    public void WhoMayApprove_AdoptsInOneAct_AndTheFactSaysWho()
    {
        Appoint(Sponsor);
        Adopted adopted = new(record.Decide(new AdoptCharter(record.Id, World.Terms()), Strict(Actor.Of(Sponsor))).OrThrow()[0].Fact);
        Adopted hosted = new(record.Decide(new AdoptCharter(record.Id, World.Terms()), Strict(World.Host)).OrThrow()[0].Fact);

        Assert.Equal(Sponsor, adopted.ApprovedBy);
        Assert.Null(hosted.ApprovedBy);
    }

    [Fact]
    public void FirstCharter_NamesWhoApproved_WhoeverAdopts_AndNobodyWhenNobodyDid()
    {
        Appoint(Sponsor);
        AdoptCharter adopt = new(record.Id, World.Terms());
        Adopted lenient = new(record.Decide(adopt, World.At(Later, Actor.Of(Lead))).OrThrow()[0].Fact);
        Assert.Empty(Codes(new ApproveCharter(record.Id, World.Terms()), Sponsor));
        Adopted byLead = new(record.Decide(adopt, Strict(Actor.Of(Lead))).OrThrow()[0].Fact), byHost = new(record.Decide(adopt, Strict(World.Host)).OrThrow()[0].Fact);

        Assert.Null(lenient.ApprovedBy);
        Assert.Equal((Sponsor, Sponsor), (byLead.ApprovedBy, byHost.ApprovedBy));
        Assert.Null(new Adopted(World.Standing("b", CommunityStatus.Active).Decide(adopt with { Community = new("b"), Terms = World.Terms("zen") }, Strict(Actor.Of(Sponsor))).OrThrow()[0].Fact).ApprovedBy);
    }

    private static DecisionContext Strict(Actor by) => World.At(Later, by) with { Policies = PolicySet.Default with { Community = new() { CharterNeedsApproval = true } } };

    private string[] Codes(CommunityCommand command, PersonId by) => record.Do(command, Strict(Actor.Of(by))).Codes();

    private void Appoint(PersonId sponsor) => record.Apply(new(Later, World.Host, Cause.Unstated, new RoleAppointed(sponsor, Role.Sponsor)));

    private sealed record Adopted(Fact Fact)
    {
        public PersonId? ApprovedBy => Assert.IsType<CharterAdopted>(Fact).ApprovedBy;
    }
}
