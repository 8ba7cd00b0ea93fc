using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>People merged across sources: what is measured is measured of people, whatever ids they used.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 60)]
public sealed class MergedPeopleTests
{
    private readonly FakeTimeProvider clock = new();

    /// <summary>Every other activity under the id of another tool: with the aliases the report is the same, and undoing them gives back that of the raw ids.</summary>
    [Property]
    public async Task Report_OfMergedPeople_IsThatOfThePeople(SmallCommunity community)
    {
        Activity[] raw = [.. community.Activities.Select((a, i) => i % 2 == 0 ? a : a with { Person = Chat(a.Person) })];
        Roster? roster = community.Roster is null ? null : new(SmallCommunity.Id, community.Roster.Periods.Select((p, i) => i % 2 == 0 ? Of(p, Chat(p.Person)) : p).ToValueList());
        InMemoryPeopleDirectory people = new();
        people.PutAliases(Aliases(community));
        InMemoryPeopleDirectory plain = new();
        foreach (Person person in community.People)
        {
            people.Put(person);
            plain.Put(person);
        }

        HealthReport merged = await Report(raw, roster, people, community.Window);

        Assert.Equal(await Report(community.Activities, community.Roster, plain, community.Window), merged);
        people.PutAliases(people.Aliases.All.Aggregate(people.Aliases, (all, a) => all.Undo(a.Alias)));
        Assert.Equal(await Report(raw, roster, plain, community.Window), await Report(raw, roster, people, community.Window));
    }

    /// <summary>Law 47 for people with several ids: who objects under one is not counted under any.</summary>
    [Property]
    public async Task Law47_ObjectionUnderOneId_HoldsForAll(SmallCommunity community)
    {
        if (community.Activities.Count == 0)
        {
            return;
        }

        PersonId person = community.Activities[0].Person;
        SmallHost host = new();
        await host.Happens(SmallCommunity.Id.Text, Actor.Of(Chat(person)), new ProcessingObjected(Chat(person), ProcessingPurpose.Analytics));
        host.People.PutAliases(Aliases(community));
        foreach (Person known in community.People)
        {
            host.People.Put(known);
        }

        InMemoryActivityStore without = new();
        await host.Activities.AppendAsync(community.Activities);
        await without.AppendAsync(community.Activities.Where(a => a.Person != person).Select(a => a with { To = a.To.Where(p => p != person).ToValueList() }).ToValueList());

        CommunityHealth objected = new(new EvidenceSource(host.Activities, new InMemoryCommunityDirectory(), host.People, host.Records), new HealthAssessor(), clock, TimeSpan.FromDays(91));
        CommunityHealth never = new(new EvidenceSource(without, new InMemoryCommunityDirectory(), host.People, host.Records), new HealthAssessor(), clock, TimeSpan.FromDays(91));

        Assert.Equal(await never.AssessAsync(SmallCommunity.Id, community.Window), await objected.AssessAsync(SmallCommunity.Id, community.Window));
    }

    /// <summary>Where only those count who agreed, an agreement under one id counts for all of them, and an objection under another takes it back.</summary>
    [Fact]
    public async Task OnConsent_AgreementHoldsForAllIds_AndAnyObjectionMore()
    {
        SmallHost host = new();
        PersonId ada = new("ada"), ben = new("ben");
        host.People.PutAliases(new([new(Chat(ada), ada), new(Chat(ben), ben)]));
        foreach (PersonId person in (PersonId[])[ada, ben])
        {
            await host.Happens("small", Actor.Of(person), new ProcessingConsentGiven(person, new(ProcessingPurpose.Analytics, "analytics/1", "web")));
        }

        await host.Happens("small", Actor.Of(Chat(ben)), new ProcessingObjected(Chat(ben), ProcessingPurpose.Analytics));
        DateTimeOffset now = host.Clock.GetUtcNow();
        await host.Activities.AppendAsync([.. ((PersonId[])[ada, Chat(ada), ben, Chat(ben), new("cleo")]).Select((p, i) => new Activity(new("small"), p, now.AddDays(-i - 1), Act.Post))]);

        CommunityHealth strict = new(new EvidenceSource(host.Activities, new InMemoryCommunityDirectory(), host.People, host.Records, AnalyticsBasis.Consent), new HealthAssessor(), clock, TimeSpan.FromDays(91), grid: PublicationGrid.EveryMoment);

        Assert.Equal(2, (await strict.AssessAsync(new("small"), TimeWindow.Last(TimeSpan.FromDays(91), now))).Activity.InWindow);
    }

