using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>What the guarded services tell changes at the moments of a grid only: nobody can ask for two reports that differ by what one person did.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class PublicationTests
{
    private static readonly CommunityId Id = new("c");
    private static readonly DateTimeOffset Monday = new(2026, 6, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(91);

    /// <summary>Twelve people, and one who contributes once, two hours before the second question.</summary>
    [Fact, Trait("Law", "44")]
    public async Task Law44_reports_of_one_week_are_the_same_whatever_happened_in_it()
    {
        FakeTimeProvider clock = new(Monday.AddDays(2));
        IServiceProvider host = await Host(clock, [.. Life(), new(Id, new PersonId("late"), clock.GetUtcNow().AddHours(-1), Act.Post)]);
        ICommunityHealth health = host.GetRequiredService<ICommunityHealth>();
        ICommunityTrends trends = host.GetRequiredService<ICommunityTrends>();
        HealthReport first = await health.AssessAsync(Id);
        TrendReport moved = await trends.TrendsAsync(Id, 3);
        ValueList<CommunityAlert> alerts = await trends.AlertsAsync(Id);

        Assert.Equal((new TimeWindow(Monday - Quarter, Monday), 12.0), (first.Window, ValueOf(first, Contributors.Id)));
        Assert.Equal([Monday - (2 * Quarter), Monday - Quarter, Monday], moved.Periods.Select(p => p.Until));
        foreach (TimeWindow asked in (TimeWindow[])[TimeWindow.Last(Quarter, clock.GetUtcNow()), TimeWindow.Last(Quarter, clock.GetUtcNow().AddHours(-2)), new(clock.GetUtcNow().AddHours(1) - Quarter, clock.GetUtcNow())])
        {
            Assert.Equal(first, await health.AssessAsync(Id, asked));
        }

        clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(first, await health.AssessAsync(Id));
        Assert.Equal(moved, await trends.TrendsAsync(Id, 3));
        Assert.Equal(alerts, await trends.AlertsAsync(Id));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((Monday.AddDays(7), 13.0), ((await health.AssessAsync(Id)).Window.Until, ValueOf(await health.AssessAsync(Id), Contributors.Id)));
    }

    /// <summary>Beside the report of the week before, the one person more is held, and isn't told a week later either.</summary>
    [Fact, Trait("Law", "44")]
    public async Task Law44_what_changed_by_a_few_people_since_the_report_before_is_held()
    {
        FakeTimeProvider clock = new(Monday);
        IServiceProvider host = await Host(clock, [.. Life(), new(Id, new PersonId("late"), Monday.AddDays(1), Act.Post)]);
        ICommunityHealth health = host.GetRequiredService<ICommunityHealth>();
        HealthReport published = await health.AssessAsync(Id);
        foreach (int week in (int[])[1, 2])
        {
            clock.AdjustTime(Monday.AddDays(7 * week));
            TimeWindow window = TimeWindow.Last(Quarter, clock.GetUtcNow());
            Assert.Equal(13, ValueOf(await health.AssessAsync(Id, window), Contributors.Id));

            HealthReport next = await health.AssessAsync(Id, window, AssessmentOptions.Default with { Published = published });

            Measurement.Suppressed held = Assert.IsType<Measurement.Suppressed>(next.Indicators.Single(i => i.Info.Id == Contributors.Id).Reading.Measurement);
            Assert.Equal(("group.held", "It changed by fewer than 5 people since it was last told."), (held.Rule.Code, held.Rule.Text));
            Assert.Equal(["5"], held.Rule.Arguments);
            Assert.Equal(12, next.Indicators.Single(i => i.Info.Id == Contributors.Id).Reading.LastTold!.Single(d => d.Name == "value").Number);
            Assert.IsType<Measurement.Suppressed>(next.Indicators.Single(i => i.Info.Id == Isolates.Id).Reading.Measurement);
            Assert.DoesNotContain(next.Dimensions, d => next.Indicators.Any(i => i.Dimension == d.Id && i.Score is not null && i.Reading.Measurement is Measurement.Suppressed));
            published = JsonSerializer.Deserialize<HealthReport>(JsonSerializer.Serialize(next))!; // a host keeps it as text
        }
    }

    /// <summary>No number of people in a report differs by one to four from that of the report before, nor from the last one that was told.</summary>
    [Property(MaxTest = 60), Trait("Law", "44")]
    public void Law44_no_number_of_people_differs_by_a_few_from_what_was_told(LivelyCommunity lively)
    {
        HealthAssessor assessor = new(HealthModel.Activity, SmallGroupGuard.Around(StandardIndicators.All));
        SmallCommunity community = lively.Community;
        Dictionary<(string Indicator, string What), double> told = [];
        HealthReport? before = null;
        for (int week = 0; week < 4; week++)
        {
            HealthReport report = assessor.Assess((community with { Window = TimeWindow.Last(Quarter, community.Window.Until.AddDays(7 * (week - 3))) }).Evidence, AssessmentOptions.Default with { Published = before });
            foreach (IndicatorResult result in report.Indicators)
            {
                ReadingSources sources = StandardSources.Of(result.Info.Id)!;
                if (result.Reading.Measurement is Measurement.Value value)
                {
                    Tell(sources.CountsPeople, "read", value.Number);
                    Tell(sources.Group == ReadingGroup.People, "of", value.Count);
                }

                foreach (Detail detail in sources.Group is ReadingGroup.Office or ReadingGroup.Nobody ? [] : result.Reading.Details)
                {
                    Tell(sources.PeopleDetails.Contains(detail.Name), detail.Name, detail.Number);
                }

                void Tell(bool people, string what, double number)
                {
                    if (people)
                    {
                        Assert.False(told.TryGetValue((result.Info.Id, what), out double known) && Math.Abs(known - number) is > 0 and < 5, $"{result.Info.Id}, {what}: {known} and then {number}");
                        told[(result.Info.Id, what)] = number; // whatever comes between, readers remember it
                    }
                }
            }

            before = report;
        }
    }

    [Fact]
    public async Task A_host_chooses_another_grid_and_a_report_of_another_community_is_misuse()
    {
        FakeTimeProvider clock = new(Monday.AddDays(2).AddHours(5));
        IServiceProvider host = await Host(clock, Life(), o => o.Publication = PublicationGrid.Daily);
        ICommunityHealth health = host.GetRequiredService<ICommunityHealth>();

        Assert.Equal(Monday.AddDays(2), (await health.AssessAsync(Id)).Window.Until);
        await Assert.ThrowsAsync<ArgumentException>(async () => await health.AssessAsync(Id, default, AssessmentOptions.Default with { Published = await health.AssessAsync(new("other")) }));
        await Assert.ThrowsAsync<OptionsValidationException>(async () => (await Host(clock, [], o => o.Publication = default)).GetRequiredService<ICommunityHealth>());
    }

    /// <summary>What people do counts for a stage up to the grid; the status moves it at once.</summary>
    [Fact]
    public async Task Stages_look_at_people_up_to_the_grid_and_at_the_status_as_of_now()
    {
        SmallHost host = new();
        DateTimeOffset monday = PublicationGrid.Weekly.At(host.Clock.GetUtcNow()).AddDays(28);
        await host.Launch("alpha", "ada", "ben", "cleo");
        await host.Activities.AppendAsync([new(new("alpha"), new PersonId("ada"), monday.AddDays(-1), Act.Post), new(new("alpha"), new PersonId("ben"), monday.AddDays(1), Act.Post)]);
        host.Clock.AdjustTime(monday.AddDays(2));
        CommunityStages stages = new(new EvidenceSource(host.Activities, host.Directory, host.People, host.Records), host.Records, host.Clock);
        StageAssessment? now = await stages.AssessAsync(new CommunityId("alpha")), later = await stages.AssessAsync(new CommunityId("alpha"), monday.AddDays(7));

        Assert.Equal(CommunityStage.Coalescing, now!.Stage);
        Assert.Contains(now.NextStageGaps, g => g.Text.StartsWith("1 people make half", StringComparison.Ordinal));
        Assert.Equal(now.NextStageGaps.Count, later!.NextStageGaps.Count);
        await host.Activities.AppendAsync([new(new("alpha"), new PersonId("ben"), monday.AddDays(1).AddHours(1), Act.Post), new(new("alpha"), new PersonId("cleo"), monday.AddDays(1).AddHours(1), Act.Post)]);
        Assert.Equal(now, await stages.AssessAsync(new CommunityId("alpha")));
    }

    private static double? ValueOf(HealthReport report, string indicator) => report.Indicators.Single(i => i.Info.Id == indicator).Value;

    private static IEnumerable<Activity> Life() => Enumerable.Range(0, 150).SelectMany(day => (Activity[])
    [
        new(Id, new PersonId($"p{day % 12}"), Monday.AddDays(day - 150), Act.Ask) { Id = new($"q{day}") },
        new(Id, new PersonId($"p{(day + 1 + (day % 5)) % 12}"), Monday.AddDays(day - 150).AddHours(3), Act.Answer) { InReplyTo = new($"q{day}") },
    ]);

    private static async Task<IServiceProvider> Host(FakeTimeProvider clock, IEnumerable<Activity> activities, Action<CommunityOfPracticeOptions>? options = null)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddCommunityOfPractice(o =>
        {
            o.Assessment = AssessmentOptions.Default;
            options?.Invoke(o);
        });
        ServiceProvider provider = services.BuildServiceProvider();
        (await provider.GetRequiredService<IActivityStore>().AppendAsync(activities.ToValueList())).OrThrow();
        return provider;
    }
}
