using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>The portfolio, trends and alerts, and the views of single people, over a small host.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class PortfolioTests
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(91);

    [Fact]
    public async Task Report_TellsWhereCommunitiesStandAndWhatWantsAttention()
    {
        SmallHost host = new();
        await host.Launch("alpha", "ana", "bo", "cy");
        await host.Launch("beta", "di", "ed", "fi");
        await host.Happens("beta", SmallHost.Desk, new RoleEnded(new("di"), Role.Facilitator, null, default));
        host.Clock.Advance(TimeSpan.FromDays(500));
        PortfolioReport report = await Portfolio(host).ReportAsync(SmallHost.Desk);

        Assert.Equal(["alpha", "beta"], report.Communities.Select(c => c.Community.Text));
        Assert.Equal(["beta"], report.WithoutFacilitator.Select(c => c.Text));
        Assert.Equal(["alpha", "beta"], report.Overdue.Select(c => c.Text));
        Assert.Equal(2, report.ByStatus()[CommunityStatus.Active]);
        Assert.Equal(2, report.ByStage().Values.Sum());
        PortfolioOverlap overlap = Assert.Single(report.Overlaps); // the same name and charter
        Assert.Equal(("alpha", "beta", SimilarityKind.Duplicate), (overlap.First.Text, overlap.Second.Text, overlap.Kind));
    }

    /// <summary>Ten belong to both; one who joins counts from the next week on, and beside the report of this week not even then.</summary>
    [Fact, Trait("Law", "44")]
    public async Task Law44_WhoBelongsToTwo_IsCountedByTheWeek_AndHeldBesideTheReportBefore()
    {
        SmallHost host = new();
        string[] both = [.. Enumerable.Range(0, 10).Select(i => $"p{i}")];
        await host.Launch("alpha", [.. both, .. Enumerable.Range(0, 9).Select(i => $"a{i}")]);
        await host.Launch("beta", [.. both, .. Enumerable.Range(0, 9).Select(i => $"b{i}")]);
        DateTimeOffset monday = PublicationGrid.Weekly.At(host.Clock.GetUtcNow()) + PublicationGrid.Weekly.Step;
        host.Clock.AdjustTime(monday.AddDays(1));
        PortfolioReport published = await Portfolio(host).ReportAsync(SmallHost.Desk);
        Assert.Equal((monday, 10), (published.CountedUntil, published.Overlaps.Single().SharedMembers));

        await host.Happens("beta", SmallHost.By("a0"), new MemberJoined(new("a0"), new("join/1", "web")));
        host.Clock.AdjustTime(monday.AddDays(6));
        Assert.Equal(10, (await Portfolio(host).ReportAsync(SmallHost.Desk)).Overlaps.Single().SharedMembers);
        host.Clock.AdjustTime(monday.AddDays(8));
        Assert.Equal(11, (await Portfolio(host).ReportAsync(SmallHost.Desk)).Overlaps.Single().SharedMembers);
        PortfolioReport second = await Portfolio(host).ReportAsync(SmallHost.Desk, published), third = await Portfolio(host).ReportAsync(SmallHost.Desk, second);
        Assert.Equal([(null, 10), (null, 10)], ((PortfolioReport[])[second, third]).Select(r => (r.Overlaps.Single().SharedMembers, r.Overlaps.Single().LastTold)));

        foreach (int more in Enumerable.Range(1, 3))
        {
            await host.Happens("beta", SmallHost.By($"a{more}"), new MemberJoined(new($"a{more}"), new("join/1", "web")));
        }

        host.Clock.AdjustTime(monday.AddDays(15)); // 14 share them, and 5 remain in alpha
        Assert.Equal((null, 10), (await Portfolio(host).ReportAsync(SmallHost.Desk, third)).Overlaps.Single() is var held ? (held.SharedMembers, held.LastTold) : default);
        Assert.Equal((14, null), (await Portfolio(host).ReportAsync(SmallHost.Desk)).Overlaps.Single() is var free ? (free.SharedMembers, free.LastTold) : default);
    }

    [Fact]
    public async Task SiloMap_OfCommunitiesTakenTogether_IsThatOfTheirEvidence()
    {
        SmallHost host = await Busy(18);
        SiloMap map = (await Portfolio(host).SiloMapAsync(SiloBorder.Department, SmallHost.Desk))!;
        Assert.Equal(PublicationGrid.Quarterly.At(host.Clock.GetUtcNow()), map.Window.Until);
        Assert.Equal(["hr", "it"], map.Groups.Select(g => g.Name));
        Assert.Equal([9, 9], map.Groups.Select(g => g.People!.Value));
        Assert.Equal(map, await Portfolio(host).SiloMapAsync(new CommunityId("alpha"), SiloBorder.Department, SmallHost.Desk));
        Assert.Null(await Portfolio(host).SiloMapAsync(new CommunityId("none"), SiloBorder.Department, SmallHost.Desk));
        Assert.Null(await Portfolio(new SmallHost()).SiloMapAsync(SiloBorder.Department, SmallHost.Desk));
    }

    /// <summary>The organisation is that of the time: half of it changed departments between the two periods.</summary>
    [Fact]
    public async Task Trends_TheOrganisationOfEachPeriod_IsThatOfItsEnd()
    {
        SmallHost host = new();
        DateTimeOffset start = host.Clock.GetUtcNow(), move = start.AddDays(100);
        await host.Launch("alpha", [.. Enumerable.Range(0, 12).Select(i => $"p{i:00}")]);
        List<Activity> acts = [new(new("alpha"), new("p00"), start, Act.Post)];
        for (int i = 0; i < 60; i++)
        {
            PersonAttributes before = new() { Department = "it", Until = i < 30 ? move : null };
            host.People.Put(new Person(new($"p{i:00}"), i < 30 ? [before, new() { Department = "hr", From = move }] : [before]));
            acts.AddRange(i < 12 ? new[] { 10, 110 }.Select(day => new Activity(new("alpha"), new($"p{i:00}"), start.AddDays(day), Act.Post) { To = [new PersonId($"p{(i + 1) % 12:00}")] }) : []);
        }

        await host.Activities.AppendAsync(acts.ToValueList());
        host.Clock.AdjustTime(start.AddDays(182));
        TrendReport report = await Trends(host, PublicationGrid.EveryMoment).TrendsAsync(new CommunityId("alpha"), 2);
        ValueList<Measurement> series = report.Trends.Single(t => t.Info.Id == DepartmentRepresentativeness.Id).Series;
        Assert.Equal([1.0, 0.5], series.Select(m => m.Amount!.Value)); // all it in all it; all hr in half hr
    }

    /// <summary>Law 47 through trends, alerts and silo maps: whoever objects is as if they had never taken part.</summary>
    [Property(MaxTest = 15), Trait("Law", "47")]
    public async Task Law47_TrendsAlertsAndMaps_AreAsIfTheyHadNeverTakenPart(LivelyCommunity lively)
    {
        SmallCommunity community = lively.Community;
        PersonId person = community.Activities[0].Person;
        SmallHost objected = new(), never = new();
        await objected.Happens(SmallCommunity.Id.Text, Actor.Of(person), new ProcessingObjected(person, ProcessingPurpose.Analytics));
        await objected.Activities.AppendAsync(community.Activities);
        await never.Activities.AppendAsync(community.Activities.Where(a => a.Person != person).Select(a => a with { To = a.To.Where(p => p != person).ToValueList() }).ToValueList());
        foreach (SmallHost host in new[] { objected, never })
        {
            Assert.All(community.People, host.People.Put);
            host.Clock.AdjustTime(community.AsOf);
        }

        Assert.Equal(await Trends(never).TrendsAsync(SmallCommunity.Id, 3), await Trends(objected).TrendsAsync(SmallCommunity.Id, 3));
        Assert.Equal(await Trends(never).AlertsAsync(SmallCommunity.Id), await Trends(objected).AlertsAsync(SmallCommunity.Id));
        Assert.Equal("analytics.not-counted", Refusal(await Own(objected).ReadAsync(SmallCommunity.Id, Actor.Of(person), community.Window)));
    }

    [Fact]
    public async Task Law47_ASiloMap_IsAsIfTheyHadNeverTakenPart()
    {
        SmallHost objected = await Busy(18), never = await Busy(18, without: 17);
        await objected.Happens("alpha", SmallHost.By("p17"), new ProcessingObjected(new("p17"), ProcessingPurpose.Analytics));
        Assert.Equal(
            await Portfolio(never).SiloMapAsync(SiloBorder.Department, SmallHost.Desk), await Portfolio(objected).SiloMapAsync(SiloBorder.Department, SmallHost.Desk));
    }

    [Fact]
    public async Task OwnReadings_AreForThePersonOnly()
    {
        SmallHost host = await Busy(6);
        TimeWindow window = TimeWindow.Last(Window, host.Clock.GetUtcNow());
        PersonReadings own = (await Own(host).ReadAsync(new("alpha"), SmallHost.By("p00"), window)).OrThrow();
        Assert.Equal((new PersonId("p00"), 5, 5), (own.Person, own.Contributions, own.Contacts));
        Assert.Equal("analytics.no-person", Refusal(await Own(host).ReadAsync(new("alpha"), SmallHost.Desk, window)));
    }

    [Fact]
    public async Task FacilitatorReadings_EveryLookIsLoggedAndRefusedOnesShowNothing()
    {
        SmallHost host = await Busy(6);
        Looks log = new();
        FacilitatorReadings readings = new(new EvidenceSource(host.Activities, host.Directory, host.People, host.Records), host.Records, log, host.Clock);
        TimeWindow window = TimeWindow.Last(Window, host.Clock.GetUtcNow());
        CommunityId alpha = new("alpha");
        Assert.Equal(5, (await readings.ReadAsync(alpha, new("p01"), SmallHost.By("p00"), "handover", window)).OrThrow().Contacts);
        Assert.Equal("analytics.not-facilitator", Refusal(await readings.ReadAsync(alpha, new("p01"), SmallHost.By("p02"), "curious", window)));
        Assert.Equal("analytics.not-member", Refusal(await readings.ReadAsync(alpha, new("who"), SmallHost.By("p00"), "handover", window)));
        Assert.Equal("analytics.purpose", Refusal(await readings.ReadAsync(alpha, new("p01"), SmallHost.By("p00"), " ", window)));
        Assert.Equal([true, false, false, false], log.Seen.Select(l => l.Granted));
        log.Broken = true;
        await Assert.ThrowsAsync<IOException>(async () => await readings.ReadAsync(alpha, new("p01"), SmallHost.By("p00"), "handover", window));
    }

    private static string Refusal<T>(Decision<T> decision) => decision.Match(_ => "accepted", refused => refused.Reasons[0].Code);

    private static Portfolio Portfolio(SmallHost host) => new(new EvidenceSource(host.Activities, host.Directory, host.People, host.Records), host.Records, new CommunityQueries(host.Records, host.Directory, PolicySet.Default), new CommunityStages(new EvidenceSource(host.Activities, host.Directory, host.People, host.Records), host.Records, host.Clock), Window);

    private static CommunityTrends Trends(SmallHost host, PublicationGrid? grid = null) => new(new EvidenceSource(host.Activities, host.Directory, host.People, host.Records), host.Records, host.Clock, StandardIndicators.All, Window, grid: grid);

    private static OwnReadings Own(SmallHost host) => new(new EvidenceSource(host.Activities, host.Directory, host.People, host.Records));

    /// <summary>A community in which everybody turned to everybody once, half of them in each of two departments, just before a moment of the grid.</summary>
    private static async Task<SmallHost> Busy(int people, int? without = null)
    {
        SmallHost host = new();
        string[] names = [.. Enumerable.Range(0, people).Where(i => i != without).Select(i => $"p{i:00}")];
        await host.Launch("alpha", names);
        DateTimeOffset grid = PublicationGrid.Quarterly.At(host.Clock.GetUtcNow()) + PublicationGrid.Quarterly.Step;
        List<Activity> acts = [];
        foreach (string from in names)
        {
            host.People.Put(new Person(new(from), [new PersonAttributes { Department = from[2] % 2 == 0 ? "it" : "hr" }]));
            acts.AddRange(names.Where(to => to != from).Select((to, i) => new Activity(new("alpha"), new(from), grid.AddDays(-1).AddMinutes(i), Act.Post) { To = [new PersonId(to)] }));
        }

        await host.Activities.AppendAsync(acts.ToValueList());
        host.Clock.AdjustTime(grid.AddHours(1));
        return host;
    }

    private sealed class Looks : IAnalyticsLookLog
    {
        public List<AnalyticsLook> Seen { get; } = [];

        public bool Broken { get; set; }

        public ValueTask AppendAsync(AnalyticsLook look, CancellationToken cancellationToken = default)
        {
            Seen.Add(look);
            return Broken ? throw new IOException("The log is full.") : default;
        }
    }
}
