using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Docs.Tests;

/// <summary>The first snippet of docs/testing-your-host.md, run.</summary>
public sealed class TestingYourHostTests
{
    [Fact]
    public async Task Snippet_SaysWhatThePageSays()
    {
        ServiceCollection services = new();
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        services.AddSingleton<TimeProvider>(clock).AddCommunityOfPractice();
        using ServiceProvider provider = services.BuildServiceProvider();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();

        CommunityId agile = new("agile");
        Actor ada = Actor.Of(new PersonId("ada"));
        ProposeCommunity proposal = new(agile, new PersonId("ada"), "Agile", "To learn from each other.", CommunityKind.CommunityOfPractice, SimilarShown: []);
        (await commands.ExecuteAsync(proposal, ada)).OrThrow();
        clock.Advance(TimeSpan.FromDays(91));
        await provider.GetRequiredService<ICommunityPolicies>().ApplyAsync(agile);

        CommunityView view = (await provider.GetRequiredService<ICommunityQueries>().FindAsync(agile, ada))!;

        Assert.Equal(CommunityStatus.Rejected, view.Community.Status);
    }
}
