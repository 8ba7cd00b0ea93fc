using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityOfPractice.Core.Tests.DependencyInjection;

public sealed class CommunitiesInAContainerTests
{
    private static readonly CommunityId Agile = new("agile");

    private static readonly PersonId Ana = new("ana");

    [Fact]
    public async Task Container_CommandsQueriesAndDirectory_ShareWhatHappened()
    {
        ServiceCollection services = new();
        services.AddCommunityOfPractice().AddFactHandler<Renaming>().AddFactHandler<Renaming>();
        services.AddCommunityOfPractice().AddFactHandler<Counting>();
        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        Committed committed = (await provider.GetRequiredService<ICommunityCommands>().ExecuteAsync(World.Proposal(Agile), Actor.Of(Ana))).OrThrow();
        Assert.Empty(committed.HandlerFailures);
        Assert.Equal("Renamed", (await provider.GetRequiredService<ICommunityQueries>().FindAsync(Agile, Actor.Of(Ana)))!.Community.Name);
        Assert.Equal("Renamed", (await provider.GetRequiredService<ICommunityDirectory>().FindAsync(Agile))!.Name);
        Assert.Equal([typeof(Renaming), typeof(Counting)], provider.GetServices<IFactHandler>().Select(h => h.GetType()));
        Assert.Equal(2, provider.GetServices<IFactHandler>().OfType<Counting>().Single().Calls);
        Assert.Same(PermissionMatrix.Default, provider.GetRequiredService<PermissionMatrix>());
        Assert.IsType<EnglishReasons>(provider.GetRequiredService<IReasonDescriber>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HostsOwn_MatrixAndPermissions_AreUsed(bool before)
    {
        ServiceCollection services = new();
        PermissionMatrix nobody = PermissionMatrix.Default.With<ProposeCommunity>(Standing.None);
        _ = before ? services.AddSingleton(nobody) : services.AddCommunityOfPractice().Services;
        _ = before ? services.AddCommunityOfPractice().Services : services.AddSingleton(nobody);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(["permission.denied"], (await provider.GetRequiredService<ICommunityCommands>().ExecuteAsync(World.Proposal(Agile), Actor.Of(Ana))).Codes());

        services.AddCommunityOfPractice().UsePermissions<Anything>();
        using ServiceProvider open = services.BuildServiceProvider();
        Assert.True((await open.GetRequiredService<ICommunityCommands>().ExecuteAsync(World.Proposal(Agile), Actor.Of(Ana))).IsAccepted);
    }

    [Fact]
    public async Task Policies_OfTheOptions_AreInForce()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddCommunityOfPractice(o => o.Policies = o.Policies with { Community = o.Policies.Community with { ProposalExpiry = TimeSpan.FromDays(7) } }).Services.BuildServiceProvider();
        Committed committed = (await provider.GetRequiredService<ICommunityCommands>().ExecuteAsync(World.Proposal(Agile), Actor.Of(Ana))).OrThrow();
        CommunityView view = (await provider.GetRequiredService<ICommunityQueries>().FindAsync(Agile, Actor.Of(Ana)))!;
        Assert.Equal(committed.Entries[0].Change.OccurredAt.AddDays(7), view.Community.Proposal!.ExpiresOn);
    }

    [Fact]
    public async Task Start_FaultyPolicies_FailsNamingEveryFault()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        PolicySet faulty = PolicySet.Default with
        {
            Community = CommunityPolicy.Default with { MinMembers = -1 },
            Membership = MembershipPolicy.Default with { LapseAfter = TimeSpan.FromDays(-1) },
        };
        builder.Services.AddCommunityOfPractice(o => (o.Policies, o.RecordsInMemory) = (faulty, 0));
        using IHost host = builder.Build();
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.NotEmpty(faulty.Problems());
        Assert.All(faulty.Problems(), p => Assert.Contains(p.ToString(), failure.Message, StringComparison.Ordinal));
        Assert.Contains(nameof(CommunityOfPracticeOptions.RecordsInMemory), failure.Message, StringComparison.Ordinal);
    }

    private sealed class Renaming(ICommunityCommands commands) : IFactHandler
    {
        public async ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
        {
            if (entries[0].Change.Fact is CommunityProposed)
            {
                (await commands.ExecuteAsync(new RenameCommunity(entries[0].Community, "Renamed", "By a handler."), World.Host, cancellationToken)).OrThrow();
            }
        }
    }

    private sealed class Counting : IFactHandler
    {
        public int Calls { get; private set; }

        public ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
        {
            Calls++;
            return default;
        }
    }

    private sealed class Anything : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionQuestion question, CancellationToken cancellationToken = default) => new(true);
    }
}
