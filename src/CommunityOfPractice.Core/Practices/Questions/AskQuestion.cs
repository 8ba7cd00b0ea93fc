using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q1: a member asks.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>community.closing</c>, <c>actor.not-a-member</c>, <c>question.exists</c>, <c>question.no-title</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The id that the host gives the question.</param>
/// <param name="Title">The question in one line.</param>
/// <param name="Text">What else there is to say about it; may be empty.</param>
/// <param name="Topics">What it is about; may be empty.</param>
/// <exception cref="ArgumentException"><paramref name="Question"/> or a topic is the default value.</exception>
public sealed record AskQuestion(CommunityId Community, QuestionId Question, string Title, string Text, ValueList<TopicId> Topics) : PracticeCommand(Community)
{
    /// <summary>Gets the id that the host gives the question.</summary>
    /// <value>Never the default value.</value>
    public QuestionId Question { get; init => field = Named.Check(value); } = Named.Check(Question);

    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Text);
        ArgumentNullException.ThrowIfNull(Topics);
        ValueList<TopicId> topics = Topics.Sorted();
        guards.RequireLivingHere(context);
        guards.Require(context.Community.Status != CommunityStatus.Closing, "community.closing", "The community is closing and takes no new questions.");
        guards.RequireMember(context);
        guards.Require(practice.Questions.Find(Question) is null, "question.exists", $"There is a question '{Question}' already.");
        guards.RequireText(Title, "question.no-title", "A question has a title.");
        return context.By.Person is { } asker ? [new QuestionAsked(Question, asker, Title, Text, topics)] : [];
    }
}

/// <summary>Q1 happened: a member asked.</summary>
/// <param name="Question">Which question.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="Title">The question in one line.</param>
/// <param name="Text">What else there is to say about it; may be empty.</param>
/// <param name="Topics">What it is about, by id.</param>
public sealed record QuestionAsked(
    [property: JsonRequired] QuestionId Question,
    [property: JsonRequired] PersonId Asker,
    [property: PersonalData, JsonRequired] string Title,
    [property: PersonalData, JsonRequired] string Text,
    ValueList<TopicId> Topics) : PracticeFact
{
    /// <summary>Gets what it is about.</summary>
    /// <value>By id; empty when nobody said.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = Topics ?? [];

    internal override Practice Apply(Practice before, Change change) =>
        before.With(before.Questions.With(new Question(Question, Asker, change.OccurredAt, Title, Text) { Topics = Topics }));

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) =>
        [Asked(Question, Asker, Topics)];

    /// <summary>The activity of asking, which names the answer that is accepted in the end.</summary>
    internal static FactActivity Asked(QuestionId question, PersonId asker, ValueList<TopicId> topics) => new(asker, Act.Ask)
    {
        Key = KeyOf(question),
        Topics = topics,
        AcceptedIn = practice => practice.Questions.Find(question)?.AcceptedAnswer is { } answer ? QuestionAnswered.KeyOf(question, answer) : null,
    };

    /// <summary>Under what name the activity is known to those that respond to it.</summary>
    internal static string KeyOf(QuestionId question) => "question:" + question.Text;
}
