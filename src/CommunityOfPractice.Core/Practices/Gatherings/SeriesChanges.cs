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

    /// <summary>The series that goes on: without the days that the old one left out, and without those of what was moved and has started.</summary>
    public static GatheringSeries Next(Calendar calendar, GatheringSeries into, SeriesId old, SeriesOccurrence? first, PracticeContext context)
    {
        ArgumentNullException.ThrowIfNull(into.First, nameof(into));
        TimeSpan time = into.First.Start.TimeOfDay;
        IEnumerable<DateTime> leftOut = first is null ? []
            : calendar.FindSeries(old)!.Except.Where(into.Except.AsSpan().ToArray().Contains)
                .Concat(calendar.TouchedFrom(old, first.Original).Where(g => g.Start <= context.At).Select(g => g.Info.Occurrence!.Value));
        return into with { Except = [.. into.Except, .. leftOut.Select(original => original.Date + time)], EarlierHosts = null, EndsBefore = null, Continues = old };
    }

    /// <summary>What becomes of a gathering whose series goes on as another one: answers hold for a day, and what somebody gave this gathering alone stays.</summary>
    public static IEnumerable<Fact> GoesOn(Gathering touched, GatheringSeries old, GatheringSeries next, string reason, PracticeContext context, Guards guards)
    {
        DateTime original = touched.Info.Occurrence!.Value;
        if (next.Find(original.Date + next.First.Start.TimeOfDay) is not { } occurrence)
        {
            return touched.Status == GatheringStatus.Planned ? [new GatheringCancelled(touched.Id, reason)] : [];
        }

        GatheringCarriedOver carried = Carried(touched.Info, old, old.Find(original), next, occurrence);
        if (touched.Status != GatheringStatus.Planned)
        {
            return [carried];
        }

        guards.RequireCapacity(carried.Capacity, touched.Going);
        return [carried, .. GuestChanges.Without(touched, GuestChanges.Unentitled(touched, carried.Details.Audience, context), carried.Capacity)];
    }

    private static GatheringCarriedOver Carried(GatheringInfo own, GatheringSeries old, SeriesOccurrence? before, GatheringSeries next, SeriesOccurrence after)
    {
        GatheringDetails details = own.Details.Following(old.Details, next.Details);
        DescriptionSource? source = details.Description is null ? null
            : details.Description == next.Details.Description ? DescriptionSource.Series
            : DescriptionSource.Gathering;
        return new(
            own.Id,
            next.Id,
            after.Original,
            details with { Description = null },
            Merge.Of(own.Time, before?.Time ?? own.Time, after.Time),
            Merge.Of(own.Hosts, before is null ? own.Hosts : old.HostsOf(before), next.HostsOf(after)),
            Merge.Of(own.Capacity, old.Capacity, next.Capacity))
        {
            DescriptionFrom = source,
        };
    }
}
