using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Health;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
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

            CommunityHealth objected = new(new EvidenceSource(host.Activities, communities, host.People, host.Records), new HealthAssessor(), clock, TimeSpan.FromDays(91));
            CommunityHealth never = new(new EvidenceSource(without, communities, host.People, host.Records), new HealthAssessor(), clock, TimeSpan.FromDays(91));
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
        CommunityHealth strict = new(new EvidenceSource(host.Activities, communities, people, host.Records, AnalyticsBasis.Consent), new HealthAssessor(), clock, TimeSpan.FromDays(91));
        HealthReport report = await strict.AssessAsync(SmallCommunity.Id, GoldenCommunity.Known.Window);
        CommunityHealth nobody = new(new EvidenceSource(host.Activities, communities, people, records: null, AnalyticsBasis.Consent), new HealthAssessor(), clock, TimeSpan.FromDays(91));

        Assert.Equal(all.Count(a => agreed.Contains(a.Person) && GoldenCommunity.Known.Window.Contains(a.At)), report.Activity.InWindow + report.Activity.Bots + report.Activity.RepliesToOneself);
        Assert.Equal(0, (await nobody.AssessAsync(SmallCommunity.Id, GoldenCommunity.Known.Window)).Activity.InWindow);
    }

    [Fact]
    public async Task AssessAsync_CommunityOfTheJournal_IsReadAsOfTheWindowsEnd()
    {
        SmallHost host = new();
        DateTimeOffset begun = host.Clock.GetUtcNow();
        await host.Happens("a", SmallHost.Desk, new CommunityLaunched(begun));
        host.Clock.Advance(TimeSpan.FromDays(10));
        await host.Happens("a", SmallHost.Desk, new CommunityPaused(begun.AddDays(20), null));
        CommunityHealth health = new(new EvidenceSource(host.Activities, communities, host.People, host.Records), new HealthAssessor(), host.Clock, TimeSpan.FromDays(91), grid: PublicationGrid.EveryMoment);

        Assert.Equal("activity/5", (await health.AssessAsync(SmallCommunity.Id, TimeWindow.Last(TimeSpan.FromDays(91), begun))).ModelVersion);
        Assert.Equal("community/2", (await health.AssessAsync(SmallCommunity.Id, TimeWindow.Last(TimeSpan.FromDays(91), begun.AddTicks(1)))).ModelVersion);
        Assert.Equal("community/2", (await health.AssessAsync(SmallCommunity.Id, TimeWindow.Last(TimeSpan.FromDays(91), begun.AddDays(30)))).ModelVersion);
    }

    /// <summary>The window before is read as the journal stood at its end: where the community was there by then, by the same model.</summary>
    [Theory]
    [InlineData(100, HealthBaseline.PreviousPeriod, null)]
    [InlineData(50, HealthBaseline.Okay, "baseline.other-model")]
    public async Task AssessAsync_AgainstAnEarlierWindow_FoldsTheJournalAsOfThen(int days, HealthBaseline used, string? why)
    {
        SmallHost host = new();
        DateTimeOffset begun = host.Clock.GetUtcNow();
        await host.Happens("a", SmallHost.Desk, new CommunityLaunched(begun));
        SmallCommunity questions = Example.Of(Enumerable.Range(0, 80).SelectMany(i => Example.Question(i, 4 * i, i % 3 == 0 ? null : 5))).Shifted(begun.AddDays(-200) - Example.Start);
        await host.Activities.AppendAsync(questions.Activities);
        HealthModel Model(string version) => new(version, [new("a", "A", 1, [new(AnsweredInTime.Id, 1, Goalposts.Linear(0.3, 0.9))])], [new("Low", 0)], new() { Dimensions = 1 });
        HealthAssessor assessor = new(new HealthModels(Model("known/1"), Model("activities/1")), [new AnsweredInTime()]);
        CommunityHealth health = new(new EvidenceSource(host.Activities, communities, host.People, host.Records), assessor, host.Clock, TimeSpan.FromDays(91));

        HealthReport report = await health.AssessAsync(SmallCommunity.Id, TimeWindow.Last(TimeSpan.FromDays(91), begun.AddDays(days)), new AssessmentOptions { Baseline = HealthBaseline.PreviousPeriod });
        Assert.Equal(("known/1", used, why), (report.ModelVersion, report.BaselineUsed!.Kind, report.BaselineUsed.Why?.Code));
    }

    [Fact]
    public void CountedPractice_WhoIsNotCounted_IsInNoPart()
    {
        PersonId gone = new("p0");
        PersonId[] people = Known.People(3);
        PracticeState state = Known.Shelf([Known.Artifact("x", 0, null, "p1", people)], new ArtifactUse(new("x"), Known.Day(3), gone)) with
        {
            Gatherings = [Known.Gathering(5, hosts: people, came: people, going: people)],
            Stories = [new(new("s"), gone, "T", Known.Day(1)), new(new("t"), people[1], "T", Known.Day(1)) { Claims = [new(ValueCycle.Applied, "x") { Contributors = [gone] }] }],
        };
        PracticeState counted = CountedPractice.Of(Practice.Of(state), person => person != gone, PersonAliases.None).ToState();

        Assert.DoesNotContain(gone, SmallPractices.PeopleOf(counted).Concat(counted.Stories.SelectMany(s => s.Named)));
        Assert.Equal(Practice.Of(state).ToState(), CountedPractice.Of(Practice.Of(state), _ => true, PersonAliases.None).ToState());
        Assert.Equal([2, 2, 0, 1], (int[])[counted.Gatherings[0].Attended.Count, counted.Gatherings[0].Replies.Count, counted.ArtifactUses.Count, counted.Stories.Count]);
    }

    [Fact]
    public void Constructor_NoWindow_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Health(0));

    /// <summary>What a host without a journal knows; its directory counts the organisation.</summary>
    private static SmallCommunity Counted(SmallCommunity community) =>
        community.ActivityOnly with { Organisation = community.People.Count == 0 ? null : OrganisationCounts.Of(community.People, community.AsOf) };

    private CommunityHealth Health(int days) => new(new EvidenceSource(activities, communities, people), new HealthAssessor(), clock, TimeSpan.FromDays(days), grid: PublicationGrid.EveryMoment);

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
