using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What commands about series share.</summary>
internal static class SeriesChanges
{
    /// <summary>Notes what is wrong with a series that is to be.</summary>
    public static void CheckNew(Calendar calendar, GatheringSeries series, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(series.Details, nameof(series));
        ArgumentNullException.ThrowIfNull(series.First, nameof(series));
        if (series.Id == default)
        {
            throw new ArgumentException("A series has an id.", nameof(series));
        }

        guards.Require(calendar.FindSeries(series.Id) is null, "series.exists", $"There is a series '{series.Id}' already.");
        guards.RequireHosts(series.Hosts, context);
        (series with { EndsBefore = null }).Check(context.Policy.LongestGathering, guards);
    }

    /// <summary>The occurrence from which on something changes: the one that starts so by the rule, or the next one.</summary>
    public static SeriesOccurrence? Find(Calendar calendar, SeriesId id, DateTime? from, PracticeContext context, Guards guards)
    {
        GatheringSeries? series = calendar.FindSeries(id);
        if (!guards.Require(series is not null, "series.unknown", $"There is no series '{id}'."))
        {
            return null;
        }

        guards.Runs(series!.Hosts, context);
        if (from is not { } original)
        {
            SeriesOccurrence? next = series.Occurrences(context.At.AddTicks(1), DateTimeOffset.MaxValue).FirstOrDefault();
            guards.Require(next is not null, "series.over", $"Nothing is left of the series '{id}'.");
            return next;
        }

        SeriesOccurrence? first = series.Find(DateTime.SpecifyKind(original, DateTimeKind.Unspecified));
        guards.Require(first is not null, "series.no-such-occurrence", $"The series '{id}' has no occurrence at {original:s}.");
        guards.Require(first is null || first.Time.Start > context.At, "series.from-past", "What has started does not change.");
        return first;
    }

    /// <summary>What somebody has touched of a series from an occurrence on, and has not started.</summary>
    public static IEnumerable<Gathering> TouchedAhead(Calendar calendar, SeriesOccurrence first, PracticeContext context) =>
        calendar.TouchedFrom(first.Series, first.Original).Where(g => g.Start > context.At);

    /// <summary>What becomes of a gathering whose series goes on as another one: answers hold for a day.</summary>
    public static IEnumerable<Fact> GoesOn(Gathering touched, GatheringSeries next, string reason, PracticeContext context, Guards guards)
    {
        DateTime day = touched.Info.Occurrence!.Value.Date + next.First.Start.TimeOfDay;
        if (next.Find(day) is not { } occurrence)
        {
            return touched.Status == GatheringStatus.Planned ? [new GatheringCancelled(touched.Id, reason)] : [];
        }

        GatheringCarriedOver carried = new(touched.Id, next.Id, occurrence.Original, next.Details, occurrence.Time, next.HostsOf(occurrence), next.Capacity);
        if (touched.Status != GatheringStatus.Planned)
        {
            return [carried];
        }

        guards.RequireCapacity(next.Capacity, touched.Going);
        return [carried, .. GuestChanges.Without(touched, GuestChanges.Unentitled(touched, next.Details.Audience, context), next.Capacity)];
    }
}
