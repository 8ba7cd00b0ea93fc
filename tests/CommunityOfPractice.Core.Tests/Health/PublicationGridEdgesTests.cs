using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>A grid is counted from its origin, to both sides; before its first moment there is none.</summary>
public sealed class PublicationGridEdgesTests
{
    private static readonly PublicationGrid AtSeven = new(new(2024, 1, 1, 7, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1));

    [Theory]
    [InlineData("2024-01-01T07:00:00Z", "2024-01-01T07:00:00Z")]
    [InlineData("2024-01-01T06:59:59Z", "2023-12-31T07:00:00Z")]
    [InlineData("2023-06-01T08:00:00Z", "2023-06-01T07:00:00Z")]
    [InlineData("2025-06-01T06:00:00Z", "2025-05-31T07:00:00Z")]
    [InlineData("2024-01-02T09:00:00+02:00", "2024-01-02T07:00:00Z")]
    [InlineData("0001-01-01T23:59:59Z", "0001-01-01T23:59:59Z")] // within one step of the beginning
    [InlineData("0001-01-02T00:00:00Z", "0001-01-01T07:00:00Z")] // and no longer
    public void The_last_moment_at_or_before(string at, string moment) => Assert.Equal(Instant(moment), AtSeven.At(Instant(at)));

    /// <summary>Ends go back to the grid, lengths up to whole steps: neither end can be moved by a little.</summary>
    [Theory]
    [InlineData("2024-01-03T09:00:00Z", "2024-01-05T08:00:00Z", "2024-01-03T07:00:00Z", "2024-01-05T07:00:00Z")]
    [InlineData("2024-01-03T07:00:00Z", "2024-01-05T08:00:00Z", "2024-01-02T07:00:00Z", "2024-01-05T07:00:00Z")]
    [InlineData("2024-01-03T07:00:00Z", "2024-01-05T07:00:00Z", "2024-01-03T07:00:00Z", "2024-01-05T07:00:00Z")]
    [InlineData("2024-01-05T08:00:00Z", "2024-01-05T08:00:00.1Z", "2024-01-04T07:00:00Z", "2024-01-05T07:00:00Z")]
    [InlineData("2024-01-05T08:00:00Z", "2024-01-05T08:00:00Z", "2024-01-05T07:00:00Z", "2024-01-05T07:00:00Z")] // nothing stays nothing
    [InlineData("0001-01-01T00:00:00Z", "0001-01-05T08:00:00Z", "0001-01-01T00:00:00Z", "0001-01-05T07:00:00Z")]
    public void A_window_of_whole_steps(string from, string until, string gridFrom, string gridUntil)
    {
        Assert.Equal(new TimeWindow(Instant(gridFrom), Instant(gridUntil)), AtSeven.WindowOf(new TimeWindow(Instant(from), Instant(until))));
        Assert.Equal(new TimeWindow(Instant(from), Instant(until)), PublicationGrid.EveryMoment.WindowOf(new(Instant(from), Instant(until))));
    }

    [Theory]
    [InlineData("2026-07-01T00:00:00Z", "2026-06-29T00:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("2026-06-29T00:00:00Z", "2026-06-29T00:00:00Z", "2026-06-29T00:00:00Z")]
    [InlineData("2026-06-28T23:59:59Z", "2026-06-22T00:00:00Z", "2026-06-28T00:00:00Z")]
    public void Mondays_and_days(string at, string monday, string day) =>
        Assert.Equal((Instant(monday), Instant(day)), (PublicationGrid.Weekly.At(Instant(at)), PublicationGrid.Daily.At(Instant(at))));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
