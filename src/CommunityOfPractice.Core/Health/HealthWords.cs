using System.Globalization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The sentences of a report.</summary>
internal static class HealthWords
{
    public static string Scored(double score, string band, int counted, int inModel) =>
        string.Create(CultureInfo.InvariantCulture, $"{band}: {score:0.0} of 100, from {counted} of the model's {inModel} indicators.");

    public static string NoScore(HealthVerdict verdict, IReadOnlyList<Reason> missing) =>
        (verdict == HealthVerdict.TooEarlyToTell ? "Too early to tell. " : "Not enough data for a score. ") + string.Join(" ", missing.Select(m => m.Text));

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
