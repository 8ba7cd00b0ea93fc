using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What gatherings took place before the as-of instant: by the calendar where it knows any, otherwise by who hosted and attended in the log.</summary>
/// <remarks>
/// What was planned, is over and was not cancelled took place, as far as anybody can tell. In a log, what people hosted or attended at one instant is one gathering.
/// </remarks>
internal sealed class GatheringsHeld
{
    private GatheringsHeld(HealthEvidence evidence, Func<TimeWindow, IReadOnlyList<Held>> within, IEnumerable<Held> ever)
    {
        InWindow = within(evidence.Window);
        Quarter = within(TimeWindow.Last(TimeSpan.FromDays(90), evidence.AsOf));
        foreach (Held held in ever)
        {
            Known = true;
            HostsKnown |= held.Hosts.Count > 0;
            AttendanceKnown |= held.Attended.Count > 0;
            AnswersKnown |= held.Going > 0;
        }
    }

    /// <summary>Whether any gathering is known, also one long ago.</summary>
    public bool Known { get; }

    public bool HostsKnown { get; }

    public bool AttendanceKnown { get; }

    /// <summary>Whether anybody ever said that they come.</summary>
    public bool AnswersKnown { get; }

    /// <summary>Those of the window, by start.</summary>
    public IReadOnlyList<Held> InWindow { get; }

    /// <summary>Those of the last 90 days before the as-of instant, by start.</summary>
    public IReadOnlyList<Held> Quarter { get; }

    public static GatheringsHeld Of(HealthEvidence evidence) => evidence.Practice?.Calendar is { } calendar && (calendar.Recorded.Any() || calendar.AllSeries.Any())
        ? new(evidence, window => OfCalendar(calendar, window, evidence.AsOf), calendar.Recorded.Where(g => g.Start < evidence.AsOf && g.Status != GatheringStatus.Cancelled).Select(Read).Concat(First(calendar, evidence.AsOf)))
        : OfLog(evidence);

    /// <summary>A reading that no gathering is known, or null when one is.</summary>
    public static Reading? Unknown(HealthEvidence evidence) => evidence.Gatherings.Known
        ? null
        : Reading.NotApplicable("gatherings.unknown", "The data tell of no gathering.");

    /// <summary>A series that has begun is known, even when nobody has touched it.</summary>
    private static IEnumerable<Held> First(Calendar calendar, DateTimeOffset asOf) =>
        calendar.AllSeries.SelectMany(s => s.Occurrences(DateTimeOffset.MinValue, asOf).Take(1).Select(o => Read(Gathering.Of(s, o))));

    private static Held[] OfCalendar(Calendar calendar, TimeWindow window, DateTimeOffset asOf) => [.. calendar.Past(window, asOf).Select(Read)];

    private static Held Read(Gathering gathering)
    {
        (int came, int going) = gathering.KeptPromises;
        return new(gathering.Info.Time, gathering.Info.Details.Kind.ToFormality(), [.. gathering.Info.Hosts.Distinct()], gathering.Attended) { Came = came, Going = going };
    }

    private static GatheringsHeld OfLog(HealthEvidence evidence)
    {
        ActivityWindow history = evidence.History;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<Act> acts = history.Acts;
        SortedDictionary<long, List<int>> byInstant = [];
        for (int i = 0; i < acts.Length; i++)
        {
            if (acts[i] is Act.Host or Act.Attend && actors[i] >= 0)
            {
                (byInstant.TryGetValue(history.Times[i], out List<int>? at) ? at : byInstant[history.Times[i]] = []).Add(i);
            }
        }

        Held[] all = [.. byInstant.Select(slot => Read(history, slot.Key, slot.Value))];
        return new(evidence, window => [.. all.Where(h => window.Contains(h.Start))], all);
    }

    private static Held Read(ActivityWindow history, long ticks, List<int> there)
    {
        DateTimeOffset at = new(ticks, TimeSpan.Zero);
        int[] hosting = [.. there.Where(i => history.Acts[i] == Act.Host)];
        PersonId[] came = [.. there.Where(i => history.Acts[i] == Act.Attend).Select(i => history.Log.Person(history.People[i])).Distinct()];
        Formality formality = hosting.Select(i => history.FormalityOf(i)).DefaultIfEmpty().Max();
        return new(new(at.DateTime, at.DateTime, "UTC", at, at), formality, [.. hosting.Select(i => history.Log.Person(history.People[i])).Distinct()], came);
    }
}

/// <summary>One gathering that took place.</summary>
/// <param name="Time">When; its end is its start where no end is known.</param>
/// <param name="Formality">In what setting.</param>
/// <param name="Hosts">Who hosted, each once.</param>
/// <param name="Attended">Who came, as far as they are named.</param>
internal sealed record Held(GatheringTime Time, Formality Formality, IReadOnlyCollection<PersonId> Hosts, IReadOnlyCollection<PersonId> Attended)
{
    public DateTimeOffset Start => Time.Start;

    /// <summary>How many of those with a place came.</summary>
    public int Came { get; init; }

    /// <summary>How many had a place.</summary>
    public int Going { get; init; }
}
