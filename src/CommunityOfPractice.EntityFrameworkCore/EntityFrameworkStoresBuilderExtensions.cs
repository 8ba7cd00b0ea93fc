using System.Diagnostics.CodeAnalysis;
using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the stores into the context of the host.</summary>
public static class EntityFrameworkStoresBuilderExtensions
{
    /// <summary>Keeps journals, directory and activities in the tables of a context, in place of any stores registered before.</summary>
    /// <typeparam name="TContext">The context, with <see cref="CommunityOfPracticeModelBuilderExtensions.UseCommunityOfPractice"/> in its model; its factory is registered by the host.</typeparam>
    /// <param name="builder">The builder that <c>AddCommunityOfPractice</c> returned.</param>
    /// <returns>The builder.</returns>
    /// <remarks>An <see cref="IActivityWriter"/> that is registered is used. What the host knows about people stays where it is: see <see cref="UseEntityFrameworkPeople"/>.</remarks>
    /// <example><code>
    /// services.AddPooledDbContextFactory&lt;HostContext&gt;(options => options.UseNpgsql(connection));
    /// services.AddCommunityOfPractice().UseEntityFrameworkStores&lt;HostContext&gt;();
    /// </code></example>
    public static CommunityOfPracticeBuilder UseEntityFrameworkStores<TContext>(this CommunityOfPracticeBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.TryAddSingleton<EntityFrameworkCommunityDirectory<TContext>>();
        services.Replace(ServiceDescriptor.Singleton<IJournal>(p => new EntityFrameworkJournal<TContext>(p.GetRequiredService<IDbContextFactory<TContext>>())));
        services.Replace(ServiceDescriptor.Singleton<ICommunityDirectory>(p => p.GetRequiredService<EntityFrameworkCommunityDirectory<TContext>>()));
        services.Replace(ServiceDescriptor.Singleton<IActivityStore>(p => new EntityFrameworkActivityStore<TContext>(p.GetRequiredService<IDbContextFactory<TContext>>(), p.GetService<IActivityWriter>())));
        return builder;
    }

    /// <summary>Keeps what is known about people in a table of a context, in place of any people directory registered before.</summary>
    /// <typeparam name="TContext">The context, as for <see cref="UseEntityFrameworkStores"/>.</typeparam>
    /// <param name="builder">The builder that <c>AddCommunityOfPractice</c> returned.</param>
    /// <returns>The builder.</returns>
    public static CommunityOfPracticeBuilder UseEntityFrameworkPeople<TContext>(this CommunityOfPracticeBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<EntityFrameworkPeopleDirectory<TContext>>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IPeopleDirectory>(p => p.GetRequiredService<EntityFrameworkPeopleDirectory<TContext>>()));
        return builder;
    }

    /// <summary>Has something of the host told every entry at least once, by the dispatcher that the host runs.</summary>
    /// <typeparam name="TContext">The context, as for <see cref="UseEntityFrameworkStores"/>.</typeparam>
    /// <typeparam name="THandler">The handler; one instance for all. Adding the same type twice adds it once.</typeparam>
    /// <param name="builder">The builder that <c>AddCommunityOfPractice</c> returned.</param>
    /// <returns>The builder.</returns>
    /// <remarks>Registers <see cref="OutboxDispatcher{TContext}"/>; call its <c>DispatchAsync</c> from a background service, every few seconds.</remarks>
    public static CommunityOfPracticeBuilder AddOutboxHandler<TContext, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this CommunityOfPracticeBuilder builder)
        where TContext : DbContext
        where THandler : class, IOutboxHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxHandler, THandler>());
        builder.Services.TryAddSingleton(p => new OutboxDispatcher<TContext>(p.GetRequiredService<IDbContextFactory<TContext>>(), p.GetServices<IOutboxHandler>(), p.GetRequiredService<TimeProvider>()));
        return builder;
    }
}
