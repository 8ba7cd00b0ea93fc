using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Tests.Memberships;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>The table of questions is what the commands do, and what docs/questions.md shows.</summary>
public sealed class QuestionTransitionsTests
{
    private static readonly QuestionId Q = new("q");

    public static TheoryData<QuestionStatus, string> Everything
    {
        get
        {
            TheoryData<QuestionStatus, string> all = [];
            foreach (QuestionStatus status in Enum.GetValues<QuestionStatus>())
            {
                foreach (string trigger in Favourable.Keys)
                {
                    all.Add(status, trigger);
                }
            }

            return all;
        }
    }

    private static Dictionary<string, (Command Command, Actor By)> Favourable { get; } = new()
    {
        [nameof(AnswerQuestion)] = (new AnswerQuestion(Id, Q, new("b"), "So."), By("bo")),
        [nameof(AcceptAnswer)] = (new AcceptAnswer(Id, Q, new("a2")), By("ana")),
        [nameof(WithdrawAcceptance)] = (new WithdrawAcceptance(Id, Q), By("ana")),
        [nameof(EscalateQuestion)] = (new EscalateQuestion(Id, Q, EscalationTarget.Person) { Person = P("bo") }, By("f")),
        [nameof(ForwardQuestion)] = (new ForwardQuestion(Id, Q, new("other")), By("f")),
        [nameof(WithdrawQuestion)] = (new WithdrawQuestion(Id, Q), By("ana")),
        [nameof(CloseQuestion)] = (new CloseQuestion(Id, Q, "Found out."), By("f")),
        [nameof(ReopenQuestion)] = (new ReopenQuestion(Id, Q), By("ana")),
    };

    [Theory]
    [MemberData(nameof(Everything))]
    public void Command_IsPossible_ExactlyFromTheStatusesOfItsRow(QuestionStatus status, string trigger)
    {
        QuestionTransition row = QuestionTransitions.All.Single(r => r.Trigger == trigger);
        Stage stage = Standing(status);
        string[] codes = stage.Do(Favourable[trigger].Command, Favourable[trigger].By);
        QuestionStatus after = stage.Record.Practice.Questions.Find(Q)!.Status;

        Assert.True(codes is [] == row.From.Contains(status), string.Join(", ", codes));
        Assert.True(codes is not [] || row.To.Contains(after) || (row.To.Count == 0 && after == status), $"{status} -> {after}");
    }

    [Fact]
    public void EveryCommand_HasARow_AndEveryCodeIsReached()
    {
        Type[] commands = [.. typeof(AskQuestion).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(QuestionCommand))), typeof(AskQuestion)];
        Assert.Equal(commands.Select(t => t.Name).Order(), QuestionTransitions.All.Select(r => r.Trigger).Where(t => t != nameof(QuestionEscalated)).Order());
        Assert.All(QuestionTransitions.All, r => Assert.Equal(r.Guards.Order(StringComparer.Ordinal).Distinct(), r.Guards));
        HashSet<(string, string)> listed = [.. QuestionTransitions.All.SelectMany(r => r.Guards.Select(g => (r.Trigger, g)))];

        Assert.Equal(listed.Order(), Reached().Distinct().Order());
    }

    [Fact]
    public void Docs_ShowTheDiagramAndTheTable()
    {
        string docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "questions.md")).ReplaceLineEndings("\n");

        Assert.Contains("```mermaid\n" + QuestionTransitions.ToMermaid() + "```", docs, StringComparison.Ordinal);
        Assert.Contains(QuestionTransitions.ToMarkdown(), docs, StringComparison.Ordinal);
    }

    /// <summary>What is misuse throws.</summary>
    [Fact]
    public void IdsThatNameNothing_Throw()
    {
        Assert.Throws<ArgumentException>(() => new AskQuestion(Id, default, "t", "t", []));
        Assert.Throws<ArgumentException>(() => new AcceptAnswer(Id, Q, default));
        Assert.Throws<ArgumentException>(() => new ForwardQuestion(Id, Q, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Standing(QuestionStatus.Unanswered).Do(new EscalateQuestion(Id, Q, (EscalationTarget)77), By("f")));
    }

    /// <summary>Every command by somebody wrong, in every status, in a community that goes on, closes or has ended.</summary>
    private static IEnumerable<(string, string)> Reached()
    {
        Command[] commands =
        [
            .. Favourable.Values.Select(f => f.Command), new AskQuestion(Id, Q, " ", "", []), new AskQuestion(Id, new("other"), "t", "", []),
            new AnswerQuestion(Id, Q, new("a1"), " "), new AcceptAnswer(Id, Q, new("nothing")), new AcceptAnswer(Id, Q, new("a1")), new ForwardQuestion(Id, Q, Id), new CloseQuestion(Id, Q, " "),
            new EscalateQuestion(Id, Q, EscalationTarget.Person), new WithdrawQuestion(Id, new("unknown")),
        ];
        foreach (CommunityStatus community in (CommunityStatus[])[CommunityStatus.Active, CommunityStatus.Closing, CommunityStatus.Closed])
        {
            foreach (QuestionStatus status in Enum.GetValues<QuestionStatus>())
            {
                foreach (Command command in commands.Concat(Favourable.Values.Select(f => f.Command is QuestionCommand q ? q with { Question = new("unknown") } : f.Command)))
                {
                    foreach (string by in (string[])["f", "ana", "bo", "out"])
                    {
                        Stage stage = Standing(status);
                        stage.Place(c => c with { Status = community });
                        foreach (string code in stage.Do(command, By(by)))
                        {
                            yield return (command.GetType().Name, code);
                        }
                    }
                }
            }
        }
    }

    private static Stage Standing(QuestionStatus status)
    {
        Stage stage = Active("f", "ana", "bo");
        List<(Command, string)> way = [(new AskQuestion(Id, Q, "How?", "", [new("tests")]), "ana")];
        if (status is QuestionStatus.Answered or QuestionStatus.Accepted)
        {
            way.Add((new AnswerQuestion(Id, Q, new("a1"), "So."), "bo"));
            way.Add((new AnswerQuestion(Id, Q, new("a2"), "Or so."), "f"));
        }

        (Command, string)? last = status switch
        {
            QuestionStatus.Accepted => (new AcceptAnswer(Id, Q, new("a1")), "ana"),
            QuestionStatus.Withdrawn => (new WithdrawQuestion(Id, Q), "ana"),
            QuestionStatus.Forwarded => (new ForwardQuestion(Id, Q, new("other")), "f"),
            QuestionStatus.Closed => (new CloseQuestion(Id, Q, "Not here."), "f"),
            _ => null,
        };
        foreach ((Command command, string by) in last is { } end ? way.Append(end) : way)
        {
            Assert.Empty(stage.Do(command, By(by)));
        }

        Assert.Equal(status, stage.Record.Practice.Questions.Find(Q)!.Status);
        return stage;
    }
}
