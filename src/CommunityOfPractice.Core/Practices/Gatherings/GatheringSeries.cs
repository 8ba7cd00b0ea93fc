using System.Text;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Gatherings that recur: what they are about, when the first one is, and by which rule the others follow.</summary>
/// <remarks>
/// Immutable and compared by value. Every occurrence lasts exactly as long as the first one (RFC 5545 3.8.5.3) and starts at the same local time; a local time that a change of the clock
/// skips or repeats is read as <see cref="LocalSlot"/> says.
/// </remarks>
/// <param name="Id">Its id; of at most 184 characters, since occurrences are named after it.</param>
/// <param name="Details">What its gatherings are about.</param>
/// <param name="First">When the first one is; a day on which the rule occurs.</param>
/// <param name="Rule">By which rule the others follow.</param>
public sealed record GatheringSeries(SeriesId Id, GatheringDetails Details, LocalSlot First, Recurrence Rule)
{
    /// <summary>Gets the local starts that are left out (EXDATE).</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<DateTime>))]
    public ValueList<DateTime> Except { get; init => field = (value ?? []).Select(d => DateTime.SpecifyKind(d, DateTimeKind.Unspecified)).Distinct().Order().ToValueList(); } = [];

    /// <summary>Gets who hosts.</summary>
    /// <value>In the order of their turns; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Hosts { get; init => field = value ?? []; } = [];

    /// <summary>Gets who hosted earlier occurrences, before hosts changed.</summary>
    /// <value>Null, the default, while nobody hosted before. Set by what happens, not by commands.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HostHistory? EarlierHosts { get; init; }

    /// <summary>Gets a value indicating whether hosts take turns, one an occurrence; otherwise all host all of them.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool HostsTakeTurns { get; init; }

    /// <summary>Gets how many can come to each.</summary>
    /// <value>1 or more; null, the default, for no limit.</value>
    public int? Capacity { get; init; }

    /// <summary>Gets the local time from which on there are no more occurrences, whatever the rule says.</summary>
    /// <value>Null, the default, as long as the series was not cut off.</value>
    public DateTime? EndsBefore { get; init; }

    /// <summary>Gets the series of which this one is the rest, after a change from one occurrence on.</summary>
    /// <value>Null, the default, for a series of its own.</value>
    public SeriesId? Continues { get; init; }

    /// <summary>Returns the occurrences that start within a stretch of time, by the rule and what is left out.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The first instant after it.</param>
    /// <returns>
    /// Ascending, found one by one as they are asked for; up to the year 2199. What comes before the stretch is jumped over in daily and weekly steps without months and days of the
    /// month; otherwise it costs O(k) for k occurrences before it.
    /// </returns>
    public IEnumerable<SeriesOccurrence> Occurrences(DateTimeOffset from, DateTimeOffset until)
    {
        Guards guards = new();
        if (First.Resolve(guards) is not { } first || Rule.Problems().Count > 0 || TimeZones.Find(First.Zone) is not { } zone)
        {
            yield break;
        }

        HashSet<DateTime> except = [.. Except];
        foreach ((int index, DateTime original) in Originals(from))
        {
            if (except.Contains(original) || IsSurelyBefore(original, from))
            {
                continue;
            }

            DateTimeOffset start = zone.Resolve(original);
            if (start >= until || start > Rule.Until)
            {
                yield break;
            }

            if (start >= from)
            {
                DateTimeOffset end = start + (first.End - first.Start);
                yield return new(Id, index, original, new(original, zone.ToLocal(end), First.Zone, start, end));
            }
        }
    }

    /// <summary>Returns the occurrence with an original start.</summary>
    /// <param name="original">The local date and time at which it starts by the rule.</param>
    /// <returns>Null when the rule does not occur then, or it is left out.</returns>
    public SeriesOccurrence? Find(DateTime original)
    {
        if (!TimeZones.IsInRange(original) || TimeZones.Find(First.Zone) is not { } zone)
        {
            return null;
        }

        DateTimeOffset start = zone.Resolve(original);
        return Occurrences(start, start.AddTicks(1)).FirstOrDefault(o => o.Original == original);
    }

    /// <summary>Returns the rule as another calendar needs it: where the series was cut off, with the end that this means.</summary>
    /// <returns>The rule, with UNTIL in place of COUNT when it was cut off.</returns>
    public Recurrence ToRule()
    {
        if (EndsBefore is not { } end || TimeZones.Find(First.Zone) is not { } zone)
        {
            return Rule;
        }

        DateTimeOffset last = zone.Resolve(end).AddSeconds(-1);
        return Rule with { Count = null, Until = Rule.Until < last ? Rule.Until : last };
    }

