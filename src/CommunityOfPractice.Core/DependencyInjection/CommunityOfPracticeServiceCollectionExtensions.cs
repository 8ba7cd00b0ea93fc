using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The door: adds communities of practice to a host.</summary>
public static class CommunityOfPracticeServiceCollectionExtensions
{
    /// <summary>Adds the services for communities of practice, with in-memory stores unless the host brings its own.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options; may be left out.</param>
    /// <returns>A builder for what goes beyond options.</returns>
    /// <remarks>
    /// Safe to call any number of times: services are added once, options add up. Nothing that the host registered before is replaced.
    /// Options are validated when the host starts, and so is that no two indicators, acts, red flags or rules and criteria of the host have one id. Without a generic host that shows when the first service is resolved
    /// that uses them, or at once by <c>provider.GetRequiredService&lt;IStartupValidator&gt;().Validate()</c>. A host that brings a journal of its own brings the directory that goes with it, and the other way round.
    /// </remarks>
    /// <example><code>
    /// services.AddCommunityOfPractice(o => o.HealthWindow = TimeSpan.FromDays(182));
    /// </code></example>
    public static CommunityOfPracticeBuilder AddCommunityOfPractice(this IServiceCollection services, Action<CommunityOfPracticeOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<CommunityOfPracticeOptions> options = services.AddOptionsWithValidateOnStart<CommunityOfPracticeOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CommunityOfPracticeOptions>, CommunityOfPracticeOptionsValidator>());
        services.AddOptionsWithValidateOnStart<MatchingParts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MatchingParts>, MatchingParts.Validator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IActivityStore, InMemoryActivityStore>();
        services.TryAddSingleton<ICommunityDirectory, InMemoryCommunityDirectory>();
        services.TryAddSingleton<IJournal>(p => new InMemoryJournal(p.GetRequiredService<ICommunityDirectory>() as InMemoryCommunityDirectory));
        services.TryAddSingleton<ISaltSource, RandomSalts>();
        services.TryAddSingleton<IPeopleDirectory, InMemoryPeopleDirectory>();
        foreach (IHealthIndicator indicator in StandardIndicators.All)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton(indicator));
        }

        foreach (IHealthAct act in StandardActs.All)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton(act));
        }

        foreach (IRedFlag flag in StandardRedFlags.All)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton(flag));
        }

        services.TryAddSingleton(p => new HealthAssessor(
            new HealthModels(Options(p).HealthModel, Options(p).ActivityHealthModel),
            SmallGroupGuard.Around(p.GetServices<IHealthIndicator>(), Options(p).Suppression),
            p.GetServices<IHealthAct>(),
            p.GetServices<IRedFlag>()));
        services.TryAddSingleton<IActivityRecorder, ActivityRecorder>();
        services.TryAddSingleton(p => new EvidenceSource(
            p.GetRequiredService<IActivityStore>(),
            p.GetRequiredService<ICommunityDirectory>(),
            p.GetRequiredService<IPeopleDirectory>(),
            p.GetRequiredService<CommunityRecords>(),
            Options(p).AnalyticsBasis,
            Options(p).Policies.Practice));
        services.TryAddSingleton(p => new CommunityDiagnostics(p.GetRequiredService<TimeProvider>(), Listeners(p)));
        services.TryAddSingleton<ICommunityHealth>(p => new ObservedHealth(
            new CommunityHealth(
                p.GetRequiredService<EvidenceSource>(), p.GetRequiredService<HealthAssessor>(), p.GetRequiredService<TimeProvider>(), Options(p).HealthWindow, Options(p).Assessment, Options(p).Publication),
            p.GetRequiredService<CommunityDiagnostics>()));
        services.TryAddSingleton<ICommunityStages>(p => new CommunityStages(
            p.GetRequiredService<EvidenceSource>(),
            p.GetRequiredService<CommunityRecords>(),
            p.GetRequiredService<TimeProvider>(),
            Options(p).Stages,
            Options(p).Publication));
        AddAnalytics(services);
        AddCommunities(services);
        return new CommunityOfPracticeBuilder(services);
    }

    /// <summary>Trends, the portfolio and the processing record: nothing about single people.</summary>
    private static void AddAnalytics(IServiceCollection services)
    {
        services.TryAddSingleton<ICommunityTrends>(p => new CommunityTrends(
            p.GetRequiredService<EvidenceSource>(),
            p.GetRequiredService<CommunityRecords>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetServices<IHealthIndicator>(),
            Options(p).HealthWindow,
            Options(p).Alerts,
            Options(p).Suppression,
            Options(p).Publication));
        services.TryAddSingleton<IPortfolio>(p => new Portfolio(
            p.GetRequiredService<EvidenceSource>(),
            p.GetRequiredService<CommunityRecords>(),
            p.GetRequiredService<ICommunityQueries>(),
            p.GetRequiredService<ICommunityStages>(),
            Options(p).HealthWindow,
            suppression: Options(p).Suppression,
            reports: Options(p).Publication));
        services.TryAddSingleton(p => ProcessingRecord.Of(
            p.GetServices<IHealthIndicator>(),
            Options(p).HealthModel,
            Options(p).Suppression,
            Options(p).HealthWindow,
            Options(p).AnalyticsBasis,
            (p.GetService<IOwnReadings>() is null ? AnalyticsViews.AggregateOnly : AnalyticsViews.Self)
                | (p.GetService<IFacilitatorReadings>() is null ? AnalyticsViews.AggregateOnly : AnalyticsViews.Facilitator)) with
        {
            Publication = Options(p).Publication,
            ModelVersion = new HealthModels(Options(p).HealthModel, Options(p).ActivityHealthModel).Versions(),
        });
    }

    /// <summary>Commands and queries about communities and memberships, over one set of records.</summary>
    private static void AddCommunities(IServiceCollection services)
    {
        services.TryAddSingleton(p => new CommunityRecords(
            p.GetRequiredService<IJournal>(), p.GetRequiredService<ISaltSource>(), p.GetRequiredService<TimeProvider>(), Options(p).RecordsInMemory));
        services.TryAddSingleton(PermissionMatrix.Default);
        services.TryAddSingleton<IPermissions, MatrixPermissions>();
        services.TryAddSingleton<IReasonDescriber, EnglishReasons>();
        services.TryAddSingleton<ICommunityCommands>(p => new ObservedCommands(
            new CommunityCommands(
                p.GetRequiredService<CommunityRecords>(), p.GetRequiredService<ICommunityDirectory>(), p.GetRequiredService<IPermissions>(), Handlers(p), Options(p).Policies),
            p.GetRequiredService<CommunityDiagnostics>()));
        services.TryAddSingleton<IDirectorySync>(p => new DirectorySynchronizer(
            p.GetRequiredService<CommunityRecords>(), p.GetRequiredService<ICommunityCommands>(), Options(p).Policies));
        services.TryAddSingleton<ICommunityQueries>(p => new CommunityQueries(
            p.GetRequiredService<CommunityRecords>(), p.GetRequiredService<ICommunityDirectory>(), Options(p).Policies));
        services.TryAddSingleton(p =>
        {
            HostParts.Refuse(HostParts.OfPairing(p));
            return new ParticipantSource(
                p.GetRequiredService<CommunityRecords>(),
                p.GetRequiredService<IPeopleDirectory>(),
                p.GetRequiredService<TimeProvider>(),
                Options(p).Pairing,
                p.GetServices<IMatchRule<Participant, Participant>>(),
                p.GetServices<IWeightedCriterion<Participant, Participant>>().Select(c => new PairingCriterion(c.Criterion, (int)c.Weight)));
        });
        services.TryAddSingleton<ICommunityPairing>(p => new CommunityPairing(p.GetRequiredService<ParticipantSource>()));
        services.TryAddSingleton<ICommunityMentoring>(p => new CommunityMentoring(p.GetRequiredService<ParticipantSource>()));
        services.TryAddSingleton<IExpertFinding>(p => new ExpertFinding(p.GetRequiredService<CommunityRecords>(), Options(p).Policies, Options(p).AsksPerWeek));
        services.TryAddSingleton<ICalendarQueries>(p => new CalendarQueries(p.GetRequiredService<CommunityRecords>()));
        services.TryAddSingleton<IQuestionQueries>(p => new QuestionQueries(p.GetRequiredService<CommunityRecords>(), Options(p).Policies));
        services.TryAddSingleton<IRecognitionQueries>(p => new RecognitionQueries(p.GetRequiredService<CommunityRecords>()));
        services.TryAddSingleton<IKnowledgeQueries>(p => new KnowledgeQueries(p.GetRequiredService<CommunityRecords>(), Options(p).Policies));
        services.TryAddSingleton<ICommunityRecommendations>(p =>
        {
            HostParts.Refuse(HostParts.OfRecommendations(p));
            return new CommunityRecommendationService(
                p.GetRequiredService<CommunityRecords>(),
                p.GetRequiredService<ICommunityDirectory>(),
                p.GetRequiredService<IPeopleDirectory>(),
                Options(p).Policies,
                Options(p).Recommendations,
                Options(p).RecommendationBasis,
                p.GetService<TopicVocabulary>(),
                p.GetServices<IMatchRule<CommunitySeeker, CommunityCandidate>>(),
                p.GetServices<IWeightedCriterion<CommunitySeeker, CommunityCandidate>>().Select(c => KeyValuePair.Create(c.Criterion, c.Weight)));
        });
        services.TryAddSingleton<ICommunityPolicies>(p => new ObservedPolicies(
            new CommunityPolicies(
                p.GetRequiredService<CommunityRecords>(), p.GetRequiredService<IActivityStore>(), Options(p).Policies, p.GetServices<IPolicyRule>(), Handlers(p)),
            p.GetRequiredService<CommunityDiagnostics>()));
        services.TryAddSingleton<IPersonalData>(p => new PersonalData(
            p.GetRequiredService<CommunityRecords>(), p.GetRequiredService<IActivityStore>(), p.GetRequiredService<IPeopleDirectory>(), p.GetRequiredService<ISaltSource>(), Options(p).Policies, Handlers(p)));
        services.TryAddSingleton<IRegistryCheck>(p => new RegistryCheck(
            p.GetRequiredService<IJournal>(), p.GetRequiredService<TimeProvider>(), Options(p).Policies, p.GetService<TopicVocabulary>()));
    }

    private static CommunityOfPracticeOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CommunityOfPracticeOptions>>().Value;

    /// <summary>Made when the first command is put and not before: a handler may need the commands that call it.</summary>
    private static IEnumerable<IFactHandler> Handlers(IServiceProvider provider)
    {
        foreach (IFactHandler handler in provider.GetServices<IFactHandler>())
        {
            yield return handler;
        }
    }

    /// <summary>Made at the first event and not before: a listener may need services that are observed.</summary>
    private static IEnumerable<IDiagnosticsListener> Listeners(IServiceProvider provider)
    {
        foreach (IDiagnosticsListener listener in provider.GetServices<IDiagnosticsListener>())
        {
            yield return listener;
        }
    }
}
