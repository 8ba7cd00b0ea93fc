using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Evidence;

/// <summary>What files tell of gatherings that were held, as activities: their hosts hosted them and people attended them, each once, when they started. The library's services record the same of what they keep.</summary>
internal static class GatheringActs
{
    /// <summary>The activities of the files, and those of gatherings held before an instant that are not among them already.</summary>
    /// <exception cref="DataException">The rule of a series cannot be followed.</exception>
    public static ActivityLog LogOf(InterchangeData data, FilePractices practices)
    {
        List<Activity> told = [];
        foreach (CommunityId community in data.Gatherings.Select(g => g.Community).Distinct())
        {
            ILookup<(PersonId, Act), long> known = Known(data.Log.Of(community)).ToLookup(a => (a.Person, a.Act), a => a.At);
            foreach (Gathering held in practices.Of(community)!.Calendar.Recorded.Where(g => g.Status == GatheringStatus.Held))
            {
                IEnumerable<(PersonId Person, Act Act)> acts = held.Info.Hosts.Distinct().Select(p => (p, Act.Host)).Concat(held.Attended.Select(p => (p, Act.Attend)));
                told.AddRange(acts.Where(a => !known[a].Any(at => at >= held.Start.UtcTicks && at <= held.End.UtcTicks))
                    .Select(a => new Activity(community, a.Person, held.Start, a.Act) { Formality = held.Info.Details.Kind.ToFormality() }));
            }
        }

        if (told.Count == 0)
        {
            return data.Log;
        }

        ActivityLogBuilder builder = new();
        builder.AddRange(data.Log).OrThrow();
        builder.AddRange(told).OrThrow();
        return builder.Build();
    }

    private static IEnumerable<(PersonId Person, Act Act, long At)> Known(ActivityWindow activity) =>
        from i in Enumerable.Range(0, activity.Count)
        where activity.Acts[i] is Act.Host or Act.Attend && !activity.IsBot(i)
        select (activity.Log.Person(activity.People[i]), activity.Acts[i], activity.Times[i]);
}
