using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class CommunityQueriesTests
{
    private static readonly CommunityId Agile = Hosted.Agile, Testers = new("testers");

    private static readonly PersonId Invited = new("ida"), Guest = new("gus");

    /// <summary>Who asks, and whether they see that a private community exists.</summary>
    public static TheoryData<string, bool> Viewers => new()
    {
        { "person:ana", true }, { "person:cem", true }, { "person:eva", true }, { "person:ida", true }, { "host:tests", true },
        { "person:gus", false }, { "person:fin", false }, { "policy:lapse", false },
    };

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task Private_IsUnknownToOutsidersEverywhere(string viewer, bool sees)
    {
        Hosted host = await Private();
        Actor who = Actor.Parse(viewer, null);
        Assert.Equal(sees, await host.Queries.FindAsync(Agile, who) is not null);
        Assert.Equal(sees, await host.Queries.FindAsOfAsync(Agile, World.Start.AddDays(2), who) is not null);
        Assert.Equal(sees ? Agile : null, await host.Queries.ResolveAsync(Agile, who));
        Assert.Equal(sees, (await Hosted.All(host.Queries.ListAsync(CommunityFilter.All, who))).Any(l => l.Community == Agile));
        host.Clock.Advance(TimeSpan.FromDays(400));
        sees &= viewer != "person:ida"; // the invitation has run out
        Assert.Equal(sees, (await Hosted.All(host.Queries.OverdueReviewsAsync(who))).Any(l => l.Community == Agile));
        Assert.Equal(!sees, (await host.Queries.MembersAsync(Agile, who)).Codes() is ["community.unknown"]);
        Assert.Equal(!sees, (await host.Queries.HistoryAsync(Agile, who)).Codes() is ["community.unknown"]);
        Assert.Equal(!sees, (await host.Queries.SuccessionWarningsAsync(Agile, who)).Codes() is ["community.unknown"]);
        Assert.Equal(!sees, (await host.Queries.MembershipAsync(Agile, Hosted.Bo, who)).Codes() is ["community.unknown"]);
        Assert.Equal(viewer is "person:ana" or "person:cem" or "person:eva" or "host:tests", (await Hosted.All(host.Queries.MembershipsOfAsync(Hosted.Bo, who))).Any(m => m.Community == Agile));
        Assert.Empty(await host.Queries.SimilarAsync(new("Community agile", [new(new("agile"), 1)], []), who));
        Assert.Equal(sees ? [] : (await host.Queries.MembersAsync(new("nowhere"), who)).Codes(), sees ? [] : (await host.Queries.MembersAsync(Agile, who)).Codes());
    }

    /// <summary>The default value names nobody: misuse, as everywhere, and no outsider.</summary>
    [Fact]
    public async Task DefaultActor_AsViewer_Throws()
    {
        Hosted host = await Private();
        Func<Task>[] calls =
        [
            async () => await host.Queries.FindAsync(Agile, default),
            async () => await host.Queries.FindAsOfAsync(Agile, World.Start.AddDays(2), default),
            async () => await host.Queries.ResolveAsync(Agile, default),
            async () => await Hosted.All(host.Queries.ListAsync(CommunityFilter.All, default)),
            async () => await Hosted.All(host.Queries.OverdueReviewsAsync(default)),
            async () => await host.Queries.MembersAsync(Agile, default),
            async () => await host.Queries.MembersAsync(new("nowhere"), default),
            async () => await host.Queries.HistoryAsync(Agile, default),
            async () => await host.Queries.MembershipAsync(Agile, Hosted.Bo, default),
            async () => await Hosted.All(host.Queries.MembershipsOfAsync(Hosted.Bo, default)),
            async () => await new QuestionQueries(host.Records, PolicySet.Default).OpenAsync(Agile, default),
        ];
        foreach (Func<Task> call in calls)
        {
            await Assert.ThrowsAsync<ArgumentException>("viewer", call);
        }
    }

    [Fact]
    public async Task Private_Proposal_IsSeenByThoseInterested()
    {
        Hosted host = new();
        await host.Must(World.Proposal(Agile), Hosted.Ana);
        await host.Must(new ExpressInterest(Agile, Hosted.Fin), Hosted.Fin);
        await host.Must(new SetVisibility(Agile, Visibility.Private, MemberListVisibility.Members), Hosted.Ana);
        foreach ((PersonId person, bool sees) in new[] { (Hosted.Ana, true), (Hosted.Fin, true), (Guest, false) })
        {
            Assert.Equal(sees, await host.Queries.FindAsync(Agile, Actor.Of(person)) is not null);
            Assert.Equal(sees, (await Hosted.All(host.Queries.ListAsync(CommunityFilter.All, Actor.Of(person)))).Length == 1);
        }
    }

    [Theory]
    [InlineData(MemberListVisibility.Everyone, "ana bo cem fin host gus")]
    [InlineData(MemberListVisibility.Members, "ana bo cem host")]
    [InlineData(MemberListVisibility.Facilitators, "ana host")]
    public async Task Members_AreShownAsTheCommunitySays(MemberListVisibility visibility, string seenBy)
    {
        Hosted host = new();
        await host.Launch(Agile, 1, Hosted.Ana, Hosted.Bo, Hosted.Cem, Hosted.Fin);
        await host.Must(new SetVisibility(Agile, Visibility.Public, visibility), Hosted.Ana);
        await host.Must(new LeaveCommunity(Agile, Hosted.Fin), Hosted.Fin);
        await host.Must(new InviteMember(Agile, Invited), Hosted.Ana);
        foreach ((string name, Actor who) in new[] { "ana", "bo", "cem", "fin", "gus" }.Select(n => (n, Actor.Of(new(n)))).Append(("host", World.Host)))
        {
            Decision<ValueList<MemberListing>> members = await host.Queries.MembersAsync(Agile, who);
            Assert.Equal(seenBy.Split(' ').Contains(name) ? [] : ["members.hidden"], members.Codes());
            string[] shown = [.. members.Match(m => m, _ => []).Select(m => m.Person.Text)];
            Assert.Equal(!seenBy.Split(' ').Contains(name) ? [] : name is "ana" or "host" ? ["ana", "bo", "cem", "eva", "fin", "ida"] : name == "fin" ? ["ana", "bo", "cem", "fin"] : ["ana", "bo", "cem"], shown);
            Assert.Equal(name is "fin" or "ana" or "host" ? [] : ["members.hidden"], (await host.Queries.MembershipAsync(Agile, Hosted.Fin, who)).Codes());
            Assert.Equal(name is "ana" or "host" ? [] : ["history.hidden"], (await host.Queries.HistoryAsync(Agile, who)).Codes());
            CommunityView view = (await host.Queries.FindAsync(Agile, who))!;
            Assert.Equal(name is "ana" or "host", view.Members.Any(m => m.Status == MembershipStatus.Invited));
            Assert.Equal(seenBy.Split(' ').Contains(name), view.Community.Proposal!.Interested.Count > 0);
        }

        await host.Must(new ChooseAlumniListing(Agile, Hosted.Fin, Listed: true), Hosted.Fin);
        Assert.Equal(visibility != MemberListVisibility.Facilitators, (await host.Queries.MembersAsync(Agile, Actor.Of(Hosted.Bo), MembershipStatus.Alumni)).Match(m => m.Count, _ => 0) == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(101)]
    public async Task Lists_PageByKey(int take)
    {
        Hosted host = new();
        for (int i = 0; i < 250; i++)
        {
            CommunityId id = new($"c{i:000}");
            await host.Must(World.Proposal(id), Hosted.Ana);
            if (i % 3 == 0)
            {
                await host.Must(new SetVisibility(id, Visibility.Private, MemberListVisibility.Members), Hosted.Ana);
            }
        }

        List<CommunityId> seen = [];
        CommunityListing[] page;
        do
        {
            page = await Hosted.All(host.Queries.ListAsync(CommunityFilter.All, Actor.Of(Guest), seen.Count == 0 ? null : seen[^1], take));
            seen.AddRange(page.Select(l => l.Community));
        }
        while (page.Length == take);

        Assert.Equal(Enumerable.Range(0, 250).Where(i => i % 3 != 0).Select(i => $"c{i:000}"), seen.Select(c => c.Text));
        Assert.Throws<ArgumentOutOfRangeException>(() => host.Queries.ListAsync(CommunityFilter.All, default, take: 0));
    }

    [Fact]
    public async Task MembersAndHistory_PageByKey()
    {
        Hosted host = new();
        PersonId[] people = [.. Enumerable.Range(0, 230).Select(i => new PersonId($"p{i:000}"))];
        await host.Propose(Agile, 1, people);
        List<MemberListing> members = [];
        while ((await host.Queries.MembersAsync(Agile, World.Host, after: members.Count == 0 ? null : members[^1].Person, take: 50)).OrThrow() is { Count: > 0 } page)
        {
            members.AddRange(page);
        }

        Assert.Equal(people.Append(Hosted.Eva).Order(), members.Select(m => m.Person));
        List<JournalEntry> entries = [];
        while ((await host.Queries.HistoryAsync(Agile, World.Host, after: entries.Count, take: 70)).OrThrow() is { Count: > 0 } page)
        {
            entries.AddRange(page);
        }

        Assert.Equal(await host.Entries(Agile), entries);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await host.Queries.HistoryAsync(Agile, World.Host, after: -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await host.Queries.MembersAsync(Agile, World.Host, take: 0));
    }

    [Fact]
    public async Task AsOf_IsTheFoldOfWhatHadOccurred()
    {
        Hosted host = new();
        await host.Must(World.Proposal(Agile), Hosted.Ana);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Must(new RenameCommunity(Agile, "Agility", "We try."), Hosted.Ana);
        Assert.Null(await host.Queries.FindAsOfAsync(Agile, World.Start, Actor.Of(Guest)));
        Assert.Equal("Community agile", (await host.Queries.FindAsOfAsync(Agile, World.Start.AddDays(1), Actor.Of(Guest)))!.Community.Name);
        Assert.Equal(await host.Queries.FindAsync(Agile, Actor.Of(Guest)), await host.Queries.FindAsOfAsync(Agile, World.Start.AddDays(1).AddTicks(1), Actor.Of(Guest)));
    }

    [Fact]
    public async Task Resolve_FollowsMergersAsFarAsTheViewerSees()
    {
        Hosted host = new();
        CommunityId[] chain = [new("one"), new("two"), new("three")];
        foreach (CommunityId id in chain)
        {
            await host.Launch(id);
        }

        for (int i = 0; i < 2; i++)
        {
            await host.Must(new ApproveMerge(chain[i + 1], chain[i]), Hosted.Ana);
            await host.Must(new MergeInto(chain[i], chain[i + 1]), Hosted.Ana);
        }

        foreach (CommunityId id in chain)
        {
            Assert.Equal(chain[2], await host.Queries.ResolveAsync(id, Actor.Of(Guest)));
        }

        Assert.Null(await host.Queries.ResolveAsync(new("nowhere"), World.Host));
        await host.Must(new SetVisibility(chain[2], Visibility.Private, MemberListVisibility.Members), Hosted.Ana);
        Assert.Null(await host.Queries.ResolveAsync(chain[0], Actor.Of(Guest)));
        Assert.Equal(chain[2], await host.Queries.ResolveAsync(chain[0], Actor.Of(Hosted.Ana)));
    }

    [Fact]
    public async Task OverdueReviews_AreListedFromTheirDueDateOn()
    {
        Hosted host = new();
        await host.Launch(Agile);
        DateTimeOffset due = (await host.Queries.FindAsync(Agile, World.Host))!.Community.NextReviewOn!.Value;
        host.Clock.SetUtcNow(due.AddTicks(-1));
        Assert.Empty(await Hosted.All(host.Queries.OverdueReviewsAsync(Actor.Of(Guest))));
        host.Clock.SetUtcNow(due);
        Assert.Equal([Agile], (await Hosted.All(host.Queries.OverdueReviewsAsync(Actor.Of(Guest)))).Select(l => l.Community));
    }

    [Fact]
    public async Task Succession_IsForThoseWhoCarryTheCommunity()
    {
        Hosted host = new();
        await host.Launch(Agile);
        foreach (Actor who in new[] { Actor.Of(Hosted.Ana), Actor.Of(Hosted.Dee), Actor.Of(Hosted.Eva), World.Host })
        {
            SuccessionView view = (await host.Queries.SuccessionWarningsAsync(Agile, who)).OrThrow();
            Assert.Contains("succession.single-facilitator", view.Warnings.Select(w => w.Code));
            Assert.Equal([Hosted.Ana], view.Outlook.Select(o => o.Person));
        }

        Assert.Equal(["succession.hidden"], (await host.Queries.SuccessionWarningsAsync(Agile, Actor.Of(Hosted.Cem))).Codes());
    }

    [Fact]
    public async Task Similar_IsWhatAllRecordsWouldShow_AndTellsNoSecretMembers()
    {
        Hosted host = new();
        await host.Launch(Agile, 1, Hosted.Ana, Hosted.Bo, Hosted.Cem, Hosted.Fin); // topics agile and testing; members are shown to members
        await host.Must(World.Proposal(new("bakers")) with { Domain = World.Domain("testing") }, Hosted.Ana);
        await host.Must(World.Proposal(new("cooks")), Hosted.Ana);
        CommunityDraft draft = new("COMMUNITY-AGILE", [new TopicWeight(new("testing"), 1)], [Hosted.Ana, Hosted.Bo]);

        ValueList<SimilarCommunity> outside = await host.Queries.SimilarAsync(draft, Actor.Of(Guest), 10_000);
        Assert.Equal([("agile", SimilarityKind.Duplicate, 0), ("bakers", SimilarityKind.Duplicate, 0)], outside.Select(s => (s.Community.Text, s.Kind, s.SharedMembers)).Order());
        ValueList<SimilarCommunity> inside = await host.Queries.SimilarAsync(draft, Actor.Of(Hosted.Cem), 10_000);
        Assert.Equal(2, inside.Single(s => s.Community == Agile).SharedMembers);
        Assert.Equal(SimilarityKind.Overlap, (await host.Queries.SimilarAsync(draft with { Name = "New", Topics = [] }, Actor.Of(Hosted.Cem), 10_000)).Single().Kind);
        Assert.Empty(await host.Queries.SimilarAsync(draft with { Name = "New", Topics = [] }, Actor.Of(Guest), 10_000));
        Assert.Empty(await host.Queries.SimilarAsync(new("Knitting", [], []), Actor.Of(Guest)));
    }

    [Fact]
    public async Task WhatWasReturned_StaysAsItWas()
    {
        Hosted host = new();
        await host.Launch(Agile);
        CommunityView view = (await host.Queries.FindAsync(Agile, World.Host))!;
        Membership membership = (await host.Queries.MembershipAsync(Agile, Hosted.Cem, World.Host)).OrThrow();
        await host.Must(new LeaveCommunity(Agile, Hosted.Cem), Hosted.Cem);
        Assert.Equal((4, MembershipStatus.Active), (view.Members.Single(m => m.Status == MembershipStatus.Active).Count, membership.Status));
        Assert.Equal(3, (await host.Queries.FindAsync(Agile, World.Host))!.Members.Single(m => m.Status == MembershipStatus.Active).Count);
    }

    [Fact]
    public async Task OwnMemberships_AreAlwaysShown()
    {
        Hosted host = await Private();
        await host.Must(new LeaveCommunity(Agile, Hosted.Bo), Hosted.Bo);
        Assert.Null(await host.Queries.FindAsync(Agile, Actor.Of(Hosted.Bo)));
        Assert.Equal([Agile], (await Hosted.All(host.Queries.MembershipsOfAsync(Hosted.Bo, Actor.Of(Hosted.Bo)))).Select(m => m.Community));
        Assert.Equal(MembershipStatus.Alumni, (await host.Queries.MembershipAsync(Agile, Hosted.Bo, Actor.Of(Hosted.Bo))).OrThrow().Status);
        Assert.Empty(await Hosted.All(host.Queries.MembershipsOfAsync(Hosted.Bo, Actor.Of(Hosted.Cem))));
    }

    private static async Task<Hosted> Private()
    {
        Hosted host = new();
        await host.Launch(Agile);
        await host.Must(new InviteMember(Agile, Invited), Hosted.Ana);
        await host.Must(new SetVisibility(Agile, Visibility.Private, MemberListVisibility.Members), Hosted.Ana);
        host.Clock.Advance(TimeSpan.FromDays(3));
        return host;
    }
}
