using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Health;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Hosting;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class CommunityHealthTests
{
    private readonly InMemoryActivityStore activities = new();
    private readonly InMemoryCommunityDirectory communities = new();
    private readonly InMemoryPeopleDirectory people = new();
    private readonly FakeTimeProvider clock = new(GoldenCommunity.Known.AsOf);

    [Property]
    public async Task AssessAsync_AnyCommunity_IsWhatTheAssessorSays(SmallCommunity community)
    {
        CommunityHealthTests host = new();
        await host.Load(community);
        Assert.Equal(new HealthAssessor().Assess(Counted(community).Evidence), await host.Health(1).AssessAsync(SmallCommunity.Id, community.Window));
    }

    [Fact]
    public async Task AssessAsync_WithoutWindow_LooksBackFromNow()
    {
        await Load(GoldenCommunity.Known);
        HealthReport report = await Health(91).AssessAsync(SmallCommunity.Id);
        Assert.Equal(new HealthAssessor().Assess(Counted(GoldenCommunity.Known).Evidence), report);
        Assert.Equal(HealthVerdict.Scored, report.Verdict);
        clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(TimeWindow.Last(TimeSpan.FromDays(28), GoldenCommunity.Known.AsOf.AddDays(7)), (await Health(28).AssessAsync(SmallCommunity.Id)).Window);
    }

    [Fact]
    public async Task AssessAsync_UnknownCommunity_SaysWhatIsMissing()
    {
        HealthReport report = await Health(91).AssessAsync(new("unknown"));
        Assert.Equal(("unknown", HealthVerdict.InsufficientData, 0), (report.Community.Text, report.Verdict, report.Activity.InWindow));
    }

    [Fact]
    public async Task AssessAsync_Cancelled_Throws()
    {
        await Load(GoldenCommunity.Known);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Health(91).AssessAsync(SmallCommunity.Id, new CancellationToken(true)));
    }

    /// <summary>Law 47: whoever objects appears in no reading, and all else is as if they had never taken part.</summary>
    [Property(MaxTest = 40)]
    public async Task Law47_WhoeverObjects_IsAsIfTheyHadNeverTakenPart(SmallCommunity community)
    {
        foreach (PersonId person in community.Activities.Select(a => a.Person).Distinct().Take(2))
        {
            SmallHost host = new();
            await host.Happens(SmallCommunity.Id.Text, Actor.Of(person), new ProcessingObjected(person, ProcessingPurpose.Analytics));
            Activity[] others = [.. community.Activities.Where(a => a.Person != person).Select(a => a with { To = a.To.Where(p => p != person).ToValueList() })];
            await host.Activities.AppendAsync(community.Activities);
            InMemoryActivityStore without = new();
            await without.AppendAsync(others.ToValueList());
            foreach (Person known in community.People)
            {
                host.People.Put(known);
            }

            CommunityHealth objected = new(host.Activities, communities, host.People, new HealthAssessor(), clock, TimeSpan.FromDays(91), host.Records);
            CommunityHealth never = new(without, communities, host.People, new HealthAssessor(), clock, TimeSpan.FromDays(91), host.Records);
            Assert.Equal(await never.AssessAsync(SmallCommunity.Id, community.Window), await objected.AssessAsync(SmallCommunity.Id, community.Window));
        }
    }

    [Fact]
    public async Task AssessAsync_OnConsent_CountsOnlyThoseWhoAgreed()
    {
        SmallHost host = new();
        Activity[] all = [.. GoldenCommunity.Known.Activities];
        PersonId[] agreed = [.. all.Select(a => a.Person).Distinct().Take(3)];
        foreach (PersonId person in agreed)
        {
            await host.Happens(SmallCommunity.Id.Text, Actor.Of(person), new ProcessingConsentGiven(person, new(ProcessingPurpose.Analytics, "analytics/1", "web")));
        }

        await host.Activities.AppendAsync(all.ToValueList());
        CommunityHealth strict = new(host.Activities, communities, people, new HealthAssessor(), clock, TimeSpan.FromDays(91), host.Records, AnalyticsBasis.Consent);
        HealthReport report = await strict.AssessAsync(SmallCommunity.Id, GoldenCommunity.Known.Window);
        CommunityHealth nobody = new(host.Activities, communities, people, new HealthAssessor(), clock, TimeSpan.FromDays(91), records: null, AnalyticsBasis.Consent);

        Assert.Equal(all.Count(a => agreed.Contains(a.Person) && GoldenCommunity.Known.Window.Contains(a.At)), report.Activity.InWindow + report.Activity.Bots + report.Activity.RepliesToOneself);
        Assert.Equal(0, (await nobody.AssessAsync(SmallCommunity.Id, GoldenCommunity.Known.Window)).Activity.InWindow);
    }

    [Fact]
    public void Constructor_NoWindow_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Health(0));

    /// <summary>What a host without a journal knows; its directory counts the organisation.</summary>
    private static SmallCommunity Counted(SmallCommunity community) =>
        community.ActivityOnly with { Organisation = community.People.Count == 0 ? null : OrganisationCounts.Of(community.People, community.AsOf) };

    private CommunityHealth Health(int days) => new(activities, communities, people, new HealthAssessor(), clock, TimeSpan.FromDays(days));

    private async Task Load(SmallCommunity community)
    {
        (await activities.AppendAsync(community.Activities)).OrThrow();
        if (community.Roster is { } roster)
        {
            communities.Put(roster);
        }

        foreach (Person person in community.People)
        {
            people.Put(person);
        }
    }
}
