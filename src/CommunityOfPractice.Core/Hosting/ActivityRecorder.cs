using System.Globalization;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Records activities into a store.</summary>
/// <remarks>Safe for concurrent use when the store is.</remarks>
public sealed class ActivityRecorder : IActivityRecorder
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private readonly IActivityStore store;
    private readonly TimeProvider clock;

    /// <summary>Creates a recorder.</summary>
    /// <param name="store">Where activities are kept.</param>
    /// <param name="clock">Tells what is far ahead.</param>
    public ActivityRecorder(IActivityStore store, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        this.store = store;
        this.clock = clock;
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<int>> RecordAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        DateTimeOffset latest = clock.GetUtcNow() + Ahead;
        List<Reason> reasons = [];
        foreach (Activity activity in activities)
        {
            ArgumentNullException.ThrowIfNull(activity, nameof(activities));
            if (activity.At < DateTimeOffset.UnixEpoch || activity.At > latest)
            {
                string time = Spoken.Instant(activity.At);
                reasons.Add(new("activity.time", $"The activity {Named(activity)} lies before 1970 or more than a day ahead: {time}.") { Arguments = [Name(activity), time] });
            }

            if (activity.Id is { } id && activity.InReplyTo == id)
            {
                reasons.Add(new("reply.itself", $"The activity {Named(activity)} replies to itself.") { Arguments = [Name(activity)] });
            }
        }

        return reasons.Count > 0
            ? Decision<int>.Refuse([.. reasons])
            : await store.AppendAsync(activities, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<Decision<int>> RecordAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return RecordAsync([activity], cancellationToken);
    }

    private static string Named(Activity activity) => activity.Id is null ? $"of '{Name(activity)}'" : $"'{Name(activity)}'";

    private static string Name(Activity activity) => activity.Id?.Text ?? activity.Person.Text;
}
