using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Mentees and mentors, how many of each other they take, and which pairs may be made.</summary>
/// <remarks>Immutable; compared by reference. Equal scores are decided by lot: the seed is part of the market.</remarks>
public sealed class MentoringMarket
{
    private readonly int[] mentees;
    private readonly int[] mentors;

    /// <summary>Creates a market.</summary>
    /// <param name="menteePlaces">The mentees, and how many mentors each wants: one or more as a rule.</param>
    /// <param name="mentorPlaces">The mentors, and how many mentees each takes.</param>
    /// <param name="choices">The pairs that may be made; each once, in any order.</param>
    /// <param name="seed">Decides between equal scores.</param>
    /// <exception cref="ArgumentException">A pair names somebody who is not there or one person twice, stands there twice, or a number is out of its range.</exception>
    public MentoringMarket(IReadOnlyDictionary<PersonId, int> menteePlaces, IReadOnlyDictionary<PersonId, int> mentorPlaces, IEnumerable<MentoringChoice> choices, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(menteePlaces);
        ArgumentNullException.ThrowIfNull(mentorPlaces);
        ArgumentNullException.ThrowIfNull(choices);
        Mentees = ByLot(menteePlaces.Keys, seed);
        Mentors = ByLot(mentorPlaces.Keys, seed);
        MenteePlaces = [.. Mentees.Select(m => menteePlaces[m])];
        MentorPlaces = [.. Mentors.Select(m => mentorPlaces[m])];
        if (MenteePlaces.Concat(MentorPlaces).Any(p => p < 0))
        {
            throw new ArgumentException("A number of places is zero or more.", nameof(menteePlaces));
        }

        Dictionary<PersonId, int> menteeNumbers = Numbers(Mentees), mentorNumbers = Numbers(Mentors);
        (int Mentee, int Mentor, MentoringChoice Choice)[] sorted =
        [
            .. choices.Select(c => menteeNumbers.TryGetValue(c.Mentee, out int mentee) && mentorNumbers.TryGetValue(c.Mentor, out int mentor) && c.Mentee != c.Mentor && IsScore(c.MenteeScore) && IsScore(c.MentorScore)
                ? (mentee, mentor, c)
                : throw new ArgumentException($"{c.Mentee} and {c.Mentor} are no pair that can be made.", nameof(choices)))
            .OrderBy(c => c.Item1).ThenBy(c => c.Item2),
        ];
        for (int i = 1; i < sorted.Length; i++)
        {
            if ((sorted[i].Mentee, sorted[i].Mentor) == (sorted[i - 1].Mentee, sorted[i - 1].Mentor))
            {
                throw new ArgumentException($"{sorted[i].Choice.Mentee} and {sorted[i].Choice.Mentor} stand there twice.", nameof(choices));
            }
        }

        mentees = [.. sorted.Select(c => c.Mentee)];
        mentors = [.. sorted.Select(c => c.Mentor)];
        Choices = sorted.Select(c => c.Choice).ToValueList();
        Seed = seed;
    }

    /// <summary>Gets the pairs that may be made.</summary>
    /// <value>In the order of the lot.</value>
    public ValueList<MentoringChoice> Choices { get; }

    /// <summary>Gets what decides between equal scores.</summary>
    /// <value>Any number.</value>
    public ulong Seed { get; }

    /// <summary>Why a mentee can be paired with nobody, or with few, as far as rules say.</summary>
    internal Func<PersonId, IEnumerable<Reason>> InTheWay { get; init; } = _ => [];

    /// <summary>The mentees in the order of the lot, which is their number.</summary>
    internal PersonId[] Mentees { get; }

    internal PersonId[] Mentors { get; }

    internal int[] MenteePlaces { get; }

    internal int[] MentorPlaces { get; }

    /// <summary>The number of the mentee of each choice; ascending.</summary>
    internal ReadOnlySpan<int> MenteeOf => mentees;

    internal ReadOnlySpan<int> MentorOf => mentors;