    /// <summary>What is written down is people's, too: of two ids of one person there is one guest, one host, one author, no use of one's own by somebody else, no thanks to oneself.</summary>
    [Fact]
    public void Practice_OfMergedPeople_IsThatOfThePeople()
    {
        PersonId ada = new("ada"), ben = new("ben");
        PersonAliases aliases = new([new(Chat(ada), ada)]);
        GatheringState gathering = Known.Gathering(5, hosts: [Chat(ada), ada], came: [ada, Chat(ada), ben], going: [ada, ben, Chat(ada)]);
        PracticeState raw = Known.Shelf([Known.Artifact("x", 0, null, "chat:ada", ada, Chat(ada))], new ArtifactUse(new("x"), Known.Day(3), Chat(ada))) with
        {
            Gatherings = [gathering],
            Kudos = [new(new("k1"), ada, Chat(ada), Known.Day(1), "Thanks", null), new(new("k2"), Chat(ada), ben, Known.Day(1), "Thanks", null)],
            Stories = [new(new("s"), Chat(ada), "T", Known.Day(1)) { Claims = [new(ValueCycle.Applied, "x") { Contributors = [ada, Chat(ada)] }] }],
        };

        PracticeState people = CountedPractice.Of(Practice.Of(raw), _ => true, aliases).ToState();

        Assert.Equal(("ada", "ada,ben", "ada,ben"), (Text(people.Gatherings[0].Info.Hosts), Text(people.Gatherings[0].Attended), Text(people.Gatherings[0].Replies.Select(r => r.Person))));
        Assert.Equal(3, people.Gatherings[0].Replies[0].Number);
        Assert.Equal(("ada", "ada", "ada"), (Text(people.Artifacts[0].Authors), people.Artifacts[0].Steward!.Value.Text, people.ArtifactUses[0].Person.Text));
        Assert.Equal(("k2", "ada"), (people.Kudos.Single().Id.Text, people.Kudos.Single().From.Text));
        Assert.Equal(("ada", "ada"), (people.Stories[0].Teller.Text, Text(people.Stories[0].Claims[0].Contributors)));

        static string Text(IEnumerable<PersonId> ids) => string.Join(',', ids);
    }

    /// <summary>An organisation has its people once, whatever ids they have.</summary>
    [Fact]
    public async Task Organisation_CountsEverybodyOnce()
    {
        InMemoryPeopleDirectory people = new();
        people.Put(new(new("U1"), [new() { Department = "Chat" }]));
        people.Put(new(new("ada"), [new() { Department = "IT" }]));
        people.Put(new(new("U2"), [new() { Department = "Chat" }]));
        people.PutAliases(new([new(new("U1"), new("ada")), new(new("U2"), new("nobody"))]));

        Assert.Equal([new("Chat", 1), new("IT", 1)], (await people.CountAsync(DateTimeOffset.UnixEpoch))!.Departments);
    }

    private static PersonId Chat(PersonId person) => new($"chat:{person}");

    private static MembershipPeriod Of(MembershipPeriod period, PersonId person) =>
        new(period.Community, person, period.From, period.Until, period.Role) { Status = period.Status, Reason = period.Reason };

    private static PersonAliases Aliases(SmallCommunity community) => new(
        community.Activities.Select(a => a.Person).Concat(community.Roster?.Periods.Select(p => p.Person) ?? []).Distinct().Select(p => new PersonAlias(Chat(p), p)).ToValueList());

    private async Task<HealthReport> Report(IEnumerable<Activity> activities, Roster? roster, InMemoryPeopleDirectory people, TimeWindow window)
    {
        InMemoryActivityStore store = new();
        (await store.AppendAsync(activities.ToValueList())).OrThrow();
        InMemoryCommunityDirectory directory = new();
        if (roster is not null)
        {
            directory.Put(roster);
        }

        return await new CommunityHealth(new EvidenceSource(store, directory, people), new HealthAssessor(), clock, TimeSpan.FromDays(91), grid: PublicationGrid.EveryMoment).AssessAsync(SmallCommunity.Id, window);
    }
}
