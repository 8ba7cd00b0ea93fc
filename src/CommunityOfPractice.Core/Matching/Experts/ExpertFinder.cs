using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Finds people who can answer a question, by the answers they gave to similar ones.</summary>
/// <remarks>
/// <para>A topic of the question counts by its rarity (the inverse frequency of BM25; Robertson and Zaragoza 2009). On each topic a person has the share of their answers that were accepted, drawn
/// towards everybody's share as if two more answers had been average, times how much they answered, n / (n + 50). Three tenths of the score are the same for their answers on whatever topic. Scores add up
/// from these shares.</para>
/// <para>Immutable; compared by reference.</para>
/// </remarks>
public sealed class ExpertFinder
{
    private const double Saturation = 50, Prior = 2, General = 0.3;
    private const int Thousandths = 1000;

    private readonly Dictionary<TopicId, Dictionary<PersonId, (int Answers, int Accepted)>> byTopic = [];
    private readonly Dictionary<PersonId, (int Answers, int Accepted)> all = [];
    private readonly double usual;
    private readonly int answers;

    /// <summary>Creates a finder.</summary>
    /// <param name="evidence">Answers, in any order.</param>
    /// <param name="at">Only what was known before this instant counts.</param>
    public ExpertFinder(IEnumerable<AnswerEvidence> evidence, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        At = at.ToUniversalTime();
        int accepted = 0;
        foreach (AnswerEvidence answer in evidence.Where(e => e.At < at))
        {
            answers++;
            accepted += answer.Accepted ? 1 : 0;
            all[answer.Person] = Plus(all.GetValueOrDefault(answer.Person), answer.Accepted);
            foreach (TopicId topic in answer.Topics.Distinct())
            {
                Dictionary<PersonId, (int, int)> people = byTopic.TryGetValue(topic, out Dictionary<PersonId, (int, int)>? known) ? known : byTopic[topic] = [];
                people[answer.Person] = Plus(people.GetValueOrDefault(answer.Person), answer.Accepted);
            }
        }

        usual = answers == 0 ? 0.5 : (accepted + 1.0) / (answers + 2.0);
    }

    /// <summary>Gets the instant before which evidence counts.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset At { get; }

    /// <summary>Ranks people for one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="candidates">Who may be asked; who is not free is passed over.</param>
    /// <param name="top">How many to return at most.</param>
    /// <returns>The best first, of equal scores by id; only people with any answer, never the asker.</returns>
    /// <remarks>Time O(candidates · topics).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is negative.</exception>
    public ValueList<ExpertSuggestion> Rank(OpenAsk question, IEnumerable<ExpertCandidate> candidates, int top)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        double[] rarity = [.. question.Topics.Select(RarityOf)];
        return candidates.Where(c => c.IsFree(At) && c.Person != question.Asker && !question.AskedBefore.Contains(c.Person) && all.ContainsKey(c.Person))
            .Select(c => Judge(question, rarity, c.Person)).OrderByDescending(s => s.Score).ThenBy(s => s.Person).Take(top).ToValueList();
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
        ExpertCandidate[] people = [.. candidates.OrderBy(c => c.Person)];
        Dictionary<PersonId, int> numbers = people.Select((p, i) => (p.Person, i)).ToDictionary(p => p.Person, p => p.i);
        if (asks.DistinctBy(a => a.Id).Count() != asks.Length)
        {
            throw new ArgumentException("A question is named twice.", nameof(questions));
        }

        (int Ask, ExpertSuggestion Found)[] pairs = [.. asks.SelectMany((ask, i) => Rank(ask, people, 50).Where(s => s.Shares.Any(share => share.Of != "answers")).Select(s => (i, s)))];
        CapacityProblem problem = CapacityProblem.FromPairs(
            [.. asks.Select(_ => 1)],
            [.. people.Select(p => p.IsFree(At) ? p.Asks : 0)],
            [.. pairs.Select(p => p.Ask)],
            [.. pairs.Select(p => numbers[p.Found.Person])],
            [.. pairs.Select(p => (long)Math.Round(p.Found.Score * Thousandths))]);
        CapacityAssignment made = CapacitatedAssignment.Of(problem, mostPairs: true);
        HashSet<(int, int)> chosen = [.. made.Rows.ToArray().Zip(made.Columns.ToArray())];
        ValueList<ExpertSuggestion> result = pairs.Where(p => chosen.Contains((p.Ask, numbers[p.Found.Person]))).Select(p => p.Found).ToValueList();
        return new(
            result,
            asks.Select(a => a.Id).Except(result.Select(r => r.Question)).ToValueList(),
            CapacitatedAssignment.Verify(problem, made, mostPairs: true).IsProven,
            made.TotalWeight);
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

    private static (int Answers, int Accepted) Plus((int Answers, int Accepted) known, bool accepted) => (known.Answers + 1, known.Accepted + (accepted ? 1 : 0));

    /// <summary>ln(1 + (N − n + ½) / (n + ½)) of N answers and n on the topic.</summary>
    private double RarityOf(TopicId topic)
    {
        int on = byTopic.TryGetValue(topic, out Dictionary<PersonId, (int Answers, int Accepted)>? people) ? people.Values.Sum(p => p.Answers) : 0;
        return PortableMath.Log(1 + ((answers - on + 0.5) / (on + 0.5)));
    }

    private double EvidenceOf((int Answers, int Accepted) known) =>
        (known.Accepted + (Prior * usual)) / (known.Answers + Prior) * (known.Answers / (known.Answers + Saturation));

    private ExpertSuggestion Judge(OpenAsk question, double[] rarity, PersonId person)
    {
        double whole = rarity.Sum();
        List<Share> shares = [];
        int similar = 0;
        for (int i = 0; i < rarity.Length; i++)
        {
            if (byTopic.TryGetValue(question.Topics[i], out Dictionary<PersonId, (int Answers, int Accepted)>? people) && people.TryGetValue(person, out (int Answers, int Accepted) known))
            {
                similar = Math.Max(similar, known.Answers);
                shares.Add(new(question.Topics[i].Text, (1 - General) * rarity[i] / whole * EvidenceOf(known)));
            }
        }

        shares.Add(new("answers", General * EvidenceOf(all[person])));
        string because = similar > 0 ? $"They answered {similar} similar question{(similar == 1 ? string.Empty : "s")}." : "They answer questions here.";
        return new(question.Id, person, shares.Sum(s => s.Amount), shares.ToValueList(), because);
    }
}
