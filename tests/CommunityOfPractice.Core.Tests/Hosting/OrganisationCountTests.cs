using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>A directory is asked to count its people, which may be many, only where somebody looks at the number, and once for each instant.</summary>
public sealed class OrganisationCountTests
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    [Fact]
    public async Task People_AreCountedOnce_ForEachInstantThatIsLookedAt()
    {
        SmallHost host = new();
        await host.Launch("alpha", "ada", "ben", "cleo");
        await host.Launch("beta", "ada", "ben", "cleo");
        host.Clock.Advance(TimeSpan.FromDays(400));
        Counting people = new();
        CommunityId alpha = new("alpha");
        DateTimeOffset monday = PublicationGrid.Weekly.At(host.Clock.GetUtcNow());

        CommunityHealth health = new(new EvidenceSource(host.Activities, host.Directory, people, host.Records), new HealthAssessor(), host.Clock, Window);
        await health.AssessAsync(alpha);
        Assert.Equal([monday], people.Asked);

        people.Asked.Clear();
        CommunityTrends trends = new(new EvidenceSource(host.Activities, host.Directory, people, host.Records), host.Records, host.Clock, StandardIndicators.All, Window);
        await trends.TrendsAsync(alpha, periods: 4);
        Assert.Equal(Enumerable.Range(0, 4).Reverse().Select(back => monday - (Window * back)), people.Asked);

        people.Asked.Clear();
        await trends.AlertsAsync(alpha);
        CommunityStages stages = new(new EvidenceSource(host.Activities, host.Directory, people, host.Records), host.Records, host.Clock);
        Portfolio portfolio = new(new EvidenceSource(host.Activities, host.Directory, people, host.Records), host.Records, new CommunityQueries(host.Records, host.Directory, PolicySet.Default), stages, Window);
        await portfolio.ReportAsync(SmallHost.Desk);
        await portfolio.SiloMapAsync(SiloBorder.Department, SmallHost.Desk);
        Assert.Empty(people.Asked);
    }

    private sealed class Counting : IPeopleDirectory
    {
        public List<DateTimeOffset> Asked { get; } = [];

        public async IAsyncEnumerable<Person> ReadAsync(IReadOnlyCollection<PersonId> people, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield break;
        }

        public ValueTask<OrganisationCounts?> CountAsync(DateTimeOffset at, CancellationToken cancellationToken = default)
        {
            Asked.Add(at);
            return new(new OrganisationCounts([new("it", 3)], []));
        }
    }
}
