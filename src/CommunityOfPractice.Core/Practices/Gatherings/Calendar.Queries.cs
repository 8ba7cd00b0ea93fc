using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <content>What is asked of a calendar.</content>
public sealed partial class Calendar
{
    /// <summary>Returns the gatherings that start within a stretch of time, the occurrences of series included.</summary>
    /// <param name="window">The stretch of time.</param>
    /// <returns>Of every status, by start and id; O(n log n) in what lies in it, and O(k) for each series with k occurrences before it.</returns>
    public ValueList<Gathering> Between(TimeWindow window)
    {
        List<Gathering> all = [.. RecordedFrom(window.From).TakeWhile(g => g.Start < window.Until)];
        foreach (GatheringSeries rule in series.Values)
        {
            all.AddRange(rule.Occurrences(window.From, window.Until)
                .Where(o => !occurrences.ContainsKey((rule.Id, o.Original)))
                .Select(o => Gathering.Of(rule, o)));
        }

        return all.OrderBy(g => g.Start).ThenBy(g => g.Id).ToValueList();
    }

    /// <summary>Returns what is planned within a stretch of time.</summary>
    /// <param name="window">The stretch of time; for what is coming up, it begins now.</param>
    /// <returns>By start and id; costs as <see cref="Between"/>.</returns>
    public ValueList<Gathering> Upcoming(TimeWindow window) => Between(window).Where(g => g.Status == GatheringStatus.Planned).ToValueList();

    /// <summary>Returns what took place within a stretch of time, as far as anybody can tell: what was held, and what was planned, is over and was not cancelled.</summary>
    /// <param name="window">The stretch of time.</param>
    /// <param name="asOf">What ends later is not past.</param>
    /// <returns>By start and id; costs as <see cref="Between"/>.</returns>
    public ValueList<Gathering> Past(TimeWindow window, DateTimeOffset asOf) =>
        Between(window).Where(g => g.Status != GatheringStatus.Cancelled && (g.End <= asOf || g.Status == GatheringStatus.Held)).ToValueList();

    /// <summary>Returns how well the gatherings keep a rhythm (domain research 3.E, E1).</summary>
    /// <param name="window">The stretch of time; cut into periods from its start on, a rest at its end that is no whole period is left out.</param>
    /// <param name="every">How long a period is, as in <see cref="Communities.Rhythm.Every"/>; at least <see cref="CadenceAdherence.ShortestPeriod"/>.</param>
    /// <param name="breaks">When nothing was planned: breaks of the community, holidays. A period that one of them touches is left out.</param>
    /// <returns>How many periods were planned, and in how many there was something.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is shorter than a day.</exception>
    public CadenceAdherence Cadence(TimeWindow window, TimeSpan every, ValueList<TimeWindow> breaks) => CadenceAdherence.Of(window, every, breaks, Between(window));

    /// <summary>Returns whose turn it is to host.</summary>
    /// <param name="candidates">Who can host.</param>
    /// <param name="window">The stretch of time that counts.</param>
    /// <returns>
    /// One row a candidate: those who hosted least first, then those whose last turn is longest ago, then by id; the first one is next in turn. What was cancelled does not count.
    /// </returns>
    public ValueList<HostTurn> HostTurns(IEnumerable<PersonId> candidates, TimeWindow window)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ILookup<PersonId, DateTimeOffset> hosted = (from gathering in Between(window)
                                                    where gathering.Status != GatheringStatus.Cancelled
                                                    from host in gathering.Info.Hosts.Distinct()
                                                    select (host, gathering.Start)).ToLookup(h => h.host, h => h.Start);
        return candidates.Distinct()
            .Select(person => new HostTurn(person, hosted[person].Select(at => (DateTimeOffset?)at).LastOrDefault()))
            .OrderBy(turn => hosted[turn.Person].Count()).ThenBy(turn => turn.Latest ?? DateTimeOffset.MinValue).ThenBy(turn => turn.Person).ToValueList();
    }

    /// <summary>Returns how many different people came to anything (domain research 3.E, E3: reach).</summary>
    /// <param name="window">The stretch of time.</param>
    /// <returns>Those who are named; the others cannot be told apart.</returns>
    public int Reach(TimeWindow window) => RecordedFrom(window.From).TakeWhile(g => g.Start < window.Until).Where(g => g.Status != GatheringStatus.Cancelled).SelectMany(g => g.Attended).Distinct().Count();

    /// <summary>Returns for how many people something took place in their daytime (domain research 3.E, E3: time-zone inclusion).</summary>
    /// <param name="window">The stretch of time.</param>
    /// <param name="zones">The IANA time zone of each person; null where it is not known.</param>
    /// <returns>How many zones are known, and for how many of these people something starts and ends between 8 and 18 o'clock on one day.</returns>
    public TimeZoneInclusion Inclusion(TimeWindow window, IEnumerable<string?> zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        GatheringTime[] times = [.. Between(window).Where(g => g.Status != GatheringStatus.Cancelled).Select(g => g.Info.Time)];
        return TimeZoneInclusion.Of(times, zones);
    }
}
