using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Finds people who can answer a question, by the answers they gave to similar ones.</summary>
/// <remarks>
/// <para>The score is an estimate of the probability that the person gives the accepted answer. On each topic of the question it is their share of the answers, (n + k·π) / (N + k): n of N answers on
/// the topic are theirs, and π of all answers. The score is the mean over the topics. k says how much topics differ, and is estimated from the accepted answers (empirical Bayes; 20 without
/// any). An accepted answer counts twice, and every answer half after 91 days: who answered of late is likely to be there. Scores add up from these shares.</para>
/// <para>Immutable; compared by reference.</para>
/// </remarks>
public sealed class ExpertFinder
{
    private const int Millionths = 1_000_000, MostLooked = 50;

    private readonly Dictionary<TopicId, AnswerTally> byTopic = [];
    private readonly AnswerTally all = new();
    private readonly double shrinkage;

    /// <summary>Creates a finder.</summary>
    /// <param name="evidence">Answers, in any order.</param>
    /// <param name="at">Only what was known before this instant counts.</param>
    /// <remarks>Time O(answers · topics).</remarks>
    public ExpertFinder(IEnumerable<AnswerEvidence> evidence, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        At = at.ToUniversalTime();
        foreach (AnswerEvidence answer in evidence.Where(e => e.At < at))
        {
            long weight = AnswerTally.WeightOf(answer, At);
            all.Add(answer, weight);
            foreach (TopicId topic in answer.Topics.Distinct())
            {
                AnswerTally tally = byTopic.TryGetValue(topic, out AnswerTally? known) ? known : byTopic[topic] = new();
                tally.Add(answer, weight);
            }
        }

        shrinkage = TopicShrinkage.Of(byTopic.Values.SelectMany(t => t.Winners).Select(w => (w.Accepted, Overall(w.Person))), byTopic.Values.Select(t => t.Accepted));
    }

    /// <summary>Gets the instant before which evidence counts.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset At { get; }

    /// <summary>Gets the seed of the lot between people with equal scores.</summary>
    /// <value>The default value is 0.</value>
    public ulong Seed { get; init; }

