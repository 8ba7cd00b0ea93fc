using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What gatherings took place before the as-of instant: those of the calendar of which that is told, and what people hosted or attended besides.</summary>
/// <remarks>
/// It is told by the calendar (held, or somebody came), or by the log: somebody hosted or attended at a time from its start to its end. What was planned, is over and of which nobody says anything did not take place as far as
/// anybody can tell. What people hosted or attended at another instant is one gathering for each instant.
/// </remarks>
internal sealed class GatheringsHeld
{
    private readonly bool planned;

    private GatheringsHeld(HealthEvidence evidence, Held[] all, Gathering[] known, bool planned)
    {
        this.planned = planned;
        AnswersKnown = known.Any(g => g.Going > 0 && g.Status != GatheringStatus.Cancelled);
        CancelledInWindow = known.Any(g => g.Status == GatheringStatus.Cancelled && evidence.Window.Contains(g.Start));
        Ever = all;
        InWindow = [.. all.Where(h => evidence.Window.Contains(h.Start))];
        TimeWindow quarter = TimeWindow.Last(TimeSpan.FromDays(90), evidence.AsOf);
        Quarter = [.. all.Where(h => quarter.Contains(h.Start))];
    }

    public bool HostsKnown => Ever.Any(h => h.Hosts.Count > 0);

    public bool AttendanceKnown => Ever.Any(h => h.Attended.Count > 0);

    /// <summary>Whether anybody ever said that they come.</summary>
    public bool AnswersKnown { get; }

    /// <summary>Whether somebody said of a gathering of the window that it does not take place.</summary>
    public bool CancelledInWindow { get; }

    /// <summary>All of them, by start.</summary>
    public IReadOnlyList<Held> Ever { get; }

    /// <summary>Those of the window, by start.</summary>
    public IReadOnlyList<Held> InWindow { get; }

    /// <summary>Those of the last 90 days before the as-of instant, by start.</summary>
    public IReadOnlyList<Held> Quarter { get; }

    public static GatheringsHeld Of(HealthEvidence evidence)
    {
        SortedDictionary<long, List<int>> told = Told(evidence);
        Calendar calendar = evidence.Practice?.Calendar ?? Calendar.Empty;
        Gathering[] known = [.. (told.Count > 0 ? calendar.Between(new(DateTimeOffset.MinValue, evidence.AsOf)) : calendar.Recorded).Where(g => g.Start < evidence.AsOf)];
        Gathering[] standing = [.. known.Where(g => g.Status != GatheringStatus.Cancelled)];
        GatheringsUnderWay underWay = new(standing);
        Dictionary<GatheringId, List<int>> there = [];
        List<Held> held = [];
        foreach ((long ticks, List<int> acts) in told)
        {
            if (underWay.At(new(ticks, TimeSpan.Zero)) is { } at)
            {
                (there.TryGetValue(at.Id, out List<int>? before) ? before : there[at.Id] = []).AddRange(acts);
            }
            else
            {
                held.Add(Read(evidence.History, ticks, acts));
            }
        }

        held.AddRange(standing.Where(g => there.ContainsKey(g.Id) || g.Status == GatheringStatus.Held || g.Attendance > 0).Select(g => Read(evidence.History, g, there.GetValueOrDefault(g.Id, []))));
        bool planned = known.Length > 0 || calendar.AllSeries.Any(s => s.Occurrences(DateTimeOffset.MinValue, evidence.AsOf).Any());
        return new(evidence, [.. held.OrderBy(h => h.Start)], known, planned);
    }

    /// <summary>A reading that no gathering is known to have taken place, or null when one is.</summary>
    public static Reading? Unknown(HealthEvidence evidence) => evidence.Gatherings.Ever.Count > 0 ? null : Untold(evidence) ?? Reading.NotApplicable("gatherings.unknown", "The data tell of no gathering.");

    /// <summary>A reading that gatherings were planned and nobody says that any took place, or null.</summary>
    public static Reading? Untold(HealthEvidence evidence) => evidence.Gatherings is { planned: true, Ever.Count: 0 }
        ? Reading.NotApplicable("gatherings.untold", "The data plan gatherings, but never say of one that it took place.")
        : null;

    /// <summary>What people hosted or attended, by the instant.</summary>
    private static SortedDictionary<long, List<int>> Told(HealthEvidence evidence)
    {
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<Act> acts = evidence.History.Acts;
        SortedDictionary<long, List<int>> byInstant = [];
        for (int i = 0; i < acts.Length; i++)
        {
            if (acts[i] is Act.Host or Act.Attend && actors[i] >= 0)
            {
                long at = evidence.History.Times[i];
                (byInstant.TryGetValue(at, out List<int>? there) ? there : byInstant[at] = []).Add(i);
            }
        }

        return byInstant;
    }

    /// <summary>One of the calendar, with what the log says of it: who hosted goes before who was meant to.</summary>
    private static Held Read(ActivityWindow history, Gathering gathering, List<int> there)
    {
        PersonId[] hosting = Who(history, there, Act.Host);
        PersonId[] came = [.. gathering.Attended.Union(Who(history, there, Act.Attend))];
        IEnumerable<PersonId> meant = gathering.Status == GatheringStatus.Held || hosting.Length == 0 ? gathering.Info.Hosts : [];
        Formality formality = gathering.Info.Details.Kind.ToFormality();
        return new(gathering.Info.Time, formality == Formality.Unstated ? SettingOf(history, there) : formality, [.. meant.Union(hosting)], came)
        {
            Came = came.Count(p => gathering.StatusOf(p) == RsvpStatus.Going),
            Going = gathering.Going,
        };
    }

    /// <summary>One that the log alone tells of.</summary>
    private static Held Read(ActivityWindow history, long ticks, List<int> there)
    {
        DateTimeOffset at = new(ticks, TimeSpan.Zero);
        return new(new(at.DateTime, at.DateTime, "UTC", at, at), SettingOf(history, there), Who(history, there, Act.Host), Who(history, there, Act.Attend));
    }

    private static PersonId[] Who(ActivityWindow history, List<int> there, Act act) => [.. there.Where(i => history.Acts[i] == act).Select(i => history.Log.Person(history.People[i])).Distinct()];

    private static Formality SettingOf(ActivityWindow history, List<int> there) => there.Where(i => history.Acts[i] == Act.Host).Select(i => history.FormalityOf(i)).DefaultIfEmpty().Max();
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
