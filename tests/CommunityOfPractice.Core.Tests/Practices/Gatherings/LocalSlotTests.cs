using System.Globalization;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Communities;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.TimeZones;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>Local times around changes of the clock; the expected instants are those of Python's zoneinfo (fold 0), computed once.</summary>
public sealed class LocalSlotTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30:00", "2026-10-03T15:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-07-01T12:00:00", "2026-07-01T01:30:00Z")]
    [InlineData("Africa/Casablanca", "2026-02-15T02:30:00", "2026-02-15T01:30:00Z")]
    [InlineData("Africa/Casablanca", "2026-03-22T02:30:00", "2026-03-22T02:30:00Z")]
    [InlineData("Africa/Casablanca", "2026-03-01T12:00:00", "2026-03-01T12:00:00Z")]
    [InlineData("Africa/Casablanca", "2026-06-01T12:00:00", "2026-06-01T11:00:00Z")]
    [InlineData("Africa/Casablanca", "2027-02-07T02:30:00", "2027-02-07T01:30:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-01-01T12:00:00", "2026-01-01T06:15:00Z")]
    [InlineData("America/St_Johns", "2026-03-08T02:30:00", "2026-03-08T06:00:00Z")]
    [InlineData("Europe/Dublin", "2026-03-29T01:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2199-07-01T12:00:00", "2199-07-01T10:00:00Z")]
    [InlineData("UTC", "2026-03-29T02:30:00", "2026-03-29T02:30:00Z")]
    public void Start_IsTheInstantOfRfc5545(string zone, string local, string instant)
    {
        DateTime start = DateTime.Parse(local, CultureInfo.InvariantCulture);
        GatheringTime time = new LocalSlot(start, start.AddDays(2), zone).Resolve().OrThrow();

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), time.Start);
        Assert.Equal((start, zone), (time.LocalStart, time.Zone));
        Assert.Equal(TimeSpan.Zero, time.Start.Offset);
    }

    /// <summary>The same rule, as NodaTime has it, within four hours of some change of the clock.</summary>
    [Property(MaxTest = 300)]
    public void Start_AroundAChangeOfTheClock_IsThatOfNodaTime(byte which, uint change, uint minutes)
    {
        string[] names = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "America/St_Johns", "Europe/Dublin"];
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[names[which % names.Length]];
        ZoneInterval[] intervals = [.. zone.GetZoneIntervals(Instant.FromUtc(2008, 1, 15, 0, 0), Instant.FromUtc(2024, 1, 1, 0, 0)).Skip(1)];
        DateTime local = intervals[change % intervals.Length].IsoLocalStart.ToDateTimeUnspecified().AddMinutes((int)(minutes % 481) - 240);
        ZoneLocalMappingResolver resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

        Instant expected = zone.ResolveLocal(LocalDateTime.FromDateTime(local), resolver).ToInstant();

        Assert.Equal(expected.ToDateTimeOffset(), new LocalSlot(local, local.AddDays(2), zone.Id).Resolve().OrThrow().Start);
    }

    [Theory]
    [InlineData("Nowhere/Here", "time.zone-unknown")]
    [InlineData("europe/berlin", "time.zone-unknown")]
    [InlineData("W. Europe Standard Time", "time.zone-unknown")]
    [InlineData("../../etc/passwd", "time.zone-unknown")]
    [InlineData("localtime", "time.zone-unknown")]
    [InlineData("", "time.zone-unknown")]
    public void Zone_ThatIsNone_IsRefused(string zone, string code)
    {
        Assert.True(GatheringWorld.Slot(zone: "Europe/Berlin").Resolve().IsAccepted); // a cache that knows Berlin does not matter
        Assert.Equal([code], GatheringWorld.Slot(zone: zone).Resolve().Codes());
    }

    [Fact]
    public void Times_OutOfRange_OrBackwards_AreRefused()
    {
        DateTime noon = new(2026, 3, 29, 12, 0, 0), skipped = new(2026, 3, 29, 2, 30, 0);
        Assert.Equal(["time.ends-before-start"], new LocalSlot(noon, noon, "UTC").Resolve().Codes());
        Assert.Equal(["time.ends-before-start"], new LocalSlot(skipped, skipped.AddMinutes(45), "Europe/Berlin").Resolve().Codes());
        Assert.Equal(["time.out-of-range"], new LocalSlot(DateTime.MinValue, noon, "UTC").Resolve().Codes());
        Assert.Equal(["time.out-of-range"], new LocalSlot(noon, DateTime.MaxValue, "UTC").Resolve().Codes());
        Assert.Equal(["time.out-of-range"], new LocalSlot(noon.AddTicks(1), noon.AddHours(1), "UTC").Resolve().Codes());
        Assert.Equal(["time.zone-unknown", "time.out-of-range"], new LocalSlot(DateTime.MinValue, noon, "X/Y").Resolve().Codes());
    }
}
