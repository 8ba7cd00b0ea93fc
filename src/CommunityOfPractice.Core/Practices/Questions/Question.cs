using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What a member wants to know, and what became of it.</summary>
/// <remarks>
/// Immutable and compared by value. <see cref="AskedAt"/>, <see cref="FirstAnsweredAt"/> and, for a question that was withdrawn,
/// <see cref="StatusSince"/> are what an honest waiting time needs: what was withdrawn was not answered.
/// </remarks>
/// <param name="Id">Which question it is.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="AskedAt">When, in UTC.</param>
/// <param name="Title">The question in one line; empty once somebody named in it was erased.</param>
/// <param name="Text">What else there is to say about it; may be empty.</param>
public sealed record Question(
    [property: JsonRequired] QuestionId Id,
    [property: JsonRequired] PersonId Asker,
    [property: JsonRequired] DateTimeOffset AskedAt,
    [property: PersonalData, JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Title,
    [property: PersonalData, JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text)
{
    /// <summary>Gets what it is about.</summary>
    /// <value>Empty when nobody said.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets where it stands.</summary>
    /// <value>The default value is <see cref="QuestionStatus.Unanswered"/>.</value>
    public QuestionStatus Status { get; init; }

    /// <summary>Gets since when it stands there.</summary>
    /// <value>In UTC; when it was asked, to begin with.</value>
    public DateTimeOffset StatusSince { get; init; } = AskedAt;

    /// <summary>Gets the answers of others.</summary>
    /// <value>In the order in which they came.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Answer>))]
    public ValueList<Answer> Answers { get; init => field = value ?? []; } = [];

    /// <summary>Gets the answer that the asker accepted.</summary>
    /// <value>Null while none is.</value>
    public AnswerId? AcceptedAnswer { get; init; }

    /// <summary>Gets who was told that it needs care.</summary>
    /// <value>In order of time.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Escalation>))]
    public ValueList<Escalation> Escalations { get; init => field = value ?? []; } = [];

    /// <summary>Gets the community that takes care of it.</summary>
    /// <value>Null unless it was forwarded.</value>
    public CommunityId? ForwardedTo { get; init; }

    /// <summary>Gets why it was closed.</summary>
    /// <value>Null unless it is closed; empty once somebody named in it was erased.</value>
    [PersonalData]
    public string? CloseReason { get; init; }

    /// <summary>Gets a value indicating whether it was closed by who asked.</summary>
    /// <value><see langword="false"/> unless it is closed.</value>
    public bool ClosedByAsker { get; init; }

    /// <summary>Gets a value indicating whether the community owes an answer, or the asker a word on those there are.</summary>
    /// <value><see langword="true"/> when unanswered or answered.</value>
    [JsonIgnore]
    public bool IsOpen => Status is QuestionStatus.Unanswered or QuestionStatus.Answered;

    /// <summary>Gets when somebody else first answered.</summary>
    /// <value>In UTC; null when nobody did.</value>
    [JsonIgnore]
    public DateTimeOffset? FirstAnsweredAt => Answers.Count == 0 ? null : Answers[0].At;

    /// <summary>Gets a value indicating whether it was escalated since it has been waiting for a first answer.</summary>
    /// <value><see langword="false"/> for a question that does not wait.</value>
    [JsonIgnore]
    public bool IsEscalated => Status == QuestionStatus.Unanswered && Escalations is [.., { } last] && last.At >= StatusSince;

    /// <summary>Returns whether it has such an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns><see langword="true"/> when it does.</returns>
    public bool Has(AnswerId answer) => Answers.Any(a => a.Id == answer);

    /// <summary>Whether it was who asked that withdrew or closed it, so that nobody owes an answer.</summary>
    [JsonIgnore]
    internal bool StoppedByAsker => Status == QuestionStatus.Withdrawn || (Status == QuestionStatus.Closed && ClosedByAsker);

    /// <summary>A new status, from the moment of the change on.</summary>
    internal Question To(QuestionStatus status, Change change) => this with { Status = status, StatusSince = change.OccurredAt };

    /// <summary>Where it stands while nothing is accepted, withdrawn, forwarded or closed.</summary>
    internal QuestionStatus Rest => Answers.Count == 0 ? QuestionStatus.Unanswered : QuestionStatus.Answered;
}
