using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Looks over all communities of an organisation.</summary>
public interface IPortfolio
{
    /// <summary>Tells where all communities stand and what wants attention, as of now.</summary>
    /// <param name="viewer">Who asks; communities that they may not see are left out. The host sees all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The report, not ranked. Reads every record and all activities, and compares every pair of communities: O(n log n + c²).</returns>
    ValueTask<PortfolioReport> ReportAsync(Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Tells where all communities stand and what wants attention, as of now, beside an earlier report.</summary>
    /// <param name="viewer">Who asks; communities that they may not see are left out. The host sees all.</param>
    /// <param name="previous">The report that was published before, which the host keeps, for the differencing guard; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The report; how many people two communities share is withheld where it changed by a few since <paramref name="previous"/>.</returns>
    ValueTask<PortfolioReport> ReportAsync(Actor viewer, PortfolioReport? previous, CancellationToken cancellationToken = default);

    /// <summary>Draws the silo map of all communities that have not ended, taken together, as of the last moment of the publication grid.</summary>
    /// <param name="attribute">What the groups are.</param>
    /// <param name="viewer">Who asks; communities that they may not see are left out. The host sees all.</param>
    /// <param name="previous">The map that was published before, which the host keeps, for the differencing guard; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The map; null when there is no community.</returns>
    ValueTask<SiloMap?> SiloMapAsync(SiloBorder attribute, Actor viewer, SiloMap? previous = null, CancellationToken cancellationToken = default);

    /// <summary>Draws the silo map of one community, as of the last moment of the publication grid.</summary>
    /// <param name="community">The community.</param>
    /// <param name="attribute">What the groups are.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="previous">The map that was published before, which the host keeps, for the differencing guard; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The map; null when there is no community that the viewer may see.</returns>
    ValueTask<SiloMap?> SiloMapAsync(Communities.CommunityId community, SiloBorder attribute, Actor viewer, SiloMap? previous = null, CancellationToken cancellationToken = default);
}
