using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Tells how communities fare, from what was recorded.</summary>
/// <remarks>
/// Reports end at the moments of a publication grid, by default Monday 00:00 UTC, and are whole steps of it long (<see cref="PublicationGrid.WindowOf"/>): two reports that end an hour apart
/// would tell what one person did in it (docs/adr/0087). <see cref="HealthReport.Window"/> says which time a report looks at.
/// </remarks>
public interface ICommunityHealth
{
    /// <summary>Assesses a community as of the last moment of the grid, over the window of the options.</summary>
    /// <param name="community">The community.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The report; for an unknown community one that says that data are missing.</returns>
    ValueTask<HealthReport> AssessAsync(CommunityId community, CancellationToken cancellationToken = default);

    /// <summary>Assesses a community over a window, moved onto the grid.</summary>
    /// <param name="community">The community.</param>
    /// <param name="window">The window asked for; only what happened before its end on the grid counts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The report; for an unknown community one that says that data are missing.</returns>
    ValueTask<HealthReport> AssessAsync(CommunityId community, TimeWindow window, CancellationToken cancellationToken = default);

    /// <summary>Assesses a community in another way than that of the options: against another baseline, with or without uncertainty.</summary>
    /// <param name="community">The community.</param>
    /// <param name="window">The window asked for; only what happened before its end on the grid counts.</param>
    /// <param name="options">How to assess.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The report; for an unknown community one that says that data are missing.</returns>
    /// <exception cref="ArgumentException">Something is wrong with the options (<see cref="AssessmentOptions.Problems"/>).</exception>
    ValueTask<HealthReport> AssessAsync(CommunityId community, TimeWindow window, AssessmentOptions options, CancellationToken cancellationToken = default);
}
