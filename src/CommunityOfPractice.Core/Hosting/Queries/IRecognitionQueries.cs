using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Shows what there is to celebrate, each viewer seeing what they may.</summary>
/// <remarks>
/// Milestones of the community as a whole are for everybody who sees it; those of people, and kudos, are for those who see its members (where the community is not
/// public: for members, also on leave or lapsed, the sponsor and the host), and only about people whom they see there; and nobody is shown who opted out, not even to themselves. There is no list by person, no count and no rank. Implementations are safe
/// for concurrent use; what they return is immutable.
/// </remarks>
public interface IRecognitionQueries
{
    /// <summary>Lists the latest small wins.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="since">What happened before does not count; null for no limit.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The latest first; refused with <c>community.unknown</c>. O(n log n) in what was ever celebrated; who may be shown is looked up for the latest only.</returns>
    ValueTask<Decision<ValueList<Celebration>>> LatestAsync(CommunityId community, Actor viewer, DateTimeOffset? since = null, int take = 20, CancellationToken cancellationToken = default);
}
