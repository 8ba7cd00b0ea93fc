using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>What is done by commands counts where activities are measured, once.</summary>
public sealed class PracticeActivitiesTests
{
    private readonly Hosted host = new();
    private readonly InMemoryActivityStore activities = new();

    [Fact]
    public async Task Facts_BecomeActivities_UnderStableIds()
    {
        await host.Launch(Hosted.Agile);
        await Ask("q", Hosted.Bo);
        await Do(new AnswerQuestion(Hosted.Agile, new("q"), new("a1"), "So."), Hosted.Cem);
        await Do(new AnswerQuestion(Hosted.Agile, new("q"), new("a2"), "Or so."), Hosted.Ana);
        await Do(new AcceptAnswer(Hosted.Agile, new("q"), new("a2")), Hosted.Bo);
        await Do(new GiveKudos(Hosted.Agile, new("k"), Hosted.Ana, "For your answer.", "answer:a2"), Hosted.Bo);
        await Ask("r", Hosted.Bo);
        await Do(new WithdrawQuestion(Hosted.Agile, new("r")), Hosted.Bo);
        await Do(new ReopenQuestion(Hosted.Agile, new("r")), Hosted.Bo);
        await Do(new AnswerQuestion(Hosted.Agile, new("r"), new("a1"), "Like this."), Hosted.Dee);
        await Ask("s", Hosted.Cem);
        await Do(new CloseQuestion(Hosted.Agile, new("s"), "Not here."), Hosted.Ana);
        await Ask("t", Hosted.Cem);
        await Do(new CloseQuestion(Hosted.Agile, new("t"), "Found out."), Hosted.Cem);

        JournalEntry[] entries = await host.Entries(Hosted.Agile);
        long first = entries.First(e => e.Change.Fact is QuestionAsked).Version;
        ActivityId Entry(int number) => new($"cop:agile:{first + number}");
        ValueList<Activity> found = PracticeActivities.Of(entries);
        Assert.Equal(
            [
                (Entry(0), Act.Ask, "bo", null, Entry(2)), (Entry(1), Act.Answer, "cem", Entry(0), null), (Entry(2), Act.Answer, "ana", Entry(0), null),
                (Entry(3), Act.React, "bo", Entry(2), null), (Entry(4), Act.React, "bo", null, null), (Entry(5), Act.Ask, "bo", null, null), (Entry(6), Act.Withdraw, "bo", Entry(5), null),
                (Entry(7), Act.Ask, "bo", null, null), (Entry(8), Act.Answer, "dee", Entry(7), null), (Entry(9), Act.Ask, "cem", null, null),
                (Entry(11), Act.Ask, "cem", null, null), (Entry(12), Act.Withdraw, "cem", Entry(11), null),
            ],
            found.Select(a => (a.Id!.Value, a.Act, a.Person.Text, a.InReplyTo, a.Accepted)));
        Assert.Equal([Hosted.Ana], found[4].To);
        Assert.All(found, a => Assert.Equal(entries.Single(e => PracticeActivities.IdOf(Hosted.Agile, e.Version) == a.Id).Change.OccurredAt, a.At));

        // s was closed by others without an answer: here it is settled, for the measures nobody answered it
        Assert.Equal(["r"], CommunityRecord.Replay(Hosted.Agile, entries).Practice.Questions.Queue(host.Clock.GetUtcNow(), PracticePolicy.Default).Select(q => q.Question!.Value.Text));
        Assert.Equal([(Entry(7).Text, true), (Entry(9).Text, false)], OpenQuestions.In(ActivityLog.Of(found).OrThrow().Of(Hosted.Agile), host.Clock.GetUtcNow().AddHours(1)).Select(q => (q.Question!.Value.Text, q.IsAnswered)));
    }

