using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Those who take part in a round, numbered by lot, with what the rules and criteria say about each two of them.</summary>
internal sealed class PairingPool
{
    /// <summary>What all criteria together can add for two people.</summary>
    public const int Points = 1000;

    private readonly PairingCriterion[] criteria;
    private readonly int[] points;

    public PairingPool(PairingRequest request)
    {
        Request = request;
        Memory = new(request);
        Rules = [.. PairRules.Of(request, Memory)];
        criteria = [.. PairCriteria.Of(request, Memory)];
        long weights = criteria.Sum(c => (long)c.Weight);
        points = [.. criteria.Select(c => (int)(Points * (long)c.Weight / weights))];
        Absent = [.. request.People.Select(p => (p.Person, Why: Absence.Of(p, request, Memory))).Where(p => p.Why.Count > 0)];
        HashSet<PersonId> absent = [.. Absent.Select(p => p.Person)];
        SplitMix64 lot = new(request.Seed);
        People = [.. request.People.Where(p => !absent.Contains(p.Person)).Select(p => (Lot: lot.Split((long)SplitMix64.FromText(p.Person.Text).Seed).At(0), p)).OrderBy(p => p.Lot).ThenBy(p => p.p.Person).Select(p => p.p)];
        Debts = [.. People.Select(p => Memory.Debt(p.Person))];
    }

    public PairingRequest Request { get; }

    public MeetingMemory Memory { get; }

    public PairRule[] Rules { get; }

    /// <summary>Who takes part, in the order of the lot.</summary>
    public Participant[] People { get; }

    /// <summary>What the round owes each of them.</summary>
    public int[] Debts { get; }

    /// <summary>Who takes no part, and why; by id.</summary>
    public (PersonId Person, ValueList<Reason> Why)[] Absent { get; }

    public int Count => People.Length;

    public bool Allows(int one, int other) => Array.TrueForAll(Rules, rule => !rule.Excludes(People[one], People[other]));

    /// <summary>The rules that forbid two people, one bit each.</summary>
    public uint Forbidding(int one, int other)
    {
        uint mask = 0;
        for (int rule = 0; rule < Rules.Length; rule++)
        {
            mask |= Rules[rule].Excludes(People[one], People[other]) ? 1u << rule : 0;
        }

        return mask;
    }

    public int Burden(int one, int other) => Memory.Burden(People[one].Person, People[other].Person);

    /// <summary>What the criteria say, 0 to <see cref="Points"/>.</summary>
    public int Score(int one, int other)
    {
        int score = 0;
        for (int c = 0; c < criteria.Length; c++)
        {
            score += ShareOf(c, one, other);
        }

        return score;
    }

    /// <summary>What the criteria can say about a person and anybody else, at most: what is unknown about the person counts half with everybody.</summary>
    public int MostPoints(int person)
    {
        Participant own = People[person];
        int most = 0;
        for (int c = 0; c < criteria.Length; c++)
        {
            bool unknown = criteria[c].Criterion is PairCriterion && criteria[c].Criterion.Id switch
            {
                PairCriteria.OtherDepartment => own.Attributes.Department is null,
                PairCriteria.OtherLocation => own.Attributes.Location is null,
                PairCriteria.SharedTopics => own.Topics.Count == 0,
                PairCriteria.Useful => Memory.Groups(own.Person) == 0,
                _ => false,
            };
            most += (int)Math.Round((unknown ? 0.5 : 1) * points[c]);
        }

        return most;
    }

    /// <summary>A group as it is told, with the shares of each two of its people.</summary>
    public PairingGroup Describe(IReadOnlyList<int> members, PersonId? host = null)
    {
        long[] shares = new long[criteria.Length];
        List<(string Sentence, string Two)> because = [];
        long penalty = 0;
        int repeats = 0;
        foreach ((int one, int other) in Twos(members))
        {
            for (int c = 0; c < criteria.Length; c++)
            {
                int share = ShareOf(c, one, other);
                shares[c] += share;
                if (share > 0 && criteria[c].Criterion.Ask(People[one], People[other]) > 0)
                {
                    because.Add((criteria[c].Criterion.AskWhy(People[one], People[other]), $"{People[one].Person} – {People[other].Person}"));
                }
            }

            int burden = Burden(one, other);
            repeats += burden > 0 ? 1 : 0;
            penalty += (long)burden * (Request.Rules.RepeatPenalty ?? 0);
        }

        List<Share> parts = [.. criteria.Select((c, i) => new Share(c.Criterion.Id, shares[i])).Where(s => s.Amount != 0)];
        if (penalty > 0)
        {
            parts.Add(new("repeat", -penalty));
        }

        return new([.. members.Select(m => People[m].Person).Order()], shares.Sum() - penalty, parts.ToValueList(), repeats, Told(because, members.Count).ToValueList()) { Host = host };
    }

    /// <summary>Each sentence once; in a group of three or more with those it is about, unless it is about all of them.</summary>
    private static IEnumerable<string> Told(List<(string Sentence, string Two)> because, int members) =>
        because.GroupBy(b => b.Sentence, StringComparer.Ordinal).Select(g => g.Count() == members * (members - 1) / 2 ? g.Key : $"{g.Key} ({string.Join(", ", g.Select(b => b.Two))})");

    /// <summary>Each two members, in the order of their ids, so that a sentence names them in the same order always.</summary>
    private IEnumerable<(int One, int Other)> Twos(IReadOnlyList<int> members)
    {
        int[] sorted = [.. members.OrderBy(m => People[m].Person)];
        for (int i = 0; i < sorted.Length; i++)
        {
            for (int j = i + 1; j < sorted.Length; j++)
            {
                yield return (sorted[i], sorted[j]);
            }
        }
    }

    /// <summary>What is unknown counts half, so that who tells less is neither preferred nor passed over.</summary>
    private int ShareOf(int criterion, int one, int other)
    {
        double fit = criteria[criterion].Criterion.Ask(People[one], People[other]) ?? 0.5;
        return (int)Math.Round(fit * points[criterion]);
    }
}
