using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>Adds to communities of practice what goes beyond options.</summary>
public sealed class CommunityOfPracticeBuilder
{
    internal CommunityOfPracticeBuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the host's services.</summary>
    /// <value>For companion packages.</value>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IServiceCollection Services { get; }

    /// <summary>Adds an indicator of the host's own to every report.</summary>
    /// <typeparam name="T">The indicator; stateless. It counts in the score when the health model names its id.</typeparam>
    /// <returns>This builder. Adding the same type twice adds it once.</returns>
    public CommunityOfPracticeBuilder AddIndicator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IHealthIndicator
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHealthIndicator, T>());
        return this;
    }

    /// <summary>Adds an act of the host's own: what a facilitator can do for an indicator.</summary>
    /// <typeparam name="T">The act; stateless, for an indicator that no other act is for.</typeparam>
    /// <returns>This builder. Adding the same type twice adds it once.</returns>
    public CommunityOfPracticeBuilder AddHealthAct<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IHealthAct
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHealthAct, T>());
        return this;
    }

    /// <summary>Adds a red flag of the host's own to every report.</summary>
    /// <typeparam name="T">The flag; stateless, with an id of its own.</typeparam>
    /// <returns>This builder. Adding the same type twice adds it once.</returns>
    public CommunityOfPracticeBuilder AddRedFlag<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IRedFlag
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IRedFlag, T>());
        return this;
    }

    /// <summary>Has something of the host told what commands led to, after each commit.</summary>
    /// <typeparam name="T">The handler; one instance for all. It may put commands itself and take <see cref="ICommunityCommands"/> in its constructor.</typeparam>
    /// <returns>This builder. Handlers are called in the order in which they were added; adding the same type twice adds it once.</returns>
    public CommunityOfPracticeBuilder AddFactHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IFactHandler
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IFactHandler, T>());
        return this;
    }

    /// <summary>Has something of the host told what the services finished, for instance to log it.</summary>
    /// <typeparam name="T">The listener; one instance for all.</typeparam>
    /// <returns>This builder. Adding the same type twice adds it once.</returns>
    public CommunityOfPracticeBuilder AddDiagnosticsListener<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IDiagnosticsListener
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IDiagnosticsListener, T>());
        return this;
    }

    /// <summary>Has the host decide who may put which command.</summary>
    /// <typeparam name="T">The permissions, in place of the matrix and of any registered before; one instance for all.</typeparam>
    /// <returns>This builder.</returns>
    /// <remarks>To replace rows only, register a <see cref="PermissionMatrix"/> as a singleton.</remarks>
    public CommunityOfPracticeBuilder UsePermissions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IPermissions
    {
        Services.Replace(ServiceDescriptor.Singleton<IPermissions, T>());
        return this;
    }

    /// <summary>Switches on that people see readings about themselves (<see cref="IOwnReadings"/>).</summary>
    /// <returns>This builder. The processing record names the view.</returns>
    public CommunityOfPracticeBuilder AddOwnReadings()
    {
        Services.TryAddSingleton<IOwnReadings>(p => new OwnReadings(
            p.GetRequiredService<CommunityRecords>(),
            p.GetRequiredService<IActivityStore>(),
            p.GetRequiredService<ICommunityDirectory>(),
            p.GetRequiredService<IPeopleDirectory>(),
            Options(p).AnalyticsBasis));
        return this;
    }

    /// <summary>Switches on that facilitators see readings about single members (<see cref="IFacilitatorReadings"/>); every look is logged.</summary>
    /// <typeparam name="T">Where looks are kept; one instance for all.</typeparam>
    /// <returns>This builder. The processing record names the view.</returns>
    public CommunityOfPracticeBuilder AddFacilitatorReadings<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IAnalyticsLookLog
    {
        Services.TryAddSingleton<IAnalyticsLookLog, T>();
        Services.TryAddSingleton<IFacilitatorReadings>(p => new FacilitatorReadings(
            p.GetRequiredService<CommunityRecords>(),
            p.GetRequiredService<IActivityStore>(),
            p.GetRequiredService<ICommunityDirectory>(),
            p.GetRequiredService<IPeopleDirectory>(),
            p.GetRequiredService<IAnalyticsLookLog>(),
            p.GetRequiredService<TimeProvider>(),
            Options(p).AnalyticsBasis));
        return this;
    }

    private static CommunityOfPracticeOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CommunityOfPracticeOptions>>().Value;
}
