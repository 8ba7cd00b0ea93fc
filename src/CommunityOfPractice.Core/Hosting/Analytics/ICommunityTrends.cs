using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Tells how readings of communities move over time, and what wants attention.</summary>
public interface ICommunityTrends
{
    /// <summary>Tests the readings of the last periods; each is as long as the window of the options, and the last one ends at the last moment of the publication grid, by default Monday 00:00 UTC.</summary>
    /// <param name="community">The community.</param>
    /// <param name="periods">How many periods; from 2 to 40. The default value is 8: two years of quarters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The trends; what is about too few people is withheld and not tested.</returns>
    ValueTask<TrendReport> TrendsAsync(CommunityId community, int periods = 8, CancellationToken cancellationToken = default);

    /// <summary>Walks through the periods since a person first did something and tells what began when.</summary>
    /// <param name="community">The community.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All alerts in the order in which they began. Periods are counted back from the last moment of the publication grid (<see cref="AlertAssessor.Periods"/>): the last one is whole, and always looked at.</returns>
    ValueTask<ValueList<CommunityAlert>> AlertsAsync(CommunityId community, CancellationToken cancellationToken = default);
}
