using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Matching;
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

    /// <summary>Adds a hard rule of the host's own to pairing rounds and mentoring: which two people are never brought together.</summary>
    /// <typeparam name="T">The rule; pure, with an id of its own, the same both ways round.</typeparam>
    /// <returns>This builder. At most 20 in all; adding the same type twice adds it once.</returns>
    public CommunityOfPracticeBuilder AddPairingRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IMatchRule<Participant, Participant>
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMatchRule<Participant, Participant>, T>());
        return this;
    }

    /// <summary>Adds a criterion of the host's own to pairing rounds and mentoring: how well two people fit in one respect.</summary>
    /// <typeparam name="T">The criterion; pure, with an id of its own, the same both ways round.</typeparam>
    /// <param name="weight">How much it counts beside the others, from 0 to <see cref="PairingRules.LargestWeight"/>; those of the standard criteria add up to 1000.</param>
    /// <returns>This builder. Adding the same type twice adds it once, with the first weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is outside its range.</exception>
    public CommunityOfPracticeBuilder AddPairingCriterion<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(int weight)
        where T : class, IMatchCriterion<Participant, Participant>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, PairingRules.LargestWeight);
        return AddCriterion<Participant, Participant, T>(weight);
    }

    /// <summary>Adds a hard rule of the host's own to recommendations: which communities are never recommended to whom.</summary>
    /// <typeparam name="T">The rule; pure, with an id of its own.</typeparam>
    /// <returns>This builder. Adding the same type twice adds it once.</returns>
    public CommunityOfPracticeBuilder AddRecommendationRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IMatchRule<CommunitySeeker, CommunityCandidate>
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMatchRule<CommunitySeeker, CommunityCandidate>, T>());
        return this;
    }

    /// <summary>Adds a criterion of the host's own to recommendations: how well a community fits somebody in one respect.</summary>
    /// <typeparam name="T">The criterion; pure, with an id of its own.</typeparam>
    /// <param name="weight">How much it counts, from 0 to 1000; the weights of the default model add up to 1.</param>
    /// <returns>This builder. Adding the same type twice adds it once, with the first weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is outside its range.</exception>
    public CommunityOfPracticeBuilder AddRecommendationCriterion<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(double weight)
        where T : class, IMatchCriterion<CommunitySeeker, CommunityCandidate> =>
        weight is >= 0 and <= 1000 ? AddCriterion<CommunitySeeker, CommunityCandidate, T>(weight) : throw new ArgumentOutOfRangeException(nameof(weight), weight, "From 0 to 1000.");

    private CommunityOfPracticeBuilder AddCriterion<TSeeker, TCandidate, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(double weight)
        where T : class, IMatchCriterion<TSeeker, TCandidate>
    {
        Services.TryAddSingleton<T>();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IWeightedCriterion<TSeeker, TCandidate>, WeightedCriterion<TSeeker, TCandidate, T>>(p => new(p.GetRequiredService<T>(), weight)));
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
        Services.TryAddSingleton<IOwnReadings>(p => new OwnReadings(p.GetRequiredService<EvidenceSource>()));
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
            p.GetRequiredService<EvidenceSource>(),
            p.GetRequiredService<CommunityRecords>(),
            p.GetRequiredService<IAnalyticsLookLog>(),
            p.GetRequiredService<TimeProvider>()));
        return this;
    }

    private static CommunityOfPracticeOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CommunityOfPracticeOptions>>().Value;
}
