using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Records what happens in communities.</summary>
public interface IActivityRecorder
{
    /// <summary>Records activities; all of them or none.</summary>
    /// <param name="activities">The activities, of any communities, in any order. One with an id counts once, however often it is recorded.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was recorded.</param>
    /// <returns>
    /// Accepted with the number of new activities, which are then kept; refused with every reason found in the activities themselves,
    /// <c>activity.time</c> (before 1970 or more than a day ahead of now) and <c>reply.itself</c> (an activity names itself as what it
    /// replies to), or, when there is none, with <c>activity.id-conflict</c> for each id that belongs to another activity.
    /// </returns>
    ValueTask<Decision<int>> RecordAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default);

    /// <summary>Records one activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was recorded.</param>
    /// <returns>As the other overload.</returns>
    ValueTask<Decision<int>> RecordAsync(Activity activity, CancellationToken cancellationToken = default);
}
