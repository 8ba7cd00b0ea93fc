using System.Collections.Immutable;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>When and how the members of a community gather: single gatherings, series, and the occurrences of series that somebody touched.</summary>
/// <remarks>
/// Immutable; a change costs O(log n) and shares the rest. The occurrences of a series that nobody has answered, changed or cancelled are worked out from its rule whenever they are asked
/// for; the first fact about one makes it a gathering with an id that follows from the series and its original start.
/// </remarks>
public sealed partial class Calendar
{
    private readonly ImmutableDictionary<GatheringId, Gathering> gatherings;
    private readonly ImmutableSortedDictionary<SeriesId, GatheringSeries> series;
    private readonly ImmutableDictionary<(SeriesId Series, DateTime Original), GatheringId> occurrences;
    private readonly ImmutableSortedSet<(DateTimeOffset Start, GatheringId Id)> byStart;

    private Calendar(
        ImmutableDictionary<GatheringId, Gathering> gatherings,
        ImmutableSortedDictionary<SeriesId, GatheringSeries> series,
        ImmutableDictionary<(SeriesId Series, DateTime Original), GatheringId> occurrences,
        ImmutableSortedSet<(DateTimeOffset Start, GatheringId Id)> byStart)
    {
        this.gatherings = gatherings;
        this.series = series;
        this.occurrences = occurrences;
        this.byStart = byStart;
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Calendar Empty { get; } = new(
        ImmutableDictionary<GatheringId, Gathering>.Empty,
        ImmutableSortedDictionary<SeriesId, GatheringSeries>.Empty,
        ImmutableDictionary<(SeriesId, DateTime), GatheringId>.Empty,
        []);

    /// <summary>Gets the gatherings about which there is a fact, those that were cancelled and those that are over included.</summary>
    /// <value>By start and id.</value>
    public IEnumerable<Gathering> Recorded => byStart.Select(slot => gatherings[slot.Id]);

    /// <summary>Gets the series.</summary>
    /// <value>By id; those that are over included.</value>
    public IEnumerable<GatheringSeries> AllSeries => series.Values;

    internal static Calendar Of(IEnumerable<GatheringState> gatherings, IEnumerable<GatheringSeries> series)
    {
        Calendar calendar = gatherings.Aggregate(Empty, (some, state) => some.Put(Gathering.Of(state)));
        return series.Aggregate(calendar, (some, one) => some.Put(one));
    }

    /// <summary>Returns a gathering.</summary>
    /// <param name="id">Its id, or the id of an occurrence of a series.</param>
    /// <returns>
    /// The gathering; for an occurrence that nobody has touched, one without answers. Null when there is none. O(log n), for an untouched occurrence O(k) for k occurrences before it.
    /// </returns>
    public Gathering? Find(GatheringId id)
    {
        if (gatherings.TryGetValue(id, out Gathering? found))
        {
            return found;
        }

        if (!SeriesOccurrence.TryParse(id, out SeriesId of, out DateTime original) || FindSeries(of) is not { } rule)
        {
            return null;
        }

        return occurrences.TryGetValue((of, original), out GatheringId touched) ? gatherings[touched]
            : rule.Find(original) is { } occurrence ? Gathering.Of(rule, occurrence)
            : null;
    }

    /// <summary>Returns a series.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Null when there is none; O(log n).</returns>
    public GatheringSeries? FindSeries(SeriesId id) => series.GetValueOrDefault(id);

    /// <summary>Whether there is a fact about a gathering.</summary>
    internal bool Knows(GatheringId id) => gatherings.ContainsKey(id);

    /// <summary>The recorded gatherings that start at an instant or later, by start and id. O(log n), then O(log n) each.</summary>
    internal IEnumerable<Gathering> RecordedFrom(DateTimeOffset from)
    {
        int first = byStart.IndexOf((from, default));
        for (int i = first < 0 ? ~first : first; i < byStart.Count; i++)
        {
            yield return gatherings[byStart[i].Id];
        }
    }

    /// <summary>What is still planned for after an instant, without untouched occurrences.</summary>
    internal IEnumerable<Gathering> Ahead(DateTimeOffset at) => RecordedFrom(at.AddTicks(1)).Where(g => g.Status == GatheringStatus.Planned);

    /// <summary>The touched occurrences of a series from an original start on, by that start.</summary>
    internal IEnumerable<Gathering> TouchedFrom(SeriesId id, DateTime original) =>
        byStart.Select(slot => gatherings[slot.Id]).Where(g => g.Info.Series == id && g.Info.Occurrence >= original).OrderBy(g => g.Info.Occurrence);

    internal Calendar Put(GatheringSeries one) => new(gatherings, series.SetItem(one.Id, one), occurrences, byStart);

    internal Calendar Put(Gathering gathering)
    {
        Gathering? before = gatherings.GetValueOrDefault(gathering.Id);
        ImmutableDictionary<(SeriesId Series, DateTime Original), GatheringId> named = occurrences;
        if (before is null || before.Info.Series != gathering.Info.Series || before.Info.Occurrence != gathering.Info.Occurrence)
        {
            named = before is { Info: { Series: { } was, Occurrence: { } then } } ? named.Remove((was, then)) : named;
            named = gathering.Info is { Series: { } of, Occurrence: { } original } ? named.SetItem((of, original), gathering.Id) : named;
        }

        ImmutableSortedSet<(DateTimeOffset Start, GatheringId Id)> slots = byStart;
        if (before?.Start != gathering.Start)
        {
            slots = (before is null ? slots : slots.Remove((before.Start, before.Id))).Add((gathering.Start, gathering.Id));
        }

        return new(gatherings.SetItem(gathering.Id, gathering), series, named, slots);
    }

    /// <summary>Changes a recorded gathering; without one, nothing.</summary>
    internal Calendar With(GatheringId id, Func<Gathering, Gathering> change) => gatherings.TryGetValue(id, out Gathering? found) ? Put(change(found)) : this;

    internal Calendar WithInfo(GatheringId id, Func<GatheringInfo, GatheringInfo> change) => With(id, g => g.With(change(g.Info)));

    internal Calendar WithSeries(SeriesId id, Func<GatheringSeries, GatheringSeries> change) => series.TryGetValue(id, out GatheringSeries? found) ? Put(change(found)) : this;
}
