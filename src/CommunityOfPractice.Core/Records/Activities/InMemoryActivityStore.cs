using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>An activity store that lives in memory: the default, for tests and small hosts.</summary>
/// <remarks>
/// Safe for concurrent use. Ids are ordered by their UTF-8 bytes, as the contract has it. Appending is O(1) an activity; a reading takes a sorted copy of the community's activities, O(n log n), an erasure
/// goes through all activities.
/// </remarks>
public sealed class InMemoryActivityStore : IActivityStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<ActivityId, Activity> byId = [];
    private readonly Dictionary<CommunityId, List<Activity>> byCommunity = [];

    /// <inheritdoc/>
    public ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            Dictionary<ActivityId, Activity> fresh = [];
            List<Activity> added = [];
            List<Reason> conflicts = [];
            foreach (Activity activity in activities)
            {
                ArgumentNullException.ThrowIfNull(activity, nameof(activities));
                activity.Check();
                if (activity.Id is not { } id)
                {
                    added.Add(activity);
                }
                else if (!byId.TryGetValue(id, out Activity? known) && !fresh.TryGetValue(id, out known))
                {
                    fresh.Add(id, activity);
                    added.Add(activity);
                }
                else if (!known.Equals(activity))
                {
                    conflicts.Add(Activity.IdConflict(id));
                }
            }

            if (conflicts.Count > 0)
            {
                return new(Decision<int>.Refuse([.. conflicts]));
            }

            foreach (Activity activity in added)
            {
                Keep(activity);
            }

            return new(Decision<int>.Accept(added.Count));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Activity[] snapshot;
        lock (gate)
        {
            snapshot = byCommunity.TryGetValue(community, out List<Activity>? all) ? [.. all.Where(a => a.At < before)] : [];
        }

        ActivityLog log = ActivityLog.Of(snapshot).OrThrow();
        await Task.CompletedTask.ConfigureAwait(false);
        for (int i = 0; i < log.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return log[i];
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Activity> ReadOfAsync(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Activity[] snapshot;
        lock (gate)
        {
            snapshot = [.. byCommunity.Values.SelectMany(all => all).Where(a => Names(a, person))];
        }

        await Task.CompletedTask.ConfigureAwait(false);
        foreach (Activity activity in snapshot.OrderBy(a => a.At).ThenBy(a => a.Community.Text, Utf8TextOrder.Instance).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text, Utf8TextOrder.Instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return activity;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> EraseAsync(PersonId person, PersonId tombstone, CancellationToken cancellationToken = default)
    {
        if (person == default || tombstone == default || person == tombstone)
        {
            throw new ArgumentException("A person and a tombstone are two ids, and neither is the default value.", nameof(tombstone));
        }

        cancellationToken.ThrowIfCancellationRequested();
        int changed = 0;
        lock (gate)
        {
            foreach (List<Activity> all in byCommunity.Values)
            {
                for (int i = 0; i < all.Count; i++)
                {
                    if (Names(all[i], person))
                    {
                        all[i] = Renamed(all[i], person, tombstone);
                        changed++;
                        if (all[i].Id is { } id)
                        {
                            byId[id] = all[i];
                        }
                    }
                }
            }
        }

        return new(changed);
    }

    private static bool Names(Activity activity, PersonId person) => activity.Person == person || activity.To.AsSpan().Contains(person);

    private static Activity Renamed(Activity activity, PersonId person, PersonId tombstone) => activity with
    {
        Person = activity.Person == person ? tombstone : activity.Person,
        To = activity.To.Select(to => to == person ? tombstone : to).ToValueList(),
    };

    private void Keep(Activity activity)
    {
        if (activity.Id is { } id)
        {
            byId.Add(id, activity);
        }

        if (!byCommunity.TryGetValue(activity.Community, out List<Activity>? all))
        {
            byCommunity.Add(activity.Community, all = []);
        }

        all.Add(activity);
    }
}
