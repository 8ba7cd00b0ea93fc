using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Testing;

/// <summary>What an activity store is, as simply as it can be said: a list.</summary>
internal sealed class ActivityModel
{
    private readonly List<Activity> all = [];

    /// <summary>How many are new; null when it is refused, with as many reasons as <see cref="Conflicts"/> tells.</summary>
    public int? Append(IReadOnlyCollection<Activity> activities)
    {
        if (Conflicts(activities) > 0)
        {
            return null;
        }

        int before = all.Count;
        foreach (Activity activity in activities)
        {
            if (activity.Id is null || all.TrueForAll(a => a.Id != activity.Id))
            {
                all.Add(activity);
            }
        }

        return all.Count - before;
    }

    /// <summary>How many activities have the id of a different one, kept or earlier in the call.</summary>
    public int Conflicts(IReadOnlyCollection<Activity> activities)
    {
        List<Activity> seen = [.. all];
        int conflicts = 0;
        foreach (Activity activity in activities)
        {
            Activity? known = activity.Id is null ? null : seen.Find(a => a.Id == activity.Id);
            conflicts += known is not null && known != activity ? 1 : 0;
            if (known is null)
            {
                seen.Add(activity);
            }
        }

        return conflicts;
    }

    public IEnumerable<Activity> Of(CommunityId community, DateTimeOffset before) => all.Where(a => a.Community == community && a.At < before)
        .OrderBy(a => a.At).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text ?? string.Empty, Utf8Order.Instance);

    public IEnumerable<Activity> Naming(PersonId person) => all.Where(a => Names(a, person))
        .OrderBy(a => a.At).ThenBy(a => a.Community.Text, Utf8Order.Instance).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text, Utf8Order.Instance);

    public int Erase(PersonId person, PersonId tombstone)
    {
        int changed = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (Names(all[i], person))
            {
                changed++;
                all[i] = all[i] with
                {
                    Person = all[i].Person == person ? tombstone : all[i].Person,
                    To = [.. all[i].To.Select(to => to == person ? tombstone : to)],
                };
            }
        }

        return changed;
    }

    private static bool Names(Activity activity, PersonId person) => activity.Person == person || activity.To.Contains(person);
}