    /// <summary>Hosts host and people attend, once each and when it started; who was recorded by mistake did not attend.</summary>
    [Fact]
    public async Task Gatherings_AreHostedAndAttended_OnceEach_AndMistakesDoNotStand()
    {
        await host.Launch(Hosted.Agile);
        DateTime day = host.Clock.GetUtcNow().Date.AddDays(1).AddHours(10);
        LocalSlot slot = new(day, day.AddHours(1), "Etc/UTC");
        await Do(new ScheduleGathering(Hosted.Agile, new("g"), new("Retro", GatheringKind.Workshop, GatheringAudience.Members), slot) { Hosts = [Hosted.Bo] }, Hosted.Ana);
        await Do(new ScheduleGathering(Hosted.Agile, new("plan"), new("Later", GatheringKind.CoffeeChat, GatheringAudience.Members), slot), Hosted.Ana);
        host.Clock.Advance(TimeSpan.FromDays(3));
        await Do(new RecordAttendance(Hosted.Agile, new("g"), [Hosted.Cem, Hosted.Dee]), Hosted.Bo);
        await Do(new RecordNotes(Hosted.Agile, new("g"), "We talked.", []), Hosted.Bo);
        await Do(new RecordAttendance(Hosted.Agile, new("g"), []) { Absent = [Hosted.Dee, Hosted.Cem] }, Hosted.Bo);
        await Do(new RecordAttendance(Hosted.Agile, new("g"), [Hosted.Cem]), Hosted.Bo);

        ValueList<Activity> found = PracticeActivities.Of(await host.Entries(Hosted.Agile));

        Assert.Equal([(Act.Host, "bo"), (Act.Attend, "cem")], found.Select(a => (a.Act, a.Person.Text)));
        Assert.All(found, a => Assert.Equal((new DateTimeOffset(day, TimeSpan.Zero), Formality.Formal), (a.At, a.Formality)));
        Assert.Equal(found.Count, found.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public async Task Artifacts_ArePublishedByTheirAuthors_AndCuratedByWhoTendsThem()
    {
        await host.Launch(Hosted.Agile);
        await Do(new PublishArtifact(Hosted.Agile, new("guide"), ArtifactKind.Guide, "How we plan") { Authors = [Hosted.Bo, Hosted.Cem], Topics = [new("agile")] }, Hosted.Ana);
        await Do(new ConfirmArtifact(Hosted.Agile, new("guide")), Hosted.Ana);
        await Do(new RecordUse(Hosted.Agile, new("guide"), Hosted.Dee), Hosted.Dee);

        ValueList<Activity> found = PracticeActivities.Of(await host.Entries(Hosted.Agile));

        Assert.Equal([(Act.Publish, "bo"), (Act.Publish, "cem"), (Act.Curate, "ana"), (Act.Use, "dee")], found.Select(a => (a.Act, a.Person.Text)));
        Assert.All(found, a => Assert.Equal([new Core.Domains.TopicId("agile")], a.Topics));
    }

    [Fact]
    public void Id_IsShort_AndTheSameAtAllTimes()
    {
        CommunityId lengthy = new(new string('é', 200));

        Assert.Equal("cop:c:7", PracticeActivities.IdOf(new("c"), 7).Text);
        Assert.Equal("cop:c:7:2", PracticeActivities.IdOf(new("c"), 7, 2).Text);
        Assert.Equal(PracticeActivities.IdOf(lengthy, 7), PracticeActivities.IdOf(lengthy, 7));
        Assert.NotEqual(PracticeActivities.IdOf(lengthy, 7), PracticeActivities.IdOf(new(new string('é', 199)), 7));
    }

    /// <summary>A question asked and answered only by commands shows up in the reading; recorded by the host as well, it counts once.</summary>
    [Fact]
    public async Task Health_CountsWhatIsDoneByCommands_Once()
    {
        await host.Launch(Hosted.Agile);
        for (int i = 0; i < 12; i++)
        {
            await Ask($"q{i}", Hosted.Bo);
            if (i < 9)
            {
                await Do(new AnswerQuestion(Hosted.Agile, new($"q{i}"), new("a"), "So."), i == 8 ? Hosted.Ana : Hosted.Cem);
            }
        }

        host.Clock.Advance(TimeSpan.FromDays(4));
        HealthReport byCommands = await Health();
        Measurement.Value answered = Assert.IsType<Measurement.Value>(Reading(byCommands).Measurement);
        Assert.Equal((0.75, 12), (answered.Number, answered.Count));

        ValueList<Activity> projected = PracticeActivities.Of(await host.Entries(Hosted.Agile));
        Assert.Equal(12 + 9, (await activities.AppendAsync(projected)).OrThrow());
        Assert.Equal(byCommands, await Health());
        (await activities.AppendAsync([new(Hosted.Agile, Hosted.Dee, projected[0].At, Act.Post) { Id = new("forum-1") }])).OrThrow();
        Assert.Equal(byCommands.Activity.InWindow + 1, (await Health()).Activity.InWindow);
        Assert.Equal(["question.to-unknown"], await host.Codes(new ForwardQuestion(Hosted.Agile, new("q11"), new("nowhere")), Actor.Of(Hosted.Ana)));
    }

    /// <summary>Milestones come from facts and from recorded activities alike; what facts tell is no knowledge of silence.</summary>
    [Fact]
    public async Task Policies_SeeBoth_AndFactsAloneAreNoKnowledgeOfSilence()
    {
        await host.Launch(Hosted.Agile);
        await Ask("q", Hosted.Bo);
        await Do(new AnswerQuestion(Hosted.Agile, new("q"), new("a"), "So."), Hosted.Cem);
        CommunityPolicies policies = new(host.Records, activities, PolicySet.Default, [], []);
        PolicyOutcome outcome = await policies.ApplyAsync(Hosted.Agile);

        Assert.Equal(
            [(MilestoneKind.FirstContribution, "bo"), (MilestoneKind.FirstContribution, "cem"), (MilestoneKind.FirstAnswer, "cem")],
            outcome.Entries.Select(e => e.Change.Fact).OfType<MilestoneReached>().Select(m => (m.Kind, m.Person!.Value.Text)).Order());
        Assert.Contains(outcome.Skipped, s => s is { RuleId: "lapse-inactive/1", Reason.Code: "policy.activity-unknown" });
        (await activities.AppendAsync([new(Hosted.Agile, Hosted.Dee, host.Clock.GetUtcNow(), Act.Host)])).OrThrow();
        Assert.Equal(
            [MilestoneKind.FirstContribution, MilestoneKind.FirstGatheringHosted],
            (await policies.ApplyAsync(Hosted.Agile)).Entries.Select(e => e.Change.Fact).OfType<MilestoneReached>().Select(m => m.Kind).Order());
        Assert.Empty((await policies.ApplyAsync(Hosted.Agile)).Entries);
    }

    private static Reading Reading(HealthReport report) => report.Indicators.Single(i => i.Info.Id == AnsweredInTime.Id).Reading;

    private async Task<HealthReport> Health() => await new CommunityHealth(new EvidenceSource(activities, host.Directory, new InMemoryPeopleDirectory(), host.Records), new HealthAssessor(), host.Clock, TimeSpan.FromDays(91)).AssessAsync(Hosted.Agile);

    private Task Ask(string id, PersonId by) => Do(new AskQuestion(Hosted.Agile, new(id), "How?", "", []), by);

    private async Task Do(Command command, PersonId by)
    {
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.Must(command, by);
    }
}
