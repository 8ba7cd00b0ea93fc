using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Tells how mature communities are, from their journals and from what people do.</summary>
/// <remarks>What people did in a period that is not over counts up to the last moment of a publication grid, by default Monday 00:00 UTC; the status counts at once (docs/adr/0087).</remarks>
public interface ICommunityStages
{
    /// <summary>Assesses the stage of a community as of now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The stage; null for a community without a journal.</returns>
    ValueTask<StageAssessment?> AssessAsync(CommunityId community, CancellationToken cancellationToken = default);

    /// <summary>Assesses the stage of a community as of any moment.</summary>
    /// <param name="community">The community.</param>
    /// <param name="asOf">Only what happened before this instant counts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The stage; null for a community of which the journal tells nothing before the instant.</returns>
    ValueTask<StageAssessment?> AssessAsync(CommunityId community, DateTimeOffset asOf, CancellationToken cancellationToken = default);
}
