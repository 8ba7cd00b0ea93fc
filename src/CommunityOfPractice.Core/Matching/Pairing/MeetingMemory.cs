using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What earlier meetings mean for a round: who met whom how often, who found it useful, who was left over, who was host.</summary>
internal sealed class MeetingMemory
{
    /// <summary>The most that earlier meetings of two people count: four times met, all of late.</summary>
    public const int MostBurden = 64;

    private const int Quarters = 4, LastTime = 8, MostDebt = LastTime + 7;
    private const double NotHeld = 0.25, Ln2 = 0.693147180559945309;

    private readonly Dictionary<(PersonId, PersonId), Ties> ties = [];
    private readonly Dictionary<PersonId, Record> people = [];
    private readonly DateTimeOffset at;

    public MeetingMemory(PairingRequest request)
    {
        at = request.At;
        bool pairs = request.Rules.Format == PairingFormat.Pairs;
        foreach (PastMeeting meeting in request.History.Where(m => m.At < at).OrderBy(m => m.At).ThenBy(m => string.Join('\n', m.People.Order()), StringComparer.Ordinal))
        {
            Take(meeting, request.Rules.RepeatHalfLife, pairs);
        }
    }

    /// <summary>Met² in quarters, old meetings counting less; zero for people who never met.</summary>
    public int Burden(PersonId one, PersonId other) =>
        ties.TryGetValue(Key(one, other), out Ties? tie) ? Math.Clamp((int)Math.Round(Quarters * tie.Met * tie.Met), 1, MostBurden) : 0;

    /// <summary>The greatest burden of any two people, this round's or not.</summary>
    public int GreatestBurden => ties.Keys.Select(k => Burden(k.Item1, k.Item2)).DefaultIfEmpty(0).Max();

    public double? UsefulnessOf(PersonId one, PersonId other) =>
        ties.TryGetValue(Key(one, other), out Ties? tie) && tie.Ratings > 0 ? tie.Useful / (5.0 * tie.Ratings) : null;

    public bool MetWithin(PersonId one, PersonId other, TimeSpan time) => ties.TryGetValue(Key(one, other), out Ties? tie) && at - tie.Last < time;

    /// <summary>What a round owes somebody who was left over or one of three: most when it was the last time.</summary>
    public int Debt(PersonId person) => people.TryGetValue(person, out Record? record) ? Math.Min(MostDebt, (record.OddLast ? LastTime : 0) + Math.Min(7, record.Odd)) : 0;

    public bool WasOddLast(PersonId person) => people.TryGetValue(person, out Record? record) && record.OddLast;

    public int MeetingsWithin(PersonId person, TimeSpan time) => people.TryGetValue(person, out Record? record) ? record.Times.Count(t => at - t < time) : 0;

    /// <summary>How often and when last somebody was host.</summary>
    public (int Times, DateTimeOffset Last) Hosted(PersonId person) => people.TryGetValue(person, out Record? record) ? (record.Hosted, record.HostedLast) : default;

    /// <summary>How often somebody was in a group before.</summary>
    public int Groups(PersonId person) => people.TryGetValue(person, out Record? record) ? record.Times.Count : 0;

    private void Take(PastMeeting meeting, TimeSpan halfLife, bool pairs)
    {
        double held = (meeting.Met == false ? NotHeld : 1) * PortableMath.Exp(-Ln2 * ((at - meeting.At) / halfLife));
        foreach (PersonId person in meeting.People)
        {
            Record record = people.TryGetValue(person, out Record? known) ? known : people[person] = new();
            record.OddLast = pairs && meeting.People.Count is (1 or 3);
            record.Odd += record.OddLast ? 1 : 0;
            if (meeting.People.Count > 1)
            {
                record.Times.Add(meeting.At);
            }

            if (meeting.Host == person)
            {
                (record.Hosted, record.HostedLast) = (record.Hosted + 1, meeting.At);
            }
        }

        for (int i = 0; i < meeting.People.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (PersonId, PersonId) key = Key(meeting.People[i], meeting.People[j]);
                Ties tie = ties.TryGetValue(key, out Ties? known) ? known : ties[key] = new();
                tie.Met += held;
                tie.Last = meeting.At;
                tie.Ratings += meeting.Useful is null ? 0 : 1;
                tie.Useful += meeting.Useful ?? 0;
            }
        }
    }

    private static (PersonId, PersonId) Key(PersonId one, PersonId other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    private sealed class Ties
    {
        public double Met { get; set; }

        public DateTimeOffset Last { get; set; }

        public int Ratings { get; set; }

        public int Useful { get; set; }
    }

    private sealed class Record
    {
        public bool OddLast { get; set; }

        public int Odd { get; set; }

        public List<DateTimeOffset> Times { get; } = [];

        public int Hosted { get; set; }

        public DateTimeOffset HostedLast { get; set; }
    }
}
