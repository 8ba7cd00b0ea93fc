using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class OpenQuestionsTests
{
    /// <summary>Against a reading without any cleverness.</summary>
    [Property(MaxTest = 300)]
    public void Queue_FromAnyActivities_IsWhatTheyTell(int seed)
    {
        Random random = new(seed);
        Act[] acts = [Act.Ask, Act.Ask, Act.Answer, Act.Reply, Act.Comment, Act.Withdraw, Act.Post];
        Activity[] all = [.. Enumerable.Range(0, 25).Select(i => new Activity(Id, P($"p{random.Next(4)}"), Start.AddHours(i), acts[random.Next(acts.Length)])
        {
            Id = random.Next(10) == 0 ? null : new($"x{i:00}"),
            InReplyTo = i > 0 && random.Next(4) > 0 ? new($"x{random.Next(i):00}") : null,
            Actor = random.Next(6) == 0 ? ActorKind.Bot : ActorKind.Human,
            Accepted = random.Next(12) == 0 ? new("some") : null,
        })];
        DateTimeOffset asOf = Start.AddHours(random.Next(30));
        Activity[] seen = [.. all.Where(a => a.At < asOf)];
        OpenQuestion[] expected =
        [
            .. from ask in seen
               where ask is { Act: Act.Ask, Actor: ActorKind.Human, Accepted: null }
               let replies = seen.Where(r => ask.Id is not null && r.InReplyTo == ask.Id && r.Actor == ActorKind.Human).ToArray()
               where !replies.Any(r => r.Act == Act.Withdraw && r.Person == ask.Person)
               let answered = replies.Any(r => r.Act is Act.Answer or Act.Reply && r.Person != ask.Person)
               select new OpenQuestion(ask.Id is { } id ? new QuestionId(id.Text) : null, "", ask.At, asOf - ask.At, answered, answered ? null : ask.At.AddHours(48)),
        ];

        Assert.Equal(expected.ToValueList(), OpenQuestions.In(ActivityLog.Of(all.OrderBy(_ => random.Next())).OrThrow().Of(Id), asOf));
    }

    [Fact]
    public void Queue_SaysWhenAnEscalationIsDue()
    {
        Activity ask = new(Id, P("a"), Start, Act.Ask) { Id = new("1") };
        ActivityWindow asked = ActivityLog.Of([ask]).OrThrow().Of(Id);

        Assert.False(OpenQuestions.In(asked, Start.AddHours(47))[0].IsEscalationDue);
        Assert.True(OpenQuestions.In(asked, Start.AddHours(48))[0].IsEscalationDue);
        Assert.True(OpenQuestions.In(asked, Start.AddHours(3), new() { EscalateAfter = TimeSpan.FromHours(2) })[0].IsEscalationDue);
        Assert.Empty(OpenQuestions.In(ActivityLog.Empty.Of(Id), Start));
    }
}
