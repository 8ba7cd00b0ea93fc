using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What is known of a community's activities: those of the store, and those that facts about the practice tell of.</summary>
/// <param name="Log">Both together; what stands under one id counts once, as the store has it.</param>
/// <param name="RecordedSince">The first activity of the store; null when it has none. What facts tell says nothing about when silence is known.</param>
internal sealed record KnownActivities(ActivityLog Log, DateTimeOffset? RecordedSince)
{
    public static async ValueTask<KnownActivities> ReadAsync(
        IActivityStore store, CommunityId community, DateTimeOffset before, IEnumerable<JournalEntry> entries, CancellationToken cancellationToken)
    {
        ActivityLogBuilder log = new();
        HashSet<ActivityId> own = [];
        DateTimeOffset? since = null;
        await foreach (Activity activity in store.ReadAsync(community, before, cancellationToken).ConfigureAwait(false))
        {
            log.Add(activity).OrThrow();
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
                log.Add(activity).OrThrow();
            }
        }

        return new(log.Build(), since);
    }
}
