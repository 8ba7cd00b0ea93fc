using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What policies may know beside the record, as of any instant: who was seen when, and when something last happened.</summary>
/// <remarks>
/// Immutable and safe for any number of readers. Unknown is not silence: without activities, the rules that rest on silence do nothing;
/// with them, silence counts only within the time for which activities are known. Built in O(changes + activities); a question costs
/// O(log n).
/// </remarks>
public sealed class PolicyEvidence
{
    private readonly Dictionary<PersonId, List<long>> seen = [];
    private readonly List<long> ownActs = [];
    private readonly List<long> interactions = [];
    private ParticipationEvidence? participation;

    private PolicyEvidence()
    {
    }

    /// <summary>Gets a value indicating whether activities are known at all.</summary>
    /// <value><see langword="false"/> when there is nothing but the journal.</value>
    public bool ActivityKnown => Known is not null;

    /// <summary>Gets the time for which activities are known.</summary>
    /// <value>Null when they are not.</value>
    public TimeWindow? Known { get; private init; }

    /// <summary>Gets when the community's journal begins.</summary>
    /// <value>In UTC; null for an empty journal.</value>
    public DateTimeOffset? JournalBegins { get; private set; }

    /// <summary>What is worth celebrating.</summary>
    internal MilestoneEvidence Milestones { get; } = new();

    /// <summary>Collects evidence.</summary>
    /// <param name="history">The community's journal, by time.</param>
    /// <param name="activity">The community's activities, attention included; null when they are not known.</param>
    /// <param name="known">
    /// The time for which activities are known to be complete. Null: from the first of them on, without an end; not known at all when
    /// there is none.
    /// </param>
    /// <param name="policy">Says for how long somebody is new; null for the default.</param>
    /// <returns>The evidence.</returns>
    public static PolicyEvidence Of(IEnumerable<Change> history, ActivityWindow? activity = null, TimeWindow? known = null, ParticipationPolicy? policy = null)
    {
        TimeWindow? since = activity is { Count: > 0 } some ? new(new(some.Times[0], TimeSpan.Zero), DateTimeOffset.MaxValue) : null;
        return Within(activity is null ? null : known ?? since, history, activity, policy);
    }

    /// <summary>Evidence from activities of which those within a time are complete; null for no time at all.</summary>
    internal static PolicyEvidence Within(TimeWindow? known, IEnumerable<Change> history, ActivityWindow? activity, ParticipationPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(history);
        bool some = activity is { Count: > 0 };
        PolicyEvidence evidence = new() { Known = known };
        Dictionary<PersonId, DateTimeOffset> joined = [];
        foreach (Change change in history)
        {
            evidence.JournalBegins ??= change.OccurredAt;
            evidence.Milestones.Read(change);
            if (change.By.Person is { } person)
            {
                evidence.See(person, change.OccurredAt.UtcTicks);
                evidence.ownActs.Add(change.OccurredAt.UtcTicks);
            }

            if (change.Fact is MemberJoined member)
            {
                joined.TryAdd(member.Person, change.OccurredAt);
            }
        }

        if (some)
        {
            evidence.Read(activity!.Value);
            evidence.Milestones.Read(activity.Value);
            evidence.participation = ParticipationEvidence.Of(activity.Value, joined, policy);
        }

        foreach (List<long> times in evidence.seen.Values)
        {
            times.Sort();
        }

        return evidence;
    }

    /// <summary>Returns when a person was last seen: by an act of their own in the journal, or by an activity, attention included.</summary>
    /// <param name="person">The person.</param>
    /// <param name="at">The instant; what happened later is not known yet.</param>
    /// <returns>In UTC; null when they were never seen.</returns>
    public DateTimeOffset? LastSeen(PersonId person, DateTimeOffset at) => seen.TryGetValue(person, out List<long>? times) ? Last(times, at) : null;

    /// <summary>Returns when anybody last acted in the journal.</summary>
    /// <param name="at">The instant; what happened later is not known yet.</param>
    /// <returns>In UTC; null when nobody ever did.</returns>
    public DateTimeOffset? LastOwnAct(DateTimeOffset at) => Last(ownActs, at);

    /// <summary>Returns when somebody, other than a bot, last contributed something to the practice.</summary>
    /// <param name="at">The instant; what happened later is not known yet.</param>
    /// <returns>In UTC; null when nobody ever did.</returns>
    public DateTimeOffset? LastInteraction(DateTimeOffset at) => Last(interactions, at);

    /// <summary>Returns how a person took part in the whole ISO weeks before an instant.</summary>
    /// <param name="person">The person.</param>
    /// <param name="at">The instant.</param>
    /// <param name="weeks">How many weeks count.</param>
    /// <returns>All zero for a person who was not seen contributing.</returns>
    public ParticipationSignals Signals(PersonId person, DateTimeOffset at, int weeks) => participation?.Signals(person, at, weeks) ?? ParticipationSignals.None;

    /// <summary>When a person is seen next, after an instant; for planning the next look, never for a decision.</summary>
    internal DateTimeOffset? NextSeen(PersonId person, DateTimeOffset after) => seen.TryGetValue(person, out List<long>? times) ? Next(times, after) : null;

    internal DateTimeOffset? NextInteraction(DateTimeOffset after) => Next(interactions, after);

    internal int? NextSignalWeek(PersonId person, int week) => participation?.NextAfter(person, week);

    private static DateTimeOffset? Last(List<long> times, DateTimeOffset at)
    {
        int index = FirstAfter(times, at);
        return index == 0 ? null : new DateTimeOffset(times[index - 1], TimeSpan.Zero);
    }

    private static DateTimeOffset? Next(List<long> times, DateTimeOffset after)
    {
        int index = FirstAfter(times, after);
        return index == times.Count ? null : new DateTimeOffset(times[index], TimeSpan.Zero);
    }

    private static int FirstAfter(List<long> times, DateTimeOffset at)
    {
        long ticks = at.UtcTicks;
        int low = 0, high = times.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = times[middle] <= ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Read(ActivityWindow activity)
    {
        PersonId[] people = new PersonId[activity.Log.PersonCount];
        ReadOnlySpan<int> who = activity.People, replies = activity.Replies;
        ReadOnlySpan<long> times = activity.Times;
        ReadOnlySpan<Act> acts = activity.Acts;
        for (int i = 0; i < who.Length; i++)
        {
            if (activity.IsBot(i))
            {
                continue;
            }

            ref PersonId person = ref people[who[i]];
            person = person == default ? activity.Log.Person(who[i]) : person;
            See(person, times[i]);
            int parent = replies.Length > 0 && replies[i] >= 0 ? replies[i] - activity.Start : -1;
            bool toOneself = parent >= 0 && parent < who.Length && who[parent] == who[i];
            if (acts[i].IsContribution() && !toOneself)
            {
                interactions.Add(times[i]);
            }
        }
    }

    private void See(PersonId person, long ticks)
    {
        ref List<long>? times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, person, out _);
        (times ??= []).Add(ticks);
    }
}
