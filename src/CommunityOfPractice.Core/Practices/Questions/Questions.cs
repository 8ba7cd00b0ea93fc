using System.Collections.Immutable;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What the members of a community want to know.</summary>
/// <remarks>Immutable. Finding one costs O(log n), a new one shares with the one before what did not change.</remarks>
public sealed class Questions
{
    private const string Prefix = "question:";

    private readonly ImmutableSortedDictionary<QuestionId, Question> byId;
    private readonly ImmutableSortedSet<(DateTimeOffset AskedAt, QuestionId Id)> open;
    private readonly ImmutableSortedSet<(DateTimeOffset Since, QuestionId Id)> waiting;

    private Questions(
        ImmutableSortedDictionary<QuestionId, Question> byId,
        ImmutableSortedSet<(DateTimeOffset AskedAt, QuestionId Id)> open,
        ImmutableSortedSet<(DateTimeOffset Since, QuestionId Id)> waiting)
    {
        this.byId = byId;
        this.open = open;
        this.waiting = waiting;
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Questions Empty { get; } = new(ImmutableSortedDictionary<QuestionId, Question>.Empty, [], []);

    /// <summary>Gets every question that was ever asked.</summary>
    /// <value>By id (ordinal).</value>
    public IEnumerable<Question> All => byId.Values;

    /// <summary>Gets how many were ever asked.</summary>
    /// <value>Zero or more.</value>
    public int Count => byId.Count;

    /// <summary>Gets how many are open: unanswered, or answered without an accepted answer.</summary>
    /// <value>Zero or more.</value>
    public int OpenCount => open.Count;

    /// <summary>Finds a question.</summary>
    /// <param name="question">The question.</param>
    /// <returns>Null when there is none.</returns>
    public Question? Find(QuestionId question) => byId.GetValueOrDefault(question);

    /// <summary>Returns the questions that are open.</summary>
    /// <param name="at">When; what was asked later is left out.</param>
    /// <param name="policy">Says when an escalation is due (<see cref="PracticePolicy.EscalateAfter"/>).</param>
    /// <returns>The oldest first, then by id; O(open questions).</returns>
    public ValueList<OpenQuestion> Queue(DateTimeOffset at, PracticePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        DateTimeOffset now = at.ToUniversalTime();
        return open.TakeWhile(q => q.AskedAt <= now).Select(q => OpenQuestion.Of(byId[q.Id], now, policy)).ToValueList();
    }

    /// <summary>Returns the names under which open questions stand in a legacy plan: answered, forwarded or closed, they no longer keep a community from closing.</summary>
    /// <returns><c>question:ID</c> for each open question, the oldest first.</returns>
    public IEnumerable<string> OpenItems() => open.Select(q => ItemOf(q.Id));

    /// <summary>The open questions, the oldest first.</summary>
    internal IEnumerable<QuestionId> Open => open.Select(q => q.Id);

    /// <summary>The name under which a question stands in a legacy plan.</summary>
    internal static string ItemOf(QuestionId question) => Prefix + question.Text;

    /// <summary>Whether a name in a legacy plan is that of a question.</summary>
    internal static bool IsItem(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Makes the questions that a state was taken of.</summary>
    internal static Questions Of(IEnumerable<Question> questions) => questions.Aggregate(Empty, (all, question) => all.With(question));

    /// <summary>The questions that wait for a first answer and were not escalated since; who waits longest first.</summary>
    internal IEnumerable<(DateTimeOffset Since, QuestionId Id)> Waiting => waiting;

    /// <summary>With a question in place of what was there.</summary>
    internal Questions With(Question question)
    {
        Question? before = Find(question.Id);
        return new(
            byId.SetItem(question.Id, question),
            Moved(open, before is { IsOpen: true } ? (before.AskedAt, before.Id) : null, question.IsOpen ? (question.AskedAt, question.Id) : null),
            Moved(waiting, before is not null && Waits(before) ? (before.StatusSince, before.Id) : null, Waits(question) ? (question.StatusSince, question.Id) : null));
    }

    private static bool Waits(Question question) => question is { Status: QuestionStatus.Unanswered, IsEscalated: false };

    private static ImmutableSortedSet<(DateTimeOffset, QuestionId)> Moved(
        ImmutableSortedSet<(DateTimeOffset, QuestionId)> set, (DateTimeOffset, QuestionId)? from, (DateTimeOffset, QuestionId)? to)
    {
        if (from == to)
        {
            return set;
        }

        set = from is { } was ? set.Remove(was) : set;
        return to is { } now ? set.Add(now) : set;
    }
}