    /// <summary>Makes the market of rules and criteria: pairs that a rule forbids are left out, the others get scores of 0 to 1000 from the criteria of either side.</summary>
    /// <param name="menteePlaces">The mentees, and how many mentors each wants.</param>
    /// <param name="mentorPlaces">The mentors, and how many mentees each takes.</param>
    /// <param name="rules">What forbids a pair.</param>
    /// <param name="menteeCriteria">What a mentee looks for in a mentor; equally weighted, what is unknown counts half.</param>
    /// <param name="mentorCriteria">What a mentor looks for in a mentee; called with the mentee first as well.</param>
    /// <param name="seed">Decides between equal scores.</param>
    /// <returns>The market. Whoever did not opt in is in none of its pairs.</returns>
    public static MentoringMarket FromCriteria(
        IReadOnlyDictionary<Participant, int> menteePlaces,
        IReadOnlyDictionary<Participant, int> mentorPlaces,
        IReadOnlyList<IMatchRule<Participant, Participant>> rules,
        IReadOnlyList<IMatchCriterion<Participant, Participant>> menteeCriteria,
        IReadOnlyList<IMatchCriterion<Participant, Participant>> mentorCriteria,
        ulong seed)
    {
        ArgumentNullException.ThrowIfNull(menteePlaces);
        ArgumentNullException.ThrowIfNull(mentorPlaces);
        PairRule[] all = [.. rules.Select(rule => new PairRule(rule.Id, rule.IsPrivate, (mentee, mentor) => rule.Ask(mentee, mentor)?.Text))];
        Participant[] mentors = [.. mentorPlaces.Keys.Where(m => m.OptedIn)];
        IEnumerable<MentoringChoice> choices =
            from mentee in menteePlaces.Keys
            from mentor in mentors
            where mentee.OptedIn && mentee.Person != mentor.Person
                && !mentee.Blocks.Contains(mentor.Person) && !mentor.Blocks.Contains(mentee.Person)
                && !all.Any(rule => rule.Excludes(mentee, mentor))
            select new MentoringChoice(mentee.Person, mentor.Person, ScoreOf(menteeCriteria, mentee, mentor), ScoreOf(mentorCriteria, mentee, mentor));
        return new(menteePlaces.ToDictionary(m => m.Key.Person, m => m.Value), mentorPlaces.ToDictionary(m => m.Key.Person, m => m.Value), choices, seed)
        {
            InTheWay = person => menteePlaces.Keys.FirstOrDefault(m => m.Person == person) is { } mentee
                ? mentee.OptedIn ? Summaries(all, mentee, mentors) : [new(PairingReasons.TakesNoPart, "They did not agree to be matched.")]
                : [],
        };
    }

    /// <summary>Makes the market by the settings of a pairing round: its rules forbid pairs, its criteria give both sides the same score, and what is unknown counts half.</summary>
    /// <param name="request">The people concerned, the settings, the rules and criteria of the host; earlier meetings count as in a round.</param>
    /// <param name="menteePlaces">The mentees, and how many mentors each wants.</param>
    /// <param name="mentorPlaces">The mentors, and how many mentees each takes.</param>
    /// <returns>The market. Whoever is not among the people of the request, did not opt in or takes a break is in none of its pairs.</returns>
    /// <remarks>Time O(mentees · mentors · (rules + criteria)).</remarks>
    /// <exception cref="ArgumentException">The settings have problems, a number of places is negative, or two rules or criteria have one id.</exception>
    public static MentoringMarket FromRequest(PairingRequest request, IReadOnlyDictionary<PersonId, int> menteePlaces, IReadOnlyDictionary<PersonId, int> mentorPlaces)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(menteePlaces);
        ArgumentNullException.ThrowIfNull(mentorPlaces);
        request.Check();
        MeetingMemory memory = new(request);
        PairRule[] rules = [.. PairRules.Of(request, memory)];
        PairingCriterion[] criteria = [.. PairCriteria.Of(request, memory)];
        Participant[] free = [.. request.People.Where(p => Absence.OfMentoring(p, request).Count == 0)];
        Participant[] mentors = [.. free.Where(p => mentorPlaces.ContainsKey(p.Person))];
        IEnumerable<MentoringChoice> choices =
            from mentee in free
            where menteePlaces.ContainsKey(mentee.Person)
            from mentor in mentors
            where mentee.Person != mentor.Person && !rules.Any(rule => rule.Excludes(mentee, mentor))
            let score = Math.Min(MentoringChoice.LargestScore, criteria.Sum(c => (int)Math.Round(c.Weight * (c.Criterion.Ask(mentee, mentor) ?? 0.5))))
            select new MentoringChoice(mentee.Person, mentor.Person, score, score);
        return new(menteePlaces, mentorPlaces, choices, request.Seed)
        {
            InTheWay = person => request.People.FirstOrDefault(p => p.Person == person) is { } mentee
                ? Absence.OfMentoring(mentee, request) is { Count: > 0 } absent ? absent : Summaries(rules, mentee, mentors)
                : [],
        };
    }

    /// <summary>What the public rules have against a mentee and the mentors there are.</summary>
    private static IEnumerable<Reason> Summaries(PairRule[] rules, Participant mentee, Participant[] mentors)
    {
        Participant[] others = [.. mentors.Where(m => m.Person != mentee.Person)];
        return rules.Select(rule => rule.Summary(mentee, others, others.Length == 1 ? "mentor" : "mentors")).OfType<Reason>();
    }

    private static int ScoreOf(IReadOnlyList<IMatchCriterion<Participant, Participant>> criteria, Participant mentee, Participant mentor) =>
        criteria.Count == 0 ? 0 : (int)Math.Round(1000 * criteria.Average(c => c.Ask(mentee, mentor) ?? 0.5));

    private static bool IsScore(int score) => score is >= 0 and <= MentoringChoice.LargestScore;

    private static PersonId[] ByLot(IEnumerable<PersonId> people, ulong seed) =>
        [.. people.OrderBy(p => new SplitMix64(seed).Split((long)SplitMix64.FromText(p.Text).Seed).At(0)).ThenBy(p => p)];

    private static Dictionary<PersonId, int> Numbers(PersonId[] people) => people.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
}
