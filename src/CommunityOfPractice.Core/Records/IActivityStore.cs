using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The port to where activities are kept: high in volume, append-only, idempotent by id.</summary>
/// <remarks>Implementations are safe for concurrent use. Nothing is ever changed or taken out through this port.</remarks>
public interface IActivityStore
{
    /// <summary>Appends activities; all of them or none.</summary>
    /// <param name="activities">The activities, of any communities, in any order.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was appended.</param>
    /// <returns>
    /// Accepted with the number of new activities once they are kept (committed); an activity that is there already counts 0. Refused,
    /// with a reason coded <c>activity.id-conflict</c> for each activity whose id belongs to a different one, here or in the same call.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// An id of an activity has the default value, or its act, setting or actor is not a defined one; then nothing was appended.
    /// </exception>
    ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default);

    /// <summary>Reads the activities of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="before">The first instant left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// What was committed before the reading began and happened before the instant; sorted by time, then by id (ordinal by UTF-8 bytes,
    /// those without id last). Empty for a community without activities.
    /// </returns>
    IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, CancellationToken cancellationToken = default);
}
