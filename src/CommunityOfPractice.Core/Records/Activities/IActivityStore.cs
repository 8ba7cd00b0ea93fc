using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The port to where activities are kept: high in volume, append-only, idempotent by id.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. Nothing is ever changed but by <see cref="EraseAsync"/>, and nothing is taken out.
/// Where ids are ordered it is by their UTF-8 bytes, which is by code points: U+FF5E comes before an emoji.
/// </remarks>
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
    /// The collection or one of its activities is null (<see cref="ArgumentNullException"/> will do), an id of an activity has the default value, or its act, setting or actor is not a defined one; then nothing was appended.
    /// </exception>
    ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default);

    /// <summary>Reads the activities of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="before">The first instant left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// What was committed before the reading began and happened before the instant; sorted by time, then by id (UTF-8 bytes,
    /// those without id last; between these any order). Empty for a community without activities.
    /// </returns>
    IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, CancellationToken cancellationToken = default);

    /// <summary>Reads the activities that name a person, in all communities: what they get when they ask for their data.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// What was committed before the reading began and was done by the person or addressed to them; sorted by time, community and id
    /// (UTF-8 bytes), those without id last (between these any order). Empty when no activity names the person.
    /// </returns>
    IAsyncEnumerable<Activity> ReadOfAsync(PersonId person, CancellationToken cancellationToken = default);

    /// <summary>Puts a tombstone in the place of a person in every activity: who acted and who was addressed.</summary>
    /// <param name="person">The person.</param>
    /// <param name="tombstone">What stands in the person's place: the same id as in the journals.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was changed.</param>
    /// <returns>How many activities were changed, each once however often it names the person, once that is committed; 0 when no activity names the person, so that repeating is harmless.</returns>
    /// <remarks>
    /// Ids, times, acts, threads and topics stay, so every measure stays. An activity that is sent again as it was before differs from
    /// the one that is kept and is refused with <c>activity.id-conflict</c>: an import leaves erased people out. An activity without
    /// an id would count anew.
    /// </remarks>
    /// <exception cref="ArgumentException">An id has the default value, or both are the same.</exception>
    ValueTask<int> EraseAsync(PersonId person, PersonId tombstone, CancellationToken cancellationToken = default);
}
