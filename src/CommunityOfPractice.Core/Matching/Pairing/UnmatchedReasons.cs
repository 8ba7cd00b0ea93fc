using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Says why people found no group, and which rules would have to be lifted; looks at public rules only, private ones stay as they are.</summary>
internal sealed class UnmatchedReasons(PairingPool pool, PairSolution solution)
{
    private const int Small = 300, MostSolved = 20, Looked = 2000;

    private readonly Dictionary<uint, int> unplaced = [];

    private int[] Public => [.. Enumerable.Range(0, pool.Rules.Length).Where(r => !pool.Rules[r].IsPrivate)];

    public UnmatchedPerson Of(int person)
    {
        Participant[] others = [.. Others(person).Select(other => pool.People[other])];
        string text = pool.Count == 1 ? "Nobody else takes part." : InPairs || pool.Count > 2 ? "Nobody with whom they may meet was left for them." : "Fewer than three people take part.";
        return new(pool.People[person].Person, [new(PairingReasons.NoPartner, text), .. Summaries(person, others, "others")], RelaxationOf(person));
    }

    /// <summary>Of a lottery: the seats went to others, or a rule was in the way of a seat.</summary>
    public UnmatchedPerson OfLottery(int person)
    {
        Participant[] seated = [.. solution.Groups.SelectMany(g => g).Select(s => pool.People[s])];
        bool full = seated.Length >= pool.Request.Rules.GroupSize;
        Reason[] rules = [.. full && !pool.Request.Rules.FixedGuests.Contains(pool.People[person].Person) ? [] : Summaries(person, seated, "who have a seat")];
        string text = rules.Length > 0 ? "They have no seat beside those who were drawn before." : full ? "The seats of this round went to others." : "There is no seat for them in this round.";
        return new(pool.People[person].Person, [new(PairingReasons.NotDrawn, text), .. rules], []);
    }

    private IEnumerable<Reason> Summaries(int person, Participant[] others, string whom) =>
        pool.Rules.Select(rule => rule.Summary(pool.People[person], others, whom)).OfType<Reason>();

    /// <summary>A smallest set of rules that leaves people without a group, of which none can be left out.</summary>
    public ValueList<string> Conflict()
    {
        if (pool.Count > Small || solution.Alone.Count == 0 || Unplaced(0) > LeftAnyway || Unplaced(MaskOf(Public)) <= LeftAnyway)
        {
            return []; // what no rule causes, or rules that are not told
        }

        List<int> kept = [.. Public];
        foreach (int rule in Public)
        {
            if (Unplaced(MaskOf(kept.Where(k => k != rule))) > LeftAnyway)
            {
                kept.Remove(rule);
            }
        }

        return kept.Select(k => pool.Rules[k].Id).ToValueList();
    }

    private bool InPairs => pool.Request.Rules.Format == PairingFormat.Pairs;

    private int LeftAnyway => pool.Count == 1 || (pool.Count % 2 == 1 && !pool.Request.Rules.Trios) ? 1 : 0;

    private static uint MaskOf(IEnumerable<int> rules) => rules.Aggregate(0u, (mask, rule) => mask | (1u << rule));

    /// <summary>How many find no group when only some of the public rules hold, beside all private ones.</summary>
    private int Unplaced(uint holding)
    {
        if (!unplaced.TryGetValue(holding, out int count))
        {
            uint all = holding | MaskOf(Enumerable.Range(0, pool.Rules.Length).Where(r => pool.Rules[r].IsPrivate));
            count = unplaced[holding] = new PairSolver(pool, (a, b) => (pool.Forbidding(a, b) & all) == 0, null).Solve().Alone.Count;
        }

        return count;
    }

    private IEnumerable<int> Others(int person) => Enumerable.Range(0, pool.Count).Where(o => o != person).Take(Looked);

    private ValueList<string> RelaxationOf(int person)
    {
        foreach (int[] lifted in Sets())
        {
            if (Helps(person, ~MaskOf(lifted)))
            {
                return lifted.Select(r => pool.Rules[r].Id).ToValueList();
            }
        }

        return InPairs && !pool.Request.Rules.Trios && solution.Groups.Exists(g => Array.TrueForAll(g, m => pool.Allows(person, m))) ? ["trios"] : [];
    }

    /// <summary>Sets of one rule, of two, of three, and all.</summary>
    private IEnumerable<int[]> Sets()
    {
        int[] rules = Public;
        return rules.Select(r => (int[])[r])
            .Concat(rules.SelectMany(r => rules.Where(s => s > r).Select(s => (int[])[r, s])))
            .Concat(rules.SelectMany(r => rules.Where(s => s > r).SelectMany(s => rules.Where(t => t > s).Select(t => (int[])[r, s, t]))))
            .Concat(rules.Length > 3 ? [rules] : []);
    }

    /// <summary>Whether somebody may join a group: a pair becomes three, a smaller group becomes as large as the others.</summary>
    private bool HasSeat(int[] group) => InPairs ? pool.Request.Rules.Trios && group.Length == 2 : group.Length == solution.Groups.Min(g => g.Length);

    /// <summary>Whether the person finds a group and nobody loses one when only these rules hold for them.</summary>
    private bool Helps(int person, uint holding)
    {
        bool May(int other) => (pool.Forbidding(person, other) & holding) == 0;
        if ((InPairs && solution.Alone.Exists(a => a != person && May(a))) || solution.Groups.Exists(g => HasSeat(g) && Array.TrueForAll(g, May)))
        {
            return true;
        }

        if (!InPairs || pool.Count > Small || solution.Alone.Count > MostSolved)
        {
            return false;
        }

        PairSolution again = new PairSolver(pool, (a, b) => a == person ? May(b) : b == person ? May(a) : pool.Allows(a, b), null).Solve();
        return again.Alone.Count < solution.Alone.Count && !again.Alone.Contains(person);
    }
}
