using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using CommunityOfPractice.Core.Indicators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
}
