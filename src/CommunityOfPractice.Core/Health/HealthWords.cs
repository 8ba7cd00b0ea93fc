using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The sentences of a report.</summary>
internal static class HealthWords
{
    public static string Scored(double score, string band, int counted, int inModel) =>
        string.Create(CultureInfo.InvariantCulture, $"{band}: {score:0.0} of 100, from {counted} of the model's {inModel} indicators.");

    public static string NoScore(HealthVerdict verdict, Reason first) =>
        (verdict == HealthVerdict.TooEarlyToTell ? "Too early to tell. " : "Not enough data for a score. ") + first.Text;

    public static string Shortage(string name, Measurement.InsufficientData little) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {little.Need:0.##} {little.What} are needed, {little.Have:0.##} are there{EnoughOn(little.EnoughOn)}.");

    public static string EnoughOn(DateTimeOffset? first, int days) => EnoughOn(first?.Later(TimeSpan.FromDays(days)));

    private static string EnoughOn(DateTimeOffset? day) =>
        day is { } on ? string.Create(CultureInfo.InvariantCulture, $"; enough on {on.UtcDateTime:yyyy-MM-dd}") : string.Empty;

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
