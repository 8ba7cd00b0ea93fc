using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>Any sequence of commands about questions against a model of a few lines.</summary>
public sealed class QuestionModelTests
{
    private static readonly string[] People = ["f", "ana", "bo", "out"];

    [Property(MaxTest = 150), Trait("Law", "35"), Trait("Law", "38")]
    public void Law35_AnySequence_GoesAsTheModelSays_AndRefusedCommandsChangeNothing(int seed)
    {
        Random random = new(seed);
        Stage stage = Active("f", "ana", "bo");
        Dictionary<string, Model> model = [];
        for (int step = 0; step < 60; step++)
        {
            stage.At = stage.At.AddHours(random.Next(30));
            string id = $"q{random.Next(3)}", who = People[random.Next(People.Length)], answer = $"a{random.Next(3)}";
            bool host = random.Next(10) == 0;
            Actor by = host ? Host : By(who);
            (Command command, bool allowed) = Next(random, model, id, answer, host ? null : who, stage.At);
            CommunitySnapshot before = stage.Record.ToSnapshot();
            string[] codes = stage.Do(command, by);

            Assert.True(allowed == codes is [], $"{command} by {by}: {string.Join(", ", codes)}");
            if (codes is not [])
            {
                Assert.Equal(before, stage.Record.ToSnapshot());
                Assert.Empty(codes.Except(QuestionTransitions.All.Single(r => r.Trigger == command.GetType().Name).Guards));
            }

            Compare(model, stage);
        }

        Assert.Equal(stage.Record.ToSnapshot(), CommunityRecord.Restore(stage.Record.ToSnapshot()).ToSnapshot());
        Assert.Equal(stage.Record.ToSnapshot(), stage.Twin().Record.ToSnapshot());
    }

    /// <summary>A command, whether the model lets it happen, and the model after it when it does.</summary>
    private static (Command Command, bool Allowed) Next(Random random, Dictionary<string, Model> model, string id, string answer, string? who, DateTimeOffset at)
    {
        QuestionId question = new(id);
        Model? known = model.GetValueOrDefault(id);
        bool member = who is "f" or "ana" or "bo", inCharge = who is null or "f", asker = known is not null && who == known.Asker;
        bool open = known?.Status is "Unanswered" or "Answered";
        switch (random.Next(9))
        {
            case 0 or 1:
                bool asks = known is null && member;
                if (asks)
                {
                    model[id] = new(who!, at);
                }

                return (new AskQuestion(Id, question, "How?", "In short.", []), asks);
            case 2:
                bool answers = known is not null && member && !asker && (open || known.Status == "Accepted") && !known.Answers.Contains(answer);
                return (new AnswerQuestion(Id, question, new(answer), "So."), When(answers, known, k =>
                {
                    k.Answers.Add(answer);
                    k.Status = k.Status == "Unanswered" ? "Answered" : k.Status;
                }));
            case 3:
                bool accepts = asker && (open || known!.Status == "Accepted") && known!.Answers.Contains(answer) && known.Accepted != answer;
                return (new AcceptAnswer(Id, question, new(answer)), When(accepts, known, k => (k.Status, k.Accepted) = ("Accepted", answer)));
            case 4:
                return (new WithdrawAcceptance(Id, question), When(asker && known!.Status == "Accepted", known, k => (k.Status, k.Accepted) = ("Answered", null)));
            case 5:
                return (new ForwardQuestion(Id, question, new("other")), When(open && inCharge, known, k => k.Status = "Forwarded"));
            case 6:
                return (new WithdrawQuestion(Id, question), When(open && asker, known, k => k.Status = "Withdrawn"));
            case 7:
                return random.Next(2) == 0
                    ? (new CloseQuestion(Id, question, "Found out."), When(open && (asker || inCharge), known, k => k.Status = "Closed"))
                    : (new EscalateQuestion(Id, question, EscalationTarget.Facilitators), When(open && (asker || inCharge), known, k => k.Escalations++));
            default:
                bool reopens = known?.Status is "Forwarded" or "Closed" ? asker || inCharge : known?.Status == "Withdrawn" && asker;
                return (new ReopenQuestion(Id, question), When(reopens, known, k => k.Status = k.Answers.Count == 0 ? "Unanswered" : "Answered"));
        }
    }

    private static bool When(bool allowed, Model? known, Action<Model> change)
    {
        if (allowed)
        {
            change(known!);
        }

        return allowed;
    }

    private static void Compare(Dictionary<string, Model> model, Stage stage)
    {
        Core.Practices.Questions questions = stage.Record.Practice.Questions;
        Assert.Equal(model.Count, questions.Count);
        foreach ((string id, Model expected) in model)
        {
            Question found = questions.Find(new(id))!;
            Assert.Equal(
                (expected.Asker, expected.AskedAt, expected.Status, expected.Accepted, expected.Escalations, string.Join(' ', expected.Answers)),
                (found.Asker.Text, found.AskedAt, found.Status.ToString(), found.AcceptedAnswer?.Text, found.Escalations.Count, string.Join(' ', found.Answers.Select(a => a.Id))));
        }

        (string Id, bool Answered)[] open = [.. model.Where(m => m.Value.Status is "Unanswered" or "Answered").OrderBy(m => m.Value.AskedAt).ThenBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => (m.Key, m.Value.Status == "Answered"))];
        Assert.Equal(open, questions.Queue(stage.At, PracticePolicy.Default).Select(q => (q.Question!.Value.Text, q.IsAnswered)));
        Assert.Equal(open.Select(q => "question:" + q.Id), questions.OpenItems());
        Assert.Equal(open.Length, questions.OpenCount);
    }

    private sealed class Model(string asker, DateTimeOffset askedAt)
    {
        public string Asker { get; } = asker;

        public DateTimeOffset AskedAt { get; } = askedAt;

        public string Status { get; set; } = "Unanswered";

        public List<string> Answers { get; } = [];

        public string? Accepted { get; set; }

        public int Escalations { get; set; }
    }
}
