using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>An open question of a community that has ended is this one's from now on; the answers that it had follow.</summary>
/// <remarks>It waits anew from the moment of the change on, but for those who ask how old it is: it was asked when it was asked. No activity: it was asked once, elsewhere.</remarks>
/// <param name="Question">Which question; under the id that it had.</param>
/// <param name="From">The community that it leaves.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="AskedAt">When, in UTC.</param>
/// <param name="Title">The question in one line.</param>
/// <param name="Text">What else there is to say about it; may be empty.</param>
public sealed record QuestionReceived(
    [property: JsonRequired] QuestionId Question,
    [property: JsonRequired] CommunityId From,
    [property: JsonRequired] PersonId Asker,
    [property: JsonRequired] DateTimeOffset AskedAt,
    [property: PersonalData, JsonRequired] string Title,
    [property: PersonalData, JsonRequired] string Text) : PracticeFact
{
    /// <summary>Gets what it is about.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    internal override Practice Apply(Practice before, Change change) =>
        before.With(before.Questions.With(new Question(Question, Asker, AskedAt, Title, Text) { Topics = Topics, StatusSince = change.OccurredAt }));
}

/// <summary>An answer to a question that was received, given in the community that it left.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">Which answer.</param>
/// <param name="By">Who answered.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Text">The answer, or where it stands.</param>
public sealed record AnswerReceived(
    QuestionId Question,
    [property: JsonRequired] AnswerId Answer,
    [property: JsonRequired] PersonId By,
    [property: JsonRequired] DateTimeOffset At,
    [property: PersonalData, JsonRequired] string Text) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change)
    {
        Question answered = before with { Answers = before.Answers.Append(new Answer(Answer, By, At, Text)).ToValueList() };
        return answered.To(answered.Rest, change);
    }
}

/// <summary>Open questions that another community takes over when theirs ends, in one decision: facts for its journal.</summary>
internal sealed record QuestionMove(Questions Held, CommunityId From, CommunityId To, Questions There, IReadOnlyList<QuestionId> Moved)
{
    /// <summary>An id that stands for another question there is named; one that had been forwarded from there may come back.</summary>
    public void Require(Guards guards)
    {
        foreach (Question question in Moved.Select(q => Held.Find(q)!))
        {
            bool free = There.Find(question.Id) is not { } other
                || (other.Status == QuestionStatus.Forwarded && other.Asker == question.Asker && other.AskedAt == question.AskedAt);
            guards.Require(free, "question.id-taken", $"'{To}' has another question '{question.Id}'.");
        }
    }

    /// <summary>What the community records that takes care of them from now on.</summary>
    public IEnumerable<Fact> Arriving()
    {
        foreach (Question question in Moved.Select(q => Held.Find(q)!))
        {
            yield return new QuestionReceived(question.Id, From, question.Asker, question.AskedAt, question.Title, question.Text) { Topics = question.Topics };
            foreach (Answer answer in question.Answers)
            {
                yield return new AnswerReceived(question.Id, answer.Id, answer.By, answer.At, answer.Text);
            }
        }
    }
}
