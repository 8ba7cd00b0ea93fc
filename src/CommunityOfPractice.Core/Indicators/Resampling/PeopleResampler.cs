using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The community as it might have been with other people like these: everybody is drawn anew, with replacement, with all they did.</summary>
/// <remarks>
/// A cluster bootstrap by person (Efron and Tibshirani 1993; for ties between people Snijders and Borgatti 1999, Connections 22). Facilitators are drawn among
/// themselves. O(n + p log p) a draw for n activities and p people. For one thread at a time, and one drawn evidence at a time.
/// </remarks>
internal sealed class PeopleResampler
{
    private readonly HealthEvidence evidence;
    private readonly ResampledPeople people;
    private readonly Conversations threads;
    private readonly long[] firstSeen;

    public PeopleResampler(HealthEvidence evidence)
    {
        this.evidence = evidence;
        people = new(evidence);
        threads = Conversations.Of(evidence);
        firstSeen = new long[evidence.Actors.Count];
        ReadOnlySpan<long> at = evidence.History.Times;
        for (int i = at.Length - 1; i >= 0; i--)
        {
            if (threads.Author[i] >= 0)
            {
                firstSeen[threads.Author[i]] = at[i];
            }
        }
    }

    /// <summary>Draws once.</summary>
    /// <param name="random">Where the chance comes from; the same gives the same evidence.</param>
    public HealthEvidence Draw(SplitMix64 random)
    {
        int[] times = new int[people.Count];
        for (int stratum = 0; stratum < people.Strata.Length; stratum++)
        {
            int[] members = people.Strata[stratum];
            SplitMix64 own = random.Split(stratum);
            for (int place = 0; place < members.Length; place++)
            {
                times[members[own.Below(place, members.Length)]]++;
            }
        }

        Casting casting = new(people, threads, firstSeen, times, random.Split(people.Strata.Length));
        casting.Cast(evidence.History.Times);
        return evidence.With(LogOf(casting, times), evidence.Window, RosterOf(times), KnownOf(times));
    }

    private Roster? RosterOf(int[] times) => evidence.Roster is null ? null : new(
        evidence.Community,
        people.Periods.SelectMany(p => Enumerable.Range(0, times[p.Person]).Select(k =>
            p.Period.Of(people.CopyOf(p.Person, k).Id))).ToValueList());

    private Dictionary<PersonId, Person> KnownOf(int[] times)
    {
        Dictionary<PersonId, Person> known = [];
        for (int person = 0; evidence.People.Count > 0 && person < times.Length; person++)
        {
            for (int k = 0; k < times[person]; k++)
            {
                Copy copy = people.CopyOf(person, k);
                if (copy.Known is { } attributes)
                {
                    known.Add(copy.Id, attributes);
                }
            }
        }

        return known;
    }

    private ActivityLog LogOf(Casting casting, int[] times)
    {
        ActivityWindow history = evidence.History;
        int[] starts = new int[history.Count + 1];
        for (int i = 0; i < history.Count; i++)
        {
            starts[i + 1] = starts[i] + casting.Attached[i + 1] - casting.Attached[i] + casting.Left[i];
        }

        ActivityTexts texts = new() { Ids = history.Log.Texts.Ids, Topics = history.Log.Texts.Topics, People = people.Names };
        texts.Communities.Intern(evidence.Community.Text);
        DrawnRows rows = new(history, texts, starts[^1]);
        for (int i = 0; i < history.Count; i++)
        {
            int attached = casting.Attached[i + 1] - casting.Attached[i];
            for (int row = starts[i]; row < starts[i + 1]; row++)
            {
                int copy = row - starts[i], author = threads.Author[i];
                Giver giver = copy < attached ? casting.Givers[casting.Attached[i] + copy] : new(author, (copy + threads.Root[i]) % times[author]);
                int parent = threads.Parent[i];
                rows.Put(row, i, NumberOf(giver, i), copy < attached && parent >= 0 ? starts[parent] + copy : -1);
                if (rows.To is { } to && !history.Addressed(i).IsEmpty)
                {
                    to[row] = texts.Sets.Intern(MemoryMarshal.AsBytes<int>(Addressed(casting, i, giver.Copy)));
                }
            }
        }

        return rows.ToLog();
    }

    private int NumberOf(Giver giver, int activity) => giver.Person < 0 ? people.Bot(evidence.History.People[activity]) : people.CopyOf(giver.Person, giver.Copy).Number;

    private int[] Addressed(Casting casting, int activity, int copy)
    {
        ReadOnlySpan<int> addressed = evidence.History.Addressed(activity);
        int[] numbers = new int[addressed.Length];
        for (int k = 0; k < numbers.Length; k++)
        {
            int person = people.Find(addressed[k]);
            Giver drawn = person < 0 ? default : casting.Addressed(person, copy + activity);
            numbers[k] = person < 0 ? people.Bot(addressed[k]) : people.CopyOf(drawn.Person, drawn.Copy).Number;
        }

        return numbers;
    }
}
