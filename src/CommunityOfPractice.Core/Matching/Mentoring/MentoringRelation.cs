using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A mentoring relation of two people, from the proposal to its end. Each step is a decision: a new relation, or a refusal with every unmet guard that changes nothing.</summary>
/// <remarks>Immutable and compared by value. Only the two people themselves agree, decline, begin and end; time and actor are parameters.</remarks>
public sealed record MentoringRelation
{
    private const string NotTheirs = "mentoring.not-theirs", WrongStatus = "mentoring.status", TooEarly = "mentoring.too-early";

    /// <summary>Gets who learns.</summary>
    /// <value>Not the mentor.</value>
    [JsonRequired]
    public PersonId Mentee { get; init; }

    /// <summary>Gets who helps.</summary>
    /// <value>Not the mentee.</value>
    [JsonRequired]
    public PersonId Mentor { get; init; }

    /// <summary>Gets where it stands.</summary>
    /// <value>The default value is <see cref="MentoringStatus.Proposed"/>.</value>
    public MentoringStatus Status { get; init; }

    /// <summary>Gets since when it stands there.</summary>
    /// <value>In UTC.</value>
    [JsonRequired]
    public DateTimeOffset Since { get; init; }

    /// <summary>Gets until when a proposal can be accepted.</summary>
    /// <value>In UTC.</value>
    [JsonRequired]
    public DateTimeOffset AnswerBy { get; init; }

    /// <summary>Gets a value indicating whether the mentee agreed.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool MenteeAgreed { get; init; }

    /// <summary>Gets a value indicating whether the mentor agreed.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool MentorAgreed { get; init; }

    /// <summary>Gets when the agreed term ends.</summary>
    /// <value>In UTC; null before it runs.</value>
    public DateTimeOffset? TermEndsOn { get; init; }

    /// <summary>Gets a value indicating whether nothing can follow any more.</summary>
    /// <value><see langword="true"/> when declined, completed or ended early.</value>
    [JsonIgnore]
    public bool IsOver => Status is MentoringStatus.Declined or MentoringStatus.Completed or MentoringStatus.EndedEarly;

    /// <summary>Gets a value indicating whether it takes a place of mentee and mentor: proposals count, so that nobody is promised twice.</summary>
    /// <value>The opposite of <see cref="IsOver"/>.</value>
    [JsonIgnore]
    public bool TakesAPlace => !IsOver;

    /// <summary>Proposes a relation.</summary>
    /// <param name="mentee">Who learns.</param>
    /// <param name="mentor">Who helps.</param>
    /// <param name="at">Now.</param>
    /// <param name="answerWithin">How long they may take to answer: from an hour to 90 days.</param>
    /// <returns>The relation; refused with <c>mentoring.same-person</c> or <c>mentoring.answer-time</c>.</returns>
    /// <exception cref="ArgumentException">An id is the default value.</exception>
    public static Decision<MentoringRelation> Propose(PersonId mentee, PersonId mentor, DateTimeOffset at, TimeSpan answerWithin)
    {
        IdText.Check(mentee.Text, nameof(mentee));
        IdText.Check(mentor.Text, nameof(mentor));
        Guards guards = new();
        guards.Require(mentee != mentor, "mentoring.same-person", "Nobody is their own mentor.");
        guards.Require(answerWithin >= TimeSpan.FromHours(1) && answerWithin <= TimeSpan.FromDays(90), "mentoring.answer-time", "The time to answer is an hour to 90 days.");
        return guards.Decide(() => new MentoringRelation { Mentee = mentee, Mentor = mentor, Since = at.ToUniversalTime(), AnswerBy = at.After(answerWithin) });
    }

    /// <summary>One of them agrees; when both did it is accepted.</summary>
    /// <param name="by">Who agrees: the mentee or the mentor.</param>
    /// <param name="at">Now.</param>
    /// <returns>The relation; refused with <c>mentoring.status</c>, <c>mentoring.not-theirs</c>, <c>mentoring.too-early</c>, <c>mentoring.answer-late</c> or <c>mentoring.agreed-already</c>.</returns>
    public Decision<MentoringRelation> Accept(PersonId by, DateTimeOffset at)
    {
        Guards guards = Guarded(by, at, MentoringStatus.Proposed);
        guards.Require(at < AnswerBy, "mentoring.answer-late", $"The time to answer ended on {AnswerBy.Iso()}.");
        guards.Require(!(by == Mentee && MenteeAgreed) && !(by == Mentor && MentorAgreed), "mentoring.agreed-already", "They agreed already.");
        return guards.Decide(() =>
        {
            MentoringRelation next = this with { MenteeAgreed = MenteeAgreed || by == Mentee, MentorAgreed = MentorAgreed || by == Mentor };
            return next is { MenteeAgreed: true, MentorAgreed: true } ? next with { Status = MentoringStatus.Accepted, Since = at.ToUniversalTime() } : next;
        });
    }

