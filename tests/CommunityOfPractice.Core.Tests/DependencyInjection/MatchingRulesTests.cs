using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.DependencyInjection;

/// <summary>A host adds rules and criteria of its own by one class and one line each.</summary>
public sealed class MatchingRulesTests
{
    private static readonly CommunityId Agile = new("agile"), Data = new("data");

    private static readonly PersonId Ana = new("ana"), Bo = new("bo"), Cem = new("cem"), Dee = new("dee");

    [Fact]
    public async Task RulesAndCriteriaOfTheHost_ReachRoundsMentoringAndRecommendations()
    {
        await using ServiceProvider provider = await Host(builder => builder
            .AddPairingRule<NotAnaAndBo>().AddPairingRule<NotAnaAndBo>()
            .AddPairingCriterion<AnaAndDee>(1000).AddPairingCriterion<AnaAndDee>(1)
            .AddRecommendationRule<NotData>().AddRecommendationCriterion<Liked>(2));

        PairingRound round = await provider.GetRequiredService<ICommunityPairing>().PlanAsync(Agile, [], [], 1);
        Assert.Equal(["ana-dee", "bo-cem"], round.Groups.Select(g => string.Join('-', g.People)));
        Assert.Contains(round.Groups[0].Shares, s => s.Of == "host.ana-dee" && s.Amount == 500);

        MentoringResult mentoring = await provider.GetRequiredService<ICommunityMentoring>().AssignAsync(
            Agile, new Dictionary<PersonId, int> { [Bo] = 1 }, new Dictionary<PersonId, int> { [Ana] = 1 }, [], [], MentoringObjective.Stable, 1);
        Assert.Equal(["mentoring.no-mentor", "host.not-ana-bo"], Assert.Single(mentoring.Explained).Reasons.Select(r => r.Code));

        ICommunityRecommendations recommendations = provider.GetRequiredService<ICommunityRecommendations>();
        CommunityRecommendations answer = (await recommendations.RecommendAsync(new("new"), Actor.Of(new PersonId("new")))).OrThrow();
        Assert.Equal(["data host.not-data"], answer.Excluded.Select(e => $"{e.Community} {e.Reason.Code}"));
        Assert.Contains(answer.Items.Single(i => i.Community == Agile).Shares, s => s.Of == "host.liked" && s.Amount == 2);
    }

    [Fact]
    public async Task Weights_OutsideTheirRange_AreRefused()
    {
        await using ServiceProvider provider = await Host(builder =>
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddPairingCriterion<AnaAndDee>(1001));
            Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddPairingCriterion<AnaAndDee>(-1));
            Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddRecommendationCriterion<Liked>(double.NaN));
        });
        Assert.Equal(4, (await provider.GetRequiredService<ICommunityPairing>().PlanAsync(Agile, [], [], 1)).Groups.Sum(g => g.People.Count));
    }

    /// <summary>Bo reports to somebody who takes no part and reports to Ana: two steps, through the directory.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    public async Task ReportingLines_AreFollowedThroughPeopleWhoTakeNoPart(int depth, int paired)
    {
        await using ServiceProvider provider = await Host(_ => { }, Ana, Bo);
        InMemoryPeopleDirectory people = (InMemoryPeopleDirectory)provider.GetRequiredService<IPeopleDirectory>();
        people.Put(new Person(Bo, [new PersonAttributes { Manager = Cem }]));
        people.Put(new Person(Cem, [new PersonAttributes { Manager = Ana }]));

        PairingRound round = await provider.GetRequiredService<ICommunityPairing>().PlanAsync(Agile, [], [], 1, PairingRules.Default with { ReportingDepth = depth });
        Assert.Equal(paired, round.Groups.Sum(g => g.People.Count));
    }

    [Fact]
    public async Task SeveralRounds_AreThoseOfThePlanner()
    {
        await using ServiceProvider provider = await Host(_ => { });
        ICommunityPairing pairing = provider.GetRequiredService<ICommunityPairing>();
        ValueList<PairingRound> rounds = await pairing.PlanSeveralAsync(Agile, [], [], 1, 3, TimeSpan.FromDays(14));

        Assert.Equal(6, rounds.SelectMany(r => r.Groups).Select(g => string.Join('-', g.People)).Distinct().Count());
        Assert.Equal(TimeSpan.FromDays(28), rounds[2].At - rounds[0].At);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await pairing.PlanSeveralAsync(Agile, [], [], 1, 0, TimeSpan.FromDays(14)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await pairing.PlanSeveralAsync(Agile, [], [], 1, 1, TimeSpan.Zero));
    }

    /// <summary>Two communities; the members of the first one agree to be matched.</summary>
    private static async Task<ServiceProvider> Host(Action<Core.DependencyInjection.CommunityOfPracticeBuilder> add, params PersonId[] members)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero)));
        add(services.AddCommunityOfPractice());
        ServiceProvider provider = services.BuildServiceProvider();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();
        foreach (CommunityId community in (CommunityId[])[Agile, Data])
        {
            (await commands.ExecuteAsync(new ProposeCommunity(community, Ana, community.Text, "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []), Actor.Of(Ana))).OrThrow();
        }

        foreach (PersonId person in members.Length > 0 ? members : [Ana, Bo, Cem, Dee])
        {
            (await commands.ExecuteAsync(new JoinCommunity(Agile, person, new JoinConsent("join/1", "web")), Actor.Of(person))).OrThrow();
            (await commands.ExecuteAsync(new GiveConsent(Agile, person, new(ProcessingPurpose.Matching, "data/1", "web")), Actor.Of(person))).OrThrow();
        }

        return provider;
    }

    private sealed class NotAnaAndBo : IMatchRule<Participant, Participant>
    {
        public string Id => "host.not-ana-bo";

        public bool IsPrivate => false;

        public Reason? Forbids(Participant seeker, Participant candidate) => (seeker.Person, candidate.Person) == (Ana, Bo) ? new(Id, "They share a desk.") : null;
    }

    private sealed class AnaAndDee : IMatchCriterion<Participant, Participant>
    {
        public string Id => "host.ana-dee";

        public string Name => "Ana and Dee";

        public double? Fit(Participant seeker, Participant candidate) => seeker.Person == Ana && candidate.Person == Dee ? 1 : candidate.Person == Ana && seeker.Person == Dee ? 1 : 0;

        public string Because(Participant seeker, Participant candidate) => "They asked for it.";
    }

    private sealed class NotData : IMatchRule<CommunitySeeker, CommunityCandidate>
    {
        public string Id => "host.not-data";

        public bool IsPrivate => false;

        public Reason? Forbids(CommunitySeeker seeker, CommunityCandidate candidate) => candidate.Community == Data ? new("host.not-data", "Not now.") : null;
    }

    private sealed class Liked : IMatchCriterion<CommunitySeeker, CommunityCandidate>
    {
        public string Id => "host.liked";

        public string Name => "liked";

        public double? Fit(CommunitySeeker seeker, CommunityCandidate candidate) => candidate.Community == Agile ? 1 : 0;

        public string Because(CommunitySeeker seeker, CommunityCandidate candidate) => "You liked it.";
    }
}
