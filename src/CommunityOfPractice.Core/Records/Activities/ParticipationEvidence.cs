using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>From the activities of one community: who contributed, stewarded and dealt with whom, week by week.</summary>
/// <remarks>
/// Immutable and safe for any number of readers. Built in one pass, O(activities); a question costs O(one person's acts in the window).
/// What bots do, and replies to oneself, do not count. A stewardship act is one that <see cref="Acts.IsStewardship"/> names, a reply to
/// somebody's question, or the first response to the first post of a newcomer; an act counts once.
/// </remarks>
public sealed class ParticipationEvidence
{
    private readonly Dictionary<PersonId, Sign[]> byPerson = [];

    private ParticipationEvidence()
    {
    }

    /// <summary>Reads the activities of a community.</summary>
    /// <param name="activity">Everything known of the community; answers to what lies before the view do not count.</param>
    /// <param name="joined">When people joined, for telling who is new; null when that is not known.</param>
    /// <param name="policy">Says for how long somebody is new; null for the default.</param>
    /// <returns>The evidence.</returns>
    public static ParticipationEvidence Of(ActivityWindow activity, IReadOnlyDictionary<PersonId, DateTimeOffset>? joined = null, ParticipationPolicy? policy = null)
    {
        Dictionary<int, List<Sign>> signs = [];
        HashSet<int> opened = []; // people whose first own post was seen
        HashSet<int> greetable = []; // indexes of a newcomer's first post that nobody has responded to yet
        long newcomer = (policy ?? ParticipationPolicy.Default).Newcomer.Ticks;
        ReadOnlySpan<int> people = activity.People, replies = activity.Replies;
        ReadOnlySpan<Act> acts = activity.Acts;
        ReadOnlySpan<long> times = activity.Times;
        for (int i = 0; i < acts.Length; i++)
        {
            int parent = replies.Length > 0 ? replies[i] - activity.Start : -1;
            bool known = parent >= 0 && parent < acts.Length && replies[i] >= 0;
            if (!acts[i].IsContribution() || activity.IsBot(i) || (known && people[parent] == people[i]))
            {
                continue;
            }

            int week = new DateTimeOffset(times[i], TimeSpan.Zero).Week();
            bool human = known && !activity.IsBot(parent);
            bool stewardship = acts[i].IsStewardship() || (human && acts[i].IsAnswer() && acts[parent] == Act.Ask);
            if (human && acts[i].IsResponse())
            {
                stewardship |= greetable.Remove(parent);
            }

            Note(people[i], new(week, stewardship, -1));
            if (human)
            {
                Note(people[i], new(week, false, people[parent]));
                Note(people[parent], new(week, false, people[i]));
            }

            foreach (int other in activity.Addressed(i))
            {
                if (other != people[i])
                {
                    Note(people[i], new(week, false, other));
                    Note(other, new(week, false, people[i]));
                }
            }

            bool own = acts[i] is Act.Post or Act.Ask && (replies.Length == 0 || replies[i] == -1);
            if (own && opened.Add(people[i]) && joined is not null
                && joined.TryGetValue(activity.Log.Person(people[i]), out DateTimeOffset since) && times[i] >= since.UtcTicks && times[i] - since.UtcTicks < newcomer)
            {
                greetable.Add(i);
            }
        }

        ParticipationEvidence evidence = new();
        foreach ((int person, List<Sign> list) in signs)
        {
            evidence.byPerson.Add(activity.Log.Person(person), [.. list]);
        }

        return evidence;

        void Note(int person, Sign sign)
        {
            ref List<Sign>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(signs, person, out _);
            (list ??= []).Add(sign);
        }
    }

    /// <summary>Returns a person's counts over whole ISO weeks (Monday to Sunday, UTC).</summary>
    /// <param name="person">The person.</param>
    /// <param name="at">The instant; the week that it lies in is not over and does not count.</param>
    /// <param name="weeks">How many weeks before that one count.</param>
    /// <returns>All zero for a person who was not seen contributing.</returns>
    public ParticipationSignals Signals(PersonId person, DateTimeOffset at, int weeks)
    {
        if (!byPerson.TryGetValue(person, out Sign[]? signs))
        {
            return ParticipationSignals.None;
        }

        int until = at.Week(), from = until - weeks, contributed = 0, last = -1, stewardship = 0;
        HashSet<int> others = [];
        for (int i = FirstOf(signs, from); i < signs.Length && signs[i].Week < until; i++)
        {
            Sign sign = signs[i];
            if (sign.Other >= 0)
            {
                others.Add(sign.Other);
                continue;
            }

            contributed += sign.Week != last ? 1 : 0;
            last = sign.Week;
            stewardship += sign.Stewardship ? 1 : 0;
        }

        return contributed + others.Count == 0 ? ParticipationSignals.None : new(contributed, stewardship, others.Count);
    }

    /// <summary>The week after the next in which a person gives a sign, from a week on; null when there is none.</summary>
    internal int? NextAfter(PersonId person, int week)
    {
        if (!byPerson.TryGetValue(person, out Sign[]? signs))
        {
            return null;
        }

        int next = FirstOf(signs, week);
        return next < signs.Length ? signs[next].Week + 1 : null;
    }

    private static int FirstOf(Sign[] signs, int week)
    {
        int low = 0, high = signs.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = signs[middle].Week < week ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A contribution (no other) or a tie with another person, in a week.</summary>
    private readonly record struct Sign(int Week, bool Stewardship, int Other);
}