    /// <summary>One of them declines before it runs.</summary>
    /// <param name="by">Who declines.</param>
    /// <param name="at">Now.</param>
    /// <returns>The relation; refused with <c>mentoring.status</c>, <c>mentoring.not-theirs</c> or <c>mentoring.too-early</c>.</returns>
    public Decision<MentoringRelation> Decline(PersonId by, DateTimeOffset at) =>
        Guarded(by, at, MentoringStatus.Proposed, MentoringStatus.Accepted).Decide(() => this with { Status = MentoringStatus.Declined, Since = at.ToUniversalTime() });

    /// <summary>It begins, with a term.</summary>
    /// <param name="by">Who says so: the mentee or the mentor.</param>
    /// <param name="at">Now.</param>
    /// <param name="term">How long it shall go on: from a week to two years (730 days).</param>
    /// <returns>The relation; refused with <c>mentoring.status</c>, <c>mentoring.not-theirs</c>, <c>mentoring.too-early</c> or <c>mentoring.term</c>.</returns>
    public Decision<MentoringRelation> Start(PersonId by, DateTimeOffset at, TimeSpan term)
    {
        Guards guards = Guarded(by, at, MentoringStatus.Accepted);
        RequireTerm(guards, term);
        return guards.Decide(() => this with { Status = MentoringStatus.Running, Since = at.ToUniversalTime(), TermEndsOn = at.After(term) });
    }

    /// <summary>Its term is set anew, from now on.</summary>
    /// <param name="by">Who says so: the mentee or the mentor.</param>
    /// <param name="at">Now.</param>
    /// <param name="term">How much longer it shall go on: from a week to 730 days.</param>
    /// <returns>The relation; refused with <c>mentoring.status</c>, <c>mentoring.not-theirs</c>, <c>mentoring.too-early</c> or <c>mentoring.term</c>.</returns>
    public Decision<MentoringRelation> Extend(PersonId by, DateTimeOffset at, TimeSpan term)
    {
        Guards guards = Guarded(by, at, MentoringStatus.Running);
        RequireTerm(guards, term);
        return guards.Decide(() => this with { TermEndsOn = at.After(term) });
    }

    /// <summary>It did what it was for.</summary>
    /// <param name="by">Who says so: the mentee or the mentor.</param>
    /// <param name="at">Now.</param>
    /// <returns>The relation; refused with <c>mentoring.status</c>, <c>mentoring.not-theirs</c> or <c>mentoring.too-early</c>.</returns>
    public Decision<MentoringRelation> Complete(PersonId by, DateTimeOffset at) =>
        Guarded(by, at, MentoringStatus.Running).Decide(() => this with { Status = MentoringStatus.Completed, Since = at.ToUniversalTime() });

    /// <summary>One of them ends it before its term; without a reason.</summary>
    /// <param name="by">Who ends it.</param>
    /// <param name="at">Now.</param>
    /// <returns>The relation; refused with <c>mentoring.status</c>, <c>mentoring.not-theirs</c> or <c>mentoring.too-early</c>.</returns>
    public Decision<MentoringRelation> EndEarly(PersonId by, DateTimeOffset at) =>
        Guarded(by, at, MentoringStatus.Running).Decide(() => this with { Status = MentoringStatus.EndedEarly, Since = at.ToUniversalTime() });

    /// <summary>Brings it to where it stands by the passing of time alone: a proposal nobody answered is declined, a term that ended is completed.</summary>
    /// <param name="at">Now.</param>
    /// <returns>The relation; itself when no date has come.</returns>
    public MentoringRelation AsOf(DateTimeOffset at) => this switch
    {
        { Status: MentoringStatus.Proposed } when at >= AnswerBy => this with { Status = MentoringStatus.Declined, Since = AnswerBy },
        { Status: MentoringStatus.Running, TermEndsOn: { } end } when at >= end => this with { Status = MentoringStatus.Completed, Since = end },
        _ => this,
    };

    private static void RequireTerm(Guards guards, TimeSpan term) =>
        guards.Require(term >= TimeSpan.FromDays(7) && term <= TimeSpan.FromDays(730), "mentoring.term", "A term is a week to 730 days.");

    private Guards Guarded(PersonId by, DateTimeOffset at, params ReadOnlySpan<MentoringStatus> from)
    {
        Guards guards = new();
        guards.Require(from.Contains(Status), WrongStatus, $"This is not possible while the relation is {Status}.");
        guards.Require(by == Mentee || by == Mentor, NotTheirs, "Only the two people themselves decide on their relation.");
        guards.Require(at >= Since, TooEarly, $"The relation stands where it does since {Since.Iso()}.");
        return guards;
    }
}
