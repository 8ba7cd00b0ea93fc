using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Shows people what they did themselves; there only when the host switched it on (<c>AddOwnReadings</c>).</summary>
public interface IOwnReadings
{
    /// <summary>Counts what the viewer did in a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks, and about whom.</param>
    /// <param name="window">The window.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The counts; refused with <c>analytics.no-person</c> when the viewer is no person, or <c>analytics.not-counted</c> when they are not to be counted.</returns>
    ValueTask<Decision<PersonReadings>> ReadAsync(CommunityId community, Actor viewer, TimeWindow window, CancellationToken cancellationToken = default);
}
