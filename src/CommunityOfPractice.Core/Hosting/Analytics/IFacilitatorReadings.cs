using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Shows facilitators what a member did, one person at a time and logged; there only when the host switched it on (<c>AddFacilitatorReadings</c>).</summary>
public interface IFacilitatorReadings
{
    /// <summary>Counts what a member did in a community, after the look was logged.</summary>
    /// <param name="community">The community.</param>
    /// <param name="person">The member.</param>
    /// <param name="viewer">Who asks: an active facilitator of the community.</param>
    /// <param name="purpose">Why, in words; it goes into the log.</param>
    /// <param name="window">The window.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The counts; refused with <c>analytics.not-facilitator</c>, <c>analytics.purpose</c> (none was given), <c>analytics.not-member</c> or <c>analytics.not-counted</c>.
    /// Refused looks are logged too.
    /// </returns>
    ValueTask<Decision<PersonReadings>> ReadAsync(CommunityId community, PersonId person, Actor viewer, string purpose, TimeWindow window, CancellationToken cancellationToken = default);
}
