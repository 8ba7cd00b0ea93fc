using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class EscalateQuestionsTests
{
    [Property(MaxTest = 150), Trait("Law", "39")]
    public void Law39_ApplyingTwice_IsApplyingOnce_AndNobodyIsToldTwice(int seed)
    {
        Random random = new(seed);
        Stage stage = Asked(random);
        DateTimeOffset now = stage.At.AddHours(random.Next(100));
        PolicyRun first = stage.Apply(now);
        CommunitySnapshot once = stage.Record.ToSnapshot();
        PolicyRun second = stage.Apply(now);

        Assert.Empty(second.Changes);
        Assert.Equal(once, stage.Record.ToSnapshot());
        Assert.Equal(
            stage.Record.Practice.Questions.All.Where(q => q.Status == QuestionStatus.Unanswered && q.StatusSince.AddHours(48) <= now).Select(q => q.Id),
            stage.Record.Practice.Questions.All.Where(q => q.IsEscalated).Select(q => q.Id));
        Assert.All(Escalated(first), c => Assert.Equal((now, true), (c.OccurredAt, stage.Record.Practice.Questions.Find(((QuestionEscalated)c.Fact).Question)!.Escalations[^1].IsAutomatic)));
    }

    /// <summary>Whether the policies were applied on the way too, as long as each due date was visited.</summary>
    [Property(MaxTest = 60), Trait("Law", "39")]
    public void Law39_OnTheWay_MakesNoDifference(int seed)
    {
        Stage one = Asked(new(seed)), other = one.Twin();
        Random random = new(seed);
        DateTimeOffset end = one.At.AddHours(200);
        for (DateTimeOffset? at = one.At; at <= end;)
        {
            at = one.Apply(at.Value).NextDue;
        }

        for (DateTimeOffset? at = other.At; at <= end;)
        {
            DateTimeOffset? due = other.Apply(at.Value).NextDue;
            DateTimeOffset between = at.Value.AddHours(1 + random.Next(20));
            at = between < due ? between : due;
        }

        one.Apply(end);
        other.Apply(end);
        Assert.Equal(one.Record.Practice.ToState(), other.Record.Practice.ToState());
    }

    [Fact]
    public void Rule_SaysWhatItRestsOn_AndWaitsForTheEndOfABreak()
    {
        Stage stage = Active("f", "ana");
        Assert.Empty(stage.Do(new AskQuestion(Id, new("q"), "How?", "", []), By("ana")));
        stage.Place(c => c with { PausedUntil = Start.AddDays(10) });
        Assert.Empty(Escalated(stage.Apply(Start.AddDays(9))));
        Change told = Assert.Single(Escalated(stage.Apply(Start.AddDays(11))));
        RuleGround ground = told.Because.Rule!;

        Assert.Equal(("escalate-questions/1", "practice/1"), (ground.RuleId, ground.PolicyVersion));
        Assert.Equal([new Field("escalate-after-days", "2"), new Field("escalate-to", "Facilitators")], ground.Parameters);
        Assert.Equal([new Field("oldest-waiting-since", "2024-01-01T00:00:00Z"), new Field("questions", "1"), new Field("answers", "0")], ground.Evidence);
        Assert.Equal(new QuestionEscalated(new("q"), EscalationTarget.Facilitators, null), told.Fact);
    }

    [Fact]
    public void DryRun_TellsOfEachQuestionOnItsDay_AndNotOfThoseAnswered()
    {
        Stage stage = Active("f", "ana");
        for (int day = 0; day < 5; day++)
        {
            stage.At = Start.AddDays(day);
            Assert.Empty(stage.Do(new AskQuestion(Id, new($"q{day}"), "How?", "", []), By("ana")));
        }

        Assert.Empty(stage.Do(new AnswerQuestion(Id, new("q3"), new("a"), "So."), By("f")));
        DryRunReport report = PolicyDryRun.Run(Id, stage.Journal, stage.Policies, stage.Evidence(), Start.AddDays(3), Start.AddDays(20));

        Assert.Equal(
            [(3d, "q0"), (3, "q1"), (4, "q2"), (6, "q4")],
            report.Changes.Where(c => c.Fact is QuestionEscalated).Select(c => ((c.OccurredAt - Start).TotalDays, ((QuestionEscalated)c.Fact).Question.Text)));
    }

    private static Change[] Escalated(PolicyRun run) => [.. run.Changes.Where(c => c.Fact is QuestionEscalated)];

    /// <summary>Some questions, some of them answered, withdrawn or opened again.</summary>
    private static Stage Asked(Random random)
    {
        Stage stage = Active("f", "ana", "bo");
        for (int i = 0; i < 12; i++)
        {
            stage.At = stage.At.AddHours(random.Next(20));
            QuestionId id = new($"q{i}"), earlier = new($"q{random.Next(i + 1)}");
            stage.Do(new AskQuestion(Id, id, "How?", "", []), By("ana"));
            switch (random.Next(5))
            {
                case 0:
                    stage.Do(new AnswerQuestion(Id, earlier, new($"a{i}"), "So."), By("bo"));
                    break;
                case 1:
                    stage.Do(new WithdrawQuestion(Id, earlier), By("ana"));
                    break;
                case 2:
                    stage.Do(new ReopenQuestion(Id, earlier), By("ana"));
                    break;
            }
        }

        return stage;
    }
}
