using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>On which level of participation people stand now, and stood 13 weeks ago.</summary>
internal sealed class Ladder
{
    private const long Week = 7 * TimeSpan.TicksPerDay;

    private static readonly ParticipationPolicy Policy = ParticipationPolicy.Default;
    private static readonly int Levels = Enum.GetValues<ParticipationLevel>().Length;

    private Ladder(IReadOnlyDictionary<PersonId, int> then, IReadOnlyDictionary<PersonId, int> now)
    {
        PersonId[] both = [.. then.Keys.Where(now.ContainsKey).Order()];
        Then = [.. both.Select(p => then[p])];
        Now = [.. both.Select(p => now[p])];
        CountsThen = Count(then.Values);
        CountsNow = Count(now.Values);
    }

    /// <summary>The levels 13 weeks ago of those who were there at both moments.</summary>
    public int[] Then { get; }

    /// <summary>Their levels now, in the same order.</summary>
    public int[] Now { get; }

    /// <summary>How many people stood on each level.</summary>
    public int[] CountsThen { get; }

    /// <summary>How many people stand on each level.</summary>
    public int[] CountsNow { get; }

    /// <summary>A reading that the community was not observed for two quarters, or null when it was.</summary>
    public static Reading? TooYoung(HealthEvidence evidence)
    {
        int need = 2 * Policy.WindowWeeks;
        if (evidence.FirstMomentOfPeople is not { } first)
        {
            return Reading.Insufficient("weeks observed", 0, need);
        }

        long weeks = (evidence.AsOf.UtcTicks - first) / Week;
        return weeks >= need ? null : Reading.Insufficient("weeks observed", weeks, need, new DateTimeOffset(first, TimeSpan.Zero).Later(TimeSpan.FromDays(7 * need)));
    }

    /// <summary>Derives the levels; the community was observed for two quarters.</summary>
    public static Ladder Of(HealthEvidence evidence)
    {
        long now = evidence.AsOf.UtcTicks;
        return new(LevelsAt(evidence, now - (Policy.WindowWeeks * Week)), LevelsAt(evidence, now));
    }

    private static Dictionary<PersonId, int> LevelsAt(HealthEvidence evidence, long until)
    {
        Dictionary<PersonId, int> levels = [];
        if (evidence.MembersKnown)
        {
            foreach (PersonId member in evidence.ActiveAt(new DateTimeOffset(until - 1, TimeSpan.Zero)))
            {
                levels.Add(member, 0);
            }
        }

        Signals[] signals = SignalsAt(evidence, until);
        for (int actor = 0; actor < signals.Length; actor++)
        {
            PersonId person = evidence.History.Log.Person(evidence.Actors.PersonOf(actor));
            if (evidence.MembersKnown ? levels.ContainsKey(person) : signals[actor].Acted)
            {
                levels[person] = (int)Policy.Assess(null, signals[actor].Counts, new DateTimeOffset(until, TimeSpan.Zero));
            }
        }

        return levels;
    }

    private static Signals[] SignalsAt(HealthEvidence evidence, long until)
    {
        ActivityWindow history = evidence.History;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory, replies = history.Replies;
        ReadOnlySpan<Act> acts = history.Acts;
        ReadOnlySpan<long> times = history.Times;
        Signals[] signals = new Signals[evidence.Actors.Count];
        for (int i = 0; i < signals.Length; i++)
        {
            signals[i] = new();
        }

        for (int i = 0; i < acts.Length && times[i] < until; i++)
        {
            if (actors[i] < 0)
            {
                continue;
            }

            Signals own = signals[actors[i]];
            own.Acted = true;
            long weeksAgo = (until - 1 - times[i]) / Week;
            if (weeksAgo >= Policy.WindowWeeks || !acts[i].IsContribution())
            {
                continue;
            }

            int parent = replies.IsEmpty || replies[i] < 0 ? -1 : replies[i] - history.Start;
            int author = parent >= 0 && parent < acts.Length ? evidence.Actors.AuthorOf(parent) : Actors.Bot;
            own.Contributed(weeksAgo, acts[i].IsStewardship() || (author >= 0 && acts[i].IsAnswer() && acts[parent] == Act.Ask));
            if (author >= 0)
            {
                Met(own, actors[i], author);
            }

            foreach (int other in history.Addressed(i))
            {
                Met(own, actors[i], evidence.Actors.Find(other));
            }
        }

        return signals;

        void Met(Signals own, int self, int other)
        {
            if (other >= 0 && other != self)
            {
                own.Others.Add(other);
                signals[other].Others.Add(self);
            }
        }
    }

    private static int[] Count(IEnumerable<int> levels)
    {
        int[] counts = new int[Levels];
        foreach (int level in levels)
        {
            counts[level]++;
        }

        return counts;
    }

    /// <summary>What one person did in a quarter.</summary>
    private sealed class Signals
    {
        private long lastWeek = -1;
        private int weeks;
        private int stewardship;

        public bool Acted { get; set; }

        public HashSet<int> Others { get; } = [];

        public ParticipationSignals Counts => new(weeks, stewardship, Others.Count);

        public void Contributed(long week, bool looksAfter)
        {
            weeks += week != lastWeek ? 1 : 0;
            lastWeek = week;
            stewardship += looksAfter ? 1 : 0;
        }
    }
}
