using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool;

/// <summary>The instant before which things count, and why it is that one.</summary>
/// <param name="At">The first instant that is left out.</param>
/// <param name="Why">Why it was taken; null when it was asked for.</param>
internal sealed record AsOf(DateTimeOffset At, string? Why)
{
    /// <summary>What <c>--as-of</c> says of itself where nothing is asked for.</summary>
    public const string Default = "Default: just after the last date in the files, or now when that comes first.";

    /// <summary>Gets the beginning of a heading.</summary>
    public string Heading => $"As of {Durations.Format(At)}{(Why is null ? string.Empty : $" ({Why})")}";

    /// <summary>The instant asked for; otherwise the second after the last date that any row of any file names, or now when that comes first.</summary>
    public static AsOf Of(DateTimeOffset? asked, InterchangeData data, DateTimeOffset now)
    {
        if (asked is { } at)
        {
            return new(at, null);
        }

        return Dates(data).Max() is { } last && last < now
            ? new(new DateTimeOffset(((last.UtcTicks / TimeSpan.TicksPerSecond) + 1) * TimeSpan.TicksPerSecond, TimeSpan.Zero), "just after the last date in the files")
            : new(now, "now");
    }

    /// <summary>Prints a heading of its own where the instant was not asked for.</summary>
    public void Announce(Terminal terminal)
    {
        if (Why is not null)
        {
            terminal.Out.Profile.Out.Writer.WriteLine(Heading);
        }
    }

    private static IEnumerable<DateTimeOffset?> Dates(InterchangeData data) =>
    [
        .. data.Log.Communities.Select(c => (DateTimeOffset?)data.Log.Of(c)[^1].At),
        .. data.People.SelectMany(p => new[] { p.From, p.Until }),
        .. data.Communities.Select(c => c.Chartered),
        .. data.Memberships.SelectMany(m => new[] { m.From, m.Until }),
        .. data.Meetings.Select(m => (DateTimeOffset?)m.At),
        .. data.Gatherings.Select(g => (DateTimeOffset?)g.Start),
        .. data.Attendances.Select(a => a.RsvpAt),
        .. data.Artifacts.SelectMany(a => new[] { a.Published, a.Confirmed }),
        .. data.Stories.SelectMany(s => new[] { s.At, s.Published }),
        .. data.Headcounts.Select(h => (DateTimeOffset?)h.At),
    ];
}
