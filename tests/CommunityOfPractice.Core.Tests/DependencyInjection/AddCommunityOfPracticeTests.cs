using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Health;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.DependencyInjection;

public sealed class AddCommunityOfPracticeTests
{
    [Fact]
    public void Add_Twice_RegistersOnceAndOptionsAddUp()
    {
        ServiceCollection services = new();
        services.AddCommunityOfPractice(o => o.HealthWindow = TimeSpan.FromDays(10)).AddIndicator<Views>();
        int once = Count();
        services.AddCommunityOfPractice(o => o.HealthWindow += TimeSpan.FromDays(4)).AddIndicator<Views>().AddIndicator<Isolates>();
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        Assert.Equal(TimeSpan.FromDays(14), provider.GetRequiredService<IOptions<Core.DependencyInjection.CommunityOfPracticeOptions>>().Value.HealthWindow);
        Assert.Equal(StandardIndicators.All.Count + 1, provider.GetServices<IHealthIndicator>().Count());
        Assert.Equal(once, Count());
        Assert.NotNull(provider.GetRequiredService<ICommunityHealth>());
        Assert.NotNull(provider.GetRequiredService<IActivityRecorder>());

        int Count() => services.Count(s => s.ServiceType.Namespace?.StartsWith("CommunityOfPractice", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task Services_OfAContainer_RecordAndAssess()
    {
        using ServiceProvider provider = Golden(new ServiceCollection()).BuildServiceProvider();
        InMemoryCommunityDirectory communities = (InMemoryCommunityDirectory)provider.GetRequiredService<ICommunityDirectory>();
        communities.Put(GoldenCommunity.Known.Roster!);
        InMemoryPeopleDirectory people = (InMemoryPeopleDirectory)provider.GetRequiredService<IPeopleDirectory>();
        Assert.All(GoldenCommunity.Known.People, people.Put);
        (await provider.GetRequiredService<IActivityRecorder>().RecordAsync(GoldenCommunity.Known.Activities)).OrThrow();
        SmallCommunity known = GoldenCommunity.Known with { Organisation = Core.People.OrganisationCounts.Of(GoldenCommunity.Known.People, GoldenCommunity.Known.AsOf) };
        Assert.Equal(new HealthAssessor(HealthModels.Shipped, SmallGroupGuard.Around(StandardIndicators.All)).Assess(known.Evidence, new() { Uncertainty = UncertaintyOptions.Default }), await provider.GetRequiredService<ICommunityHealth>().AssessAsync(SmallCommunity.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Add_HostHasAStoreOfItsOwn_UsesIt(bool before)
    {
        ServiceCollection services = new();
        OwnStore own = new();
        _ = before ? services.AddSingleton<IActivityStore>(own) : Golden(services);
        _ = before ? Golden(services) : services.AddSingleton<IActivityStore>(own);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(42, (await provider.GetRequiredService<IActivityRecorder>().RecordAsync(GoldenCommunity.Known.Activities)).OrThrow());
        await provider.GetRequiredService<ICommunityHealth>().AssessAsync(SmallCommunity.Id);
        Assert.Equal(1, own.Readings);
    }

    [Fact]
    public async Task AddIndicator_OwnIndicator_StandsInTheReportAndCountsWhenInTheModel()
    {
        HealthModel model = new("own/1", [new("own", "Own", 1, [new(Views.Id, 1, Goalposts.Linear(0, 6))])], [new("Any", 0)], new() { Dimensions = 1 });
        ServiceCollection services = new();
        Golden(services).AddCommunityOfPractice(o => (o.HealthModel, o.ActivityHealthModel) = (model, model)).AddIndicator<Views>();
        using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IActivityRecorder>().RecordAsync(GoldenCommunity.Known.Activities);
        HealthReport report = await provider.GetRequiredService<ICommunityHealth>().AssessAsync(SmallCommunity.Id);
        Assert.Equal((6, 100, "own/1"), (report.Indicators.Single(i => i.Info.Id == Views.Id).Value, report.Score, report.ModelVersion));
        Assert.Equal([new Share(Views.Id, 50)], report.Explanation.Select(s => s with { }), (a, b) => a.Of == b.Of && Math.Abs(a.Amount - b.Amount) < 1e-9);
    }

    [Fact]
    public void Add_HostRegisteredAStandardIndicatorBefore_DoesNotDoubleIt()
    {
        ServiceCollection services = new();
        services.AddSingleton<IHealthIndicator, Isolates>();
        services.AddCommunityOfPractice();
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(StandardIndicators.All.Count, provider.GetServices<IHealthIndicator>().Count());
        Assert.NotNull(provider.GetRequiredService<HealthAssessor>());
    }

    /// <summary>A host opts out of the permutations: its own instance, registered before, stands in place of the standard one.</summary>
    [Fact]
    public void Add_HostRegisteredAnIndicatorWithOtherSettings_UsesThat()
    {
        CrossDepartmentTies without = new(permutations: 0);
        ServiceCollection services = new();
        services.AddSingleton<IHealthIndicator>(without);
        services.AddCommunityOfPractice();
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Same(without, provider.GetServices<IHealthIndicator>().Single(i => i.Info.Id == CrossDepartmentTies.Id));
        Assert.Equal(StandardIndicators.All.Count, provider.GetServices<IHealthIndicator>().Count());
    }

    [Fact]
    public async Task Start_InvalidOptions_FailsNamingEveryProblem()
    {
        HealthModel model = new("own/1", [new("own", "Own", 1, [new("absent/v1", 1, Goalposts.Linear(0, 6))])], [new("Any", 0)], new() { Dimensions = 1 });
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCommunityOfPractice(o => (o.HealthWindow, o.HealthModel) = (TimeSpan.FromHours(23), model));
        using IHost host = builder.Build();
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("HealthWindow", failure.Message, StringComparison.Ordinal);
        Assert.Contains("absent/v1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3650, true)]
    [InlineData(0.999, false)]
    [InlineData(3650.001, false)]
    [InlineData(-5, false)]
    public async Task Start_WindowsAroundTheLimits_StartsOrNot(double days, bool starts)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCommunityOfPractice(o => o.HealthWindow = TimeSpan.FromDays(days));
        using IHost host = builder.Build();
        Assert.Equal(starts, await Record.ExceptionAsync(() => host.StartAsync()) is null);
    }

    [Fact]
    public async Task Start_MatchingOptions_AreChecked_AndItsServicesAreThere()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCommunityOfPractice(o => (o.AsksPerWeek, o.Pairing) = (101, new() { GroupSize = 9 }));
        using IHost host = builder.Build();
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal(2, failure.Failures.Count());

        using ServiceProvider provider = new ServiceCollection().AddCommunityOfPractice().Services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ICommunityPairing>());
        Assert.NotNull(provider.GetRequiredService<ICommunityMentoring>());
        Assert.NotNull(provider.GetRequiredService<IExpertFinding>());
        Assert.NotNull(provider.GetRequiredService<ICommunityRecommendations>());
    }

    [Fact]
    public async Task Start_NoModel_Fails()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCommunityOfPractice(o => o.HealthModel = null!);
        using IHost host = builder.Build();
        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    [Fact]
    public void SaltSource_GivesSaltsThatAreLegalAndDiffer()
    {
        using ServiceProvider services = new ServiceCollection().AddCommunityOfPractice().Services.BuildServiceProvider();
        ISaltSource salts = services.GetRequiredService<ISaltSource>();
        string[] some = [.. Enumerable.Range(0, 100).Select(_ => salts.Next())];

        Assert.Equal(100, some.Distinct().Count());
        Assert.All(some, salt => Assert.Matches("^[0-9a-f]{32}$", salt));
    }

    private static IServiceCollection Golden(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(GoldenCommunity.Known.AsOf));
        return services.AddCommunityOfPractice().Services;
    }

    private sealed class Views : IHealthIndicator
    {
        public const string Id = "views/v1";

        public IndicatorInfo Info { get; } = new(Id, "Views", "views", "How often something was looked at.");

        public Reading Read(HealthEvidence evidence) => new(new Measurement.Value(evidence.Activity.Acts.Count(Act.View), evidence.Activity.Count));
    }

    private sealed class OwnStore : IActivityStore
    {
        public int Readings { get; private set; }

        public ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default) => new(Decision<int>.Accept(42));

        public async IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Readings++;
            await Task.CompletedTask;
            yield break;
        }

        public IAsyncEnumerable<Activity> ReadOfAsync(PersonId person, CancellationToken cancellationToken = default) => ReadAsync(default, default, cancellationToken);

        public ValueTask<int> EraseAsync(PersonId person, PersonId tombstone, CancellationToken cancellationToken = default) => new(0);
    }
}
