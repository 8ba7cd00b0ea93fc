using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
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

        CommunityHealth objected = new(host.Activities, new InMemoryCommunityDirectory(), host.People, new HealthAssessor(), clock, TimeSpan.FromDays(91), host.Records);
        CommunityHealth never = new(without, new InMemoryCommunityDirectory(), host.People, new HealthAssessor(), clock, TimeSpan.FromDays(91), host.Records);

        Assert.Equal(await never.AssessAsync(SmallCommunity.Id, community.Window), await objected.AssessAsync(SmallCommunity.Id, community.Window));
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

        return await new CommunityHealth(store, directory, people, new HealthAssessor(), clock, TimeSpan.FromDays(91)).AssessAsync(SmallCommunity.Id, window);
    }
}
