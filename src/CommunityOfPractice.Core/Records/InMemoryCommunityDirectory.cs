using System.Collections.Concurrent;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>A community directory that lives in memory: the default, for tests and small hosts.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class InMemoryCommunityDirectory : ICommunityDirectory
{
    private readonly ConcurrentDictionary<CommunityId, Roster> rosters = new();

    /// <summary>Puts a roster into the directory, in place of what was known before.</summary>
    /// <param name="roster">The roster.</param>
    public void Put(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        rosters[roster.Community] = roster;
    }

    /// <inheritdoc/>
    public ValueTask<Roster?> FindRosterAsync(CommunityId community, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(rosters.GetValueOrDefault(community));
    }
}
