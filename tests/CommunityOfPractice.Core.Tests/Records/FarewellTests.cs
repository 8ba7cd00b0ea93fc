using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>What follows when communities close, merge and split: for everybody, in order, and not before its time.</summary>
public sealed class FarewellTests
{
    private static readonly DateTimeOffset Later = World.Start.AddDays(60);
    private static readonly PersonId Ana = World.People[0], Bo = World.People[1], Cem = World.People[2], Dee = World.People[3], Eva = World.People[4], Fin = World.People[5];

    [Fact]
    public void Rejection_EndsRolesMembershipsInvitationsAndRequests_ByPerson()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Proposed);
        Happen(record, new MembershipRequested(Fin, new("join/1", "web"), [], Later.AddDays(9)), new MemberInvited(Eva, Later.AddDays(9), null), new MemberInvited(Dee, Later, null), new InvitationExpired(Dee));
        Fact[] facts = [.. record.Decide(new RejectProposal(record.Id, "There is one."), World.At(Later)).OrThrow().Select(c => c.Fact)];
        Assert.Equal(
            [
                new RoleEnded(Ana, Role.Facilitator, null, RoleEndReason.MembershipEnded), new MemberLeft(Ana, LeaveReason.CommunityClosed, null), new MemberLeft(Bo, LeaveReason.CommunityClosed, null),
                new MemberLeft(Cem, LeaveReason.CommunityClosed, null), new InvitationExpired(Eva), new RequestExpired(Fin),
            ],
            facts.Skip(1));
    }

    [Fact]
    public void Forecast_And_Merge_LookAtTheTimeOfBoth_AndAtTheGrace()
    {
        CommunityRecord from = World.Standing("a", CommunityStatus.Active), into = World.Standing("b", CommunityStatus.Active);
        into.Must(new ApproveMerge(into.Id, from.Id), Later);
        into.Members.Put(into.Members[Ana], into.Members[Ana] with { Roles = [] });
        Assert.Contains("merge.into-no-facilitator", Codes(Later));
        Happen(into, new FacilitationGraceStarted(Later.AddDays(5), null));
        Assert.DoesNotContain("merge.into-no-facilitator", Codes(Later.AddDays(5).AddTicks(-1)));
        Assert.Contains("merge.into-no-facilitator", Codes(Later.AddDays(5)));
        Happen(from, new CheckedIn("Fine.", Later.AddDays(9)));
        from.Apply(new(Later.AddDays(2), World.Host, Cause.Unstated, new CheckedIn("Fine.", Later.AddDays(9))));
        Assert.Contains("record.time", Codes(Later.AddDays(1)));
        Assert.Equal(Codes(Later.AddDays(1)), Merging.Forecast(from, into, World.At(Later.AddDays(1))).Unmet.Select(r => r.Code));
        Assert.IsType<CommunityAbsorbed>(Merging.Decide(from, into, new(from.Id, into.Id), World.At(Later.AddDays(2))).OrThrow().Into[0].Fact);

        string[] Codes(DateTimeOffset at) => Merging.Decide(from, into, new(from.Id, into.Id), World.At(at)).Codes();
    }

    [Fact]
    public void Closing_AndSplitting_AskForTheTimeOfEverybody()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Closing), parent = World.Standing("p", CommunityStatus.Active), child = World.Standing("c", CommunityStatus.Proposed);
        Assert.Contains("record.time", Closing.Decide(record, [], new(record.Id, "Thank you."), World.At(World.Start)).Codes());
        Assert.Empty(Closing.Receivers(parent));
        Assert.Empty(Closing.Takers(parent));
        SplitCommunity split = new(parent.Id, child.Id, "C", Dee, World.Terms("testing"), SplitMode.Specialise);
        child.Apply(new(Later, World.Host, Cause.Unstated, new InterestExpressed(Dee, Later.AddDays(90))));
        Assert.Contains("record.time", Splitting.Decide(parent, child, split, World.At(Later.AddTicks(-1))).Codes());
        Assert.DoesNotContain("record.time", Splitting.Decide(parent, child, split, World.At(Later)).Codes());
    }

    [Fact]
    public void StillMissing_IsForChildrenThatAreNotLaunched()
    {
        CommunityRecord parent = World.Standing("p", CommunityStatus.Active);
        SplitCommunity split = new(parent.Id, new("c"), "C", Dee, World.Terms("testing"), SplitMode.Specialise);
        PolicySet strict = PolicySet.Default with { Community = new() { CharterNeedsApproval = true } };
        Assert.Contains("charter.no-approval", Missing(CommunityStatus.Proposed));
        Assert.Contains("launch.no-gathering", Missing(CommunityStatus.Chartered));
        Assert.DoesNotContain("charter.no-approval", Missing(CommunityStatus.Chartered));
        Assert.Empty(Missing(CommunityStatus.Active));

        IEnumerable<string> Missing(CommunityStatus status)
        {
            CommunityRecord child = World.Standing("c", status);
            return Splitting.StillMissing(child, child.Community, split, World.At(Later, Actor.Of(Ana)) with { Policies = strict }).Select(r => r.Code);
        }
    }

    [Fact]
    public void Export_TellsWhenAndByWhom()
    {
        Change change = new(Later, World.Host, Cause.Unstated, new MemberInvited(Dee, Later.AddDays(9), null));
        JournalEntry[] entries = [Sealing.Seal(new("c"), 1, null, Later.AddHours(1), change, "s")];
        string text = PersonalExport.Of(entries, Dee);
        using JsonDocument export = JsonDocument.Parse(text);
        JsonElement entry = export.RootElement.GetProperty("entries")[0];
        Assert.Equal((FactJson.Schema, "dee"), (export.RootElement.GetProperty("schema").GetInt32(), export.RootElement.GetProperty("person").GetString()));
        Assert.Equal(("member.invited", "host:tests"), (entry.GetProperty("type").GetString(), entry.GetProperty("by").GetString()));
        Assert.Equal((Later, Later.AddHours(1)), (entry.GetProperty("occurredAt").GetDateTimeOffset(), entry.GetProperty("recordedAt").GetDateTimeOffset()));
        Assert.StartsWith("{\n  \"schema\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RebuiltListing_ForgetsWhoIsNotInIt_InThisCommunityOnly()
    {
        InMemoryCommunityDirectory directory = new();
        CommunityId[] ids = [new("one"), new("two")];
        foreach (CommunityId id in ids)
        {
            directory.Put(new DirectoryUpdate(Listing(id), [Member(id, Ana), Member(id, Bo)]));
        }

        directory.Put(new DirectoryUpdate(Listing(ids[0]), [Member(ids[0], Bo)]) { Rebuilt = true });
        Assert.Equal(["two"], await Of(Ana));
        Assert.Equal(["one", "two"], await Of(Bo));

        static CommunityListing Listing(CommunityId id) => new(id, 1, id.Text, CommunityKind.CommunityOfPractice, CommunityStatus.Active);
        static MemberListing Member(CommunityId id, PersonId person) => new(id, person, MembershipStatus.Active, Later);
        async Task<string[]> Of(PersonId person)
        {
            List<string> all = [];
            await foreach (MemberListing listing in directory.MembershipsOfAsync(person))
            {
                all.Add(listing.Community.Text);
            }

            return [.. all];
        }
    }

    private static void Happen(CommunityRecord record, params Fact[] facts) => record.Fold(facts.Select(f => new Change(Later, World.Host, Cause.Unstated, f)));
}
