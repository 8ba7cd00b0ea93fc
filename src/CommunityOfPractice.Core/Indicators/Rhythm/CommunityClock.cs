using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The clock on the wall of a community: that of the zone in which most of its gatherings are planned, and UTC where none is known.</summary>
/// <remarks>What is held every week at ten keeps its period when clocks are put forward or back.</remarks>
internal sealed class CommunityClock
{
    private readonly TimeZoneInfo zone;

    private CommunityClock(TimeZoneInfo zone) => this.zone = zone;

    public static CommunityClock Of(Calendar? calendar)
    {
        IEnumerable<string> zones = calendar is null ? [] : calendar.Recorded.Select(g => g.Info.Time.Zone).Concat(calendar.AllSeries.Select(s => s.First.Zone));
        return new(zones.CountBy(z => z, StringComparer.Ordinal).OrderByDescending(z => z.Value).ThenBy(z => z.Key, StringComparer.Ordinal).Select(z => TimeZones.Find(z.Key)).FirstOrDefault(z => z is not null) ?? TimeZoneInfo.Utc);
    }

    /// <summary>What the clock shows at an instant, as an instant of UTC.</summary>
    public DateTimeOffset Read(DateTimeOffset at) => new(Math.Clamp(at.UtcTicks + zone.GetUtcOffset(at).Ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>A stretch of time that is cut into days and weeks: as long as it is, from what the clock shows at its beginning on.</summary>
    public TimeWindow Cut(TimeWindow window)
    {
        DateTimeOffset from = Read(window.From);
        return new(from, from.Later(window.Length) ?? DateTimeOffset.MaxValue);
    }

    /// <summary>What the clock shows at an instant of a stretch that was cut; an hour that it gained belongs to the last day, and one that it shows a second time, right after the beginning, to the first.</summary>
    public DateTimeOffset ReadWithin(TimeWindow cut, DateTimeOffset at) => Read(at) is var shown && shown < cut.From ? cut.From : shown < cut.Until ? shown : cut.Until.AddTicks(-1);

    /// <summary>A stretch of time as the clock shows it; one that ends before it begins, since clocks are put back, is empty.</summary>
    public TimeWindow Read(TimeWindow window)
    {
        DateTimeOffset from = Read(window.From), until = Read(window.Until);
        return new(from, until > from ? until : from);
    }
}