    /// <summary>Returns what continues this series from one occurrence on, to be changed and given to <see cref="ChangeSeriesFrom"/>.</summary>
    /// <param name="original">The local start of the first occurrence that changes.</param>
    /// <param name="id">The id of the new series.</param>
    /// <returns>The same with that first occurrence: with what is left of COUNT, and the turn of the hosts going on. Null when there is no such occurrence.</returns>
    public GatheringSeries? From(DateTime original, SeriesId id)
    {
        if (Find(original) is not { } first)
        {
            return null;
        }

        int turn = HostsTakeTurns && Hosts.Count > 0 ? first.Index % Hosts.Count : 0;
        return this with
        {
            Id = id,
            First = first.Time.ToSlot(),
            Rule = Rule with { Count = Rule.Count - first.Index },
            Except = Except.Where(d => d > original).ToValueList(),
            Hosts = [.. Hosts.Skip(turn), .. Hosts.Take(turn)],
            EarlierHosts = null,
            EndsBefore = null,
            Continues = Id,
        };
    }

    /// <summary>Who hosts an occurrence: of those who hosted when it started, all or whose turn it was.</summary>
    internal ValueList<PersonId> HostsOf(SeriesOccurrence occurrence)
    {
        ValueList<PersonId> those = EarlierHosts?.Periods.FirstOrDefault(earlier => occurrence.Time.Start <= earlier.Through)?.Hosts ?? Hosts;
        return HostsTakeTurns && those.Count > 0 ? [those[occurrence.Index % those.Count]] : those;
    }

    /// <summary>The same with other hosts after an instant.</summary>
    internal GatheringSeries HostedBy(ValueList<PersonId> hosts, DateTimeOffset after) => this with { Hosts = hosts, EarlierHosts = new([.. EarlierHosts?.Periods ?? [], new(Hosts, after)]) };

    /// <summary>Whether there is anything left at an instant.</summary>
    internal bool GoesOnAfter(DateTimeOffset at) => Occurrences(at.AddTicks(1), DateTimeOffset.MaxValue).Any();

    /// <summary>Notes what is wrong with it.</summary>
    internal void Check(TimeSpan longest, Guards guards)
    {
        Details.Check(guards);
        guards.Require(Id.Text.EnumerateRunes().Count() <= SeriesOccurrence.LongestSeries, "series.id-too-long", $"The id of a series has at most {SeriesOccurrence.LongestSeries} characters.");
        guards.RequireLength(First.Resolve(guards), longest);
        guards.Require(Capacity is null or >= 1, "capacity.not-positive", "A gathering has room for at least one.");
        if (guards.RequireNone(Rule.Problems()) && TimeZones.IsInRange(First.Start))
        {
            guards.Require(Originals(DateTimeOffset.MinValue).FirstOrDefault().Original == First.Start, "series.start-not-in-rule", $"The rule does not occur at the first start, {First.Start:s}.");
            guards.Require(Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Any(), "series.never", "The series has no occurrence.");
        }
    }

    /// <summary>The local starts by the rule, COUNT and where it was cut off, numbered; those well before an instant may be left out.</summary>
    private IEnumerable<(int Index, DateTime Original)> Originals(DateTimeOffset from)
    {
        TimeOnly time = TimeOnly.FromDateTime(First.Start);
        RecurrenceDates dates = new(Rule, DateOnly.FromDateTime(First.Start));
        (int steps, int index) = dates.Before(DayWellBefore(from));
        foreach (DateOnly date in dates.After(steps))
        {
            DateTime original = date.ToDateTime(time);
            if (index >= Rule.Count || original >= EndsBefore)
            {
                yield break;
            }

            yield return (index++, original);
        }
    }

    /// <summary>A day whose every local time is before an instant, in the years there are: no offset is greater than a day.</summary>
    private static DateOnly DayWellBefore(DateTimeOffset from)
    {
        DateTime day = from.Year < TimeZones.FirstYear ? new(TimeZones.FirstYear, 1, 1) : from.Year > TimeZones.LastYear ? new(TimeZones.LastYear, 12, 31) : from.UtcDateTime;
        return DateOnly.FromDateTime(day).AddDays(-2);
    }

    /// <summary>Spares working out an instant: no offset is greater than a day.</summary>
    private bool IsSurelyBefore(DateTime original, DateTimeOffset from)
    {
        DateTimeOffset latest = new(original.AddDays(1).Ticks, TimeSpan.Zero);
        return latest < from && !(latest > Rule.Until);
    }
}