    /// <summary>Ranks people for one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="candidates">Who may be asked; who is not free is passed over.</param>
    /// <param name="top">How many to return at most.</param>
    /// <returns>The best first, of equal scores by a lot that is drawn for each question; only people with any answer, never the asker.</returns>
    /// <remarks>Time O(candidates · topics).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is negative.</exception>
    public ValueList<ExpertSuggestion> Rank(OpenAsk question, IEnumerable<ExpertCandidate> candidates, int top)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        return Ranked(question, candidates).Take(top).ToValueList();
    }

    /// <summary>Assigns open questions to people all at once, so that nobody is asked more than they take and as many questions as possible are asked.</summary>
    /// <param name="questions">The questions; ids are different.</param>
    /// <param name="candidates">Who may be asked; each once.</param>
    /// <returns>Who is asked what.</returns>
    /// <remarks>A flow of greatest weight: <see cref="CapacitatedAssignment"/>. Only people with an answer on a topic of the question are considered, at most 50 a question.</remarks>
    /// <exception cref="ArgumentException">Somebody or a question is named twice.</exception>
    public ExpertRound Assign(IEnumerable<OpenAsk> questions, IEnumerable<ExpertCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(candidates);
        OpenAsk[] asks = [.. questions.OrderBy(q => q.Id, StringComparer.Ordinal)];
        ExpertCandidate[] people = [.. candidates.OrderBy(c => Lot(new SplitMix64(Seed), c.Person)).ThenBy(c => c.Person)];
        Dictionary<PersonId, int> numbers = people.Select((p, i) => (p.Person, i)).ToDictionary(p => p.Person, p => p.i);
        if (asks.DistinctBy(a => a.Id).Count() != asks.Length)
        {
            throw new ArgumentException("A question is named twice.", nameof(questions));
        }

        (int Ask, ExpertSuggestion Found)[] pairs = [.. asks.SelectMany((ask, i) => Ranked(ask, people).Where(s => s.Shares.Count > 1).Take(MostLooked).Select(s => (i, s)))];
        CapacityProblem problem = CapacityProblem.FromPairs(
            [.. asks.Select(_ => 1)],
            [.. people.Select(p => p.IsFree(At) ? p.Asks : 0)],
            [.. pairs.Select(p => p.Ask)],
            [.. pairs.Select(p => numbers[p.Found.Person])],
            [.. pairs.Select(p => (long)Math.Round(p.Found.Score * Millionths))]);
        CapacityAssignment made = CapacitatedAssignment.Of(problem, mostPairs: true);
        HashSet<(int, int)> chosen = [.. made.Rows.ToArray().Zip(made.Columns.ToArray())];
        HashSet<int> wanted = [.. pairs.Select(p => p.Ask)], given = [.. made.Rows.ToArray()];
        ValueList<ExpertSuggestion> result = pairs.Where(p => chosen.Contains((p.Ask, numbers[p.Found.Person]))).Select(p => p.Found).ToValueList();
        return new(
            result,
            asks.Select(a => a.Id).Except(result.Select(r => r.Question)).ToValueList(),
            CapacitatedAssignment.Verify(problem, made, mostPairs: true).IsProven,
            made.TotalWeight)
        {
            Explained = asks.Select((ask, i) => (ask, i)).Where(a => !given.Contains(a.i)).Select(a => new UnassignedQuestion(a.ask.Id, WhyNobody(a.ask, people, wanted.Contains(a.i)))).ToValueList(),
        };
    }

    /// <summary>Whom to ask next when those who were asked did not answer.</summary>
    /// <param name="question">The question, with those who were asked before.</param>
    /// <param name="askedLast">When somebody was asked last.</param>
    /// <param name="candidates">Who may be asked.</param>
    /// <param name="after">How long to wait for an answer; positive.</param>
    /// <returns>The next person; null while the time is not over, or when there is nobody left.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is not positive.</exception>
    public ExpertSuggestion? Escalate(OpenAsk question, DateTimeOffset askedLast, IEnumerable<ExpertCandidate> candidates, TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(after, TimeSpan.Zero);
        return At - askedLast < after ? null : Rank(question, candidates, 1) is [var next, ..] ? next : null;
    }

    private IEnumerable<ExpertSuggestion> Ranked(OpenAsk question, IEnumerable<ExpertCandidate> candidates)
    {
        TopicId[] topics = [.. question.Topics.Distinct()];
        SplitMix64 lot = new SplitMix64(Seed).Split((long)SplitMix64.FromText(question.Id).Seed);
        return candidates.Where(c => c.IsFree(At) && c.Person != question.Asker && !question.AskedBefore.Contains(c.Person) && all.Knows(c.Person))
            .Select(c => Judge(question.Id, topics, c.Person)).OrderByDescending(s => s.Score).ThenBy(s => Lot(lot, s.Person)).ThenBy(s => s.Person);
    }

    /// <summary>So that a low id is no advantage.</summary>
    private static ulong Lot(SplitMix64 lot, PersonId person) => lot.Split((long)SplitMix64.FromText(person.Text).Seed).At(0);

    private Reason WhyNobody(OpenAsk ask, ExpertCandidate[] people, bool wanted)
    {
        bool Knows(PersonId person) => person != ask.Asker && ask.Topics.Any(t => byTopic.TryGetValue(t, out AnswerTally? tally) && tally.Knows(person));
        return ask.Topics.Count == 0 ? new("experts.no-topics", "The question has no topics.")
            : wanted ? new("experts.taken", "Those who answered similar questions are asked others.")
            : people.Any(p => p.OptedIn && Knows(p.Person)) ? new("experts.not-free", "Those who answered similar questions were asked before, take a break or have no asks left.")
            : new("experts.no-evidence", "Nobody who agreed to be asked answered similar questions.");
    }

    /// <summary>Somebody's share of all answers.</summary>
    private double Overall(PersonId person) => all.Of(person) / all.Sum;

    private ExpertSuggestion Judge(string question, TopicId[] topics, PersonId person)
    {
        List<Share> shares = [];
        int similar = 0;
        double rest = topics.Length == 0 ? 1 : 0;
        foreach (TopicId topic in topics)
        {
            AnswerTally? tally = byTopic.GetValueOrDefault(topic);
            double whole = ((tally?.Sum ?? 0) + shrinkage) * topics.Length;
            rest += shrinkage / whole;
            if (tally is not null && tally.Knows(person))
            {
                similar = Math.Max(similar, tally.Answers(person));
                shares.Add(new(topic.Text, tally.Of(person) / whole));
            }
        }

        shares.Add(new("answers", Overall(person) * rest));
        string because = similar > 0 ? $"They answered {similar} similar question{(similar == 1 ? string.Empty : "s")}." : "They answer questions here.";
        return new(question, person, shares.Sum(s => s.Amount), shares.ToValueList(), because);
    }
}
