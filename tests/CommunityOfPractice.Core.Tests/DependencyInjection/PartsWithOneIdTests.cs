using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityOfPractice.Core.Tests.DependencyInjection;

/// <summary>Two parts of a host with one id are told before anybody calls anything, by both types.</summary>
public sealed class PartsWithOneIdTests
{
    [Theory]
    [InlineData("indicators", nameof(Isolates2), "Isolates")]
    [InlineData("flags", nameof(Flag1), nameof(Flag2))]
    [InlineData("pairing", nameof(Rule1), nameof(Rule2))]
    [InlineData("pairing-criteria", nameof(Criterion1), "one of the library")]
    [InlineData("recommendation", nameof(Hidden), "one of the library")]
    [InlineData("recommendation-criteria", nameof(Liked1), nameof(Liked2))]
    public async Task Parts_WithOneId_StopTheStart(string what, string one, string other)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        Add(what, builder.Services.AddCommunityOfPractice());
        using IHost host = builder.Build();
        OptionsValidationException told = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains(one, told.Message, StringComparison.Ordinal);
        Assert.Contains(other, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAHost_TheFirstServiceTells()
    {
        Assert.Contains(nameof(Isolates2), Assert.Throws<OptionsValidationException>(() => Provider("indicators").GetRequiredService<ICommunityCommands>()).Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Rule2), Assert.Throws<InvalidOperationException>(() => Provider("pairing").GetRequiredService<ICommunityPairing>()).Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Hidden), Assert.Throws<InvalidOperationException>(() => Provider("recommendation").GetRequiredService<ICommunityRecommendations>()).Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(() => Provider("pairing").GetRequiredService<IStartupValidator>().Validate());

        static ServiceProvider Provider(string what)
        {
            ServiceCollection services = new();
            Add(what, services.AddCommunityOfPractice());
            return services.BuildServiceProvider();
        }
    }

    private static void Add(string what, CommunityOfPracticeBuilder builder) => _ = what switch
    {
        "indicators" => builder.AddIndicator<Isolates2>(),
        "flags" => builder.AddRedFlag<Flag1>().AddRedFlag<Flag2>(),
        "pairing" => builder.AddPairingRule<Rule1>().AddPairingRule<Rule2>(),
        "pairing-criteria" => builder.AddPairingCriterion<Criterion1>(10),
        "recommendation" => builder.AddRecommendationRule<Hidden>(),
        _ => builder.AddRecommendationCriterion<Liked1>(1).AddRecommendationCriterion<Liked2>(1),
    };

    private sealed class Isolates2 : IHealthIndicator
    {
        public IndicatorInfo Info => new Isolates().Info;

        public Reading Read(HealthEvidence evidence) => new Isolates().Read(evidence);
    }

    private abstract class Flag : IRedFlag
    {
        public string Id => "host.flag";

        public RedFlag Look(HealthEvidence evidence, FlagFacts facts) => throw new NotSupportedException();
    }

    private sealed class Flag1 : Flag;

    private sealed class Flag2 : Flag;

    private abstract class Rule<TSeeker, TCandidate>(string id) : IMatchRule<TSeeker, TCandidate>
    {
        public string Id => id;

        public bool IsPrivate => false;

        public Reason? Forbids(TSeeker seeker, TCandidate candidate) => null;
    }

    private sealed class Rule1() : Rule<Participant, Participant>("host.rule");

    private sealed class Rule2() : Rule<Participant, Participant>("host.rule");

    /// <summary>It may take what is made of the rules: nobody asks for the rules while services are made.</summary>
    private sealed class Hidden(ICommunityQueries queries) : Rule<CommunitySeeker, CommunityCandidate>(queries is null ? string.Empty : "community.private");

    private abstract class Criterion<TSeeker, TCandidate>(string id) : IMatchCriterion<TSeeker, TCandidate>
    {
        public string Id => id;

        public string Name => id;

        public double? Fit(TSeeker seeker, TCandidate candidate) => null;

        public string Because(TSeeker seeker, TCandidate candidate) => id;
    }

    private sealed class Criterion1() : Criterion<Participant, Participant>(PairCriteria.Ids.First());

    private sealed class Liked1() : Criterion<CommunitySeeker, CommunityCandidate>("host.liked");

    private sealed class Liked2() : Criterion<CommunitySeeker, CommunityCandidate>("host.liked");
}
