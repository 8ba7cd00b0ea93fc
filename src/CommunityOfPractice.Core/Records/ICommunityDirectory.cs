using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>The port through which the library asks who belongs to a community.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface ICommunityDirectory
{
    /// <summary>Finds who belonged to a community when, and who held which role.</summary>
    /// <param name="community">The community.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The roster; null when nothing is known about the community's members.</returns>
    ValueTask<Roster?> FindRosterAsync(CommunityId community, CancellationToken cancellationToken = default);
}
