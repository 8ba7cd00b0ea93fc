using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
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
    /// Options are validated when the host starts.
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
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IActivityStore, InMemoryActivityStore>();
        services.TryAddSingleton<IJournal, InMemoryJournal>();
        services.TryAddSingleton<ISaltSource, RandomSalts>();
        services.TryAddSingleton<ICommunityDirectory, InMemoryCommunityDirectory>();
        services.TryAddSingleton<IPeopleDirectory, InMemoryPeopleDirectory>();
        foreach (IHealthIndicator indicator in StandardIndicators.All)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton(indicator));
        }

        services.TryAddSingleton(p => new HealthAssessor(p.GetRequiredService<IOptions<CommunityOfPracticeOptions>>().Value.HealthModel, p.GetServices<IHealthIndicator>()));
        services.TryAddSingleton<IActivityRecorder, ActivityRecorder>();
        services.TryAddSingleton<ICommunityHealth>(p => new CommunityHealth(
            p.GetRequiredService<IActivityStore>(),
            p.GetRequiredService<ICommunityDirectory>(),
            p.GetRequiredService<IPeopleDirectory>(),
            p.GetRequiredService<HealthAssessor>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<IOptions<CommunityOfPracticeOptions>>().Value.HealthWindow));
        services.TryAddSingleton<ICommunityPolicies, CommunityPolicies>();
        services.TryAddSingleton<IPersonalData, PersonalData>();
        services.TryAddSingleton<IRegistryCheck, RegistryCheck>();
        return new CommunityOfPracticeBuilder(services);
    }
}
