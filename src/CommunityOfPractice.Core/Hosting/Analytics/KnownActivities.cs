using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What is known of a community's activities: those of the store, and those that facts about the practice tell of.</summary>
/// <param name="Log">Both together; what stands under one id counts once, as the store has it.</param>
/// <param name="RecordedSince">The first activity of the store; null when it has none. What facts tell says nothing about when silence is known.</param>
internal sealed record KnownActivities(ActivityLog Log, DateTimeOffset? RecordedSince)
{
    /// <summary>Reads both; of those that do not count, neither what they did nor that they were addressed.</summary>
    public static async ValueTask<KnownActivities> ReadAsync(
        IActivityStore store, CommunityId community, DateTimeOffset before, IEnumerable<JournalEntry> entries, Func<PersonId, bool>? counts, CancellationToken cancellationToken)
    {
        ActivityLogBuilder log = new();
        HashSet<ActivityId> own = [];
        DateTimeOffset? since = null;
        await foreach (Activity activity in store.ReadAsync(community, before, cancellationToken).ConfigureAwait(false))
        {
            Add(activity);
            since ??= activity.At;
            if (activity.Id is { } id && id.Text.StartsWith(PracticeActivities.Prefix, StringComparison.Ordinal))
            {
                own.Add(id);
            }
        }

        foreach (Activity activity in PracticeActivities.Of(entries))
        {
            if (activity.At < before && !own.Contains(activity.Id!.Value))
            {
                Add(activity);
            }
        }

        return new(log.Build(), since);

        void Add(Activity activity)
        {
            if (counts is null || counts(activity.Person))
            {
                log.Add(counts is null || activity.To.All(counts) ? activity : activity with { To = activity.To.Where(counts).ToValueList() }).OrThrow();
            }
        }
    }
}
