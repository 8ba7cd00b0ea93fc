using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers questions about gatherings, each viewer seeing what they may.</summary>
/// <remarks>
/// <para>Who does not see the community is answered as if it did not exist. Gatherings for members are shown to members, the sponsor, and the host application, and otherwise do not exist;
/// gatherings for everybody to all who see the community. Notes and follow-ups are for members.</para>
/// <para>Counts are shown with the gathering. Who hosts and who has a place is shown to those who may know who belongs to the community; who waits, who may come and who came to who hosts it, to
/// facilitators and to the host application. Everybody is shown their own answer.</para>
/// <para>Refusals: <c>community.unknown</c>, <c>gathering.unknown</c>, <c>gatherings.hidden</c>, <c>window.too-long</c> (longer than <see cref="LongestWindow"/>). Implementations are safe for concurrent use.</para>
/// </remarks>
public interface ICalendarQueries
{
    /// <summary>Gets how long a stretch of time one question is about at most: the record is held while it is answered.</summary>
    /// <value>732 days: two years and a day to spare, a choice of this library.</value>
    static TimeSpan LongestWindow { get; } = TimeSpan.FromDays(732);

    /// <summary>Lists the gatherings that start within a stretch of time, the occurrences of series included.</summary>
    /// <param name="community">The community.</param>
    /// <param name="window">The stretch of time.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>By start and id, of every status, without names of guests; refused with <c>community.unknown</c> or <c>window.too-long</c>.</returns>
    ValueTask<Decision<ValueList<GatheringView>>> BetweenAsync(CommunityId community, TimeWindow window, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Finds one gathering, with its guests as far as the viewer may see them.</summary>
    /// <param name="community">The community.</param>
    /// <param name="gathering">The gathering, or an occurrence of a series.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The gathering; refused with <c>community.unknown</c> or <c>gathering.unknown</c>.</returns>
    ValueTask<Decision<GatheringView>> FindAsync(CommunityId community, GatheringId gathering, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists the series of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>By id, those that are over included; refused with <c>community.unknown</c>.</returns>
    ValueTask<Decision<ValueList<GatheringSeries>>> SeriesAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Tells whose turn it is to host, by who hosted what within a stretch of time.</summary>
    /// <param name="community">The community.</param>
    /// <param name="window">The stretch of time.</param>
    /// <param name="candidates">Who can host; empty for everybody who hosted anything in it and is an active member.</param>
    /// <param name="viewer">Who asks: a member who may know who belongs to the community, or the host application.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The next in turn first; refused with <c>community.unknown</c>, <c>gatherings.hidden</c> or <c>window.too-long</c>.</returns>
    ValueTask<Decision<ValueList<HostTurn>>> HostTurnsAsync(
        CommunityId community, TimeWindow window, ValueList<PersonId> candidates, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Tells how well the gatherings keep the community's rhythm.</summary>
    /// <param name="community">The community.</param>
    /// <param name="window">The stretch of time.</param>
    /// <param name="breaks">When nothing was planned.</param>
    /// <param name="viewer">Who asks: a member or the host application.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The counts, in periods of a day at least; null when the community has no rhythm; refused with <c>community.unknown</c>, <c>gatherings.hidden</c> or <c>window.too-long</c>.</returns>
    ValueTask<Decision<CadenceAdherence?>> CadenceAsync(
        CommunityId community, TimeWindow window, ValueList<TimeWindow> breaks, Actor viewer, CancellationToken cancellationToken = default);
}
