using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What readers know from the report before about how many people a reading was about: beside it, a change by a few people is told about those few.</summary>
/// <param name="People">How many people the reading was about; null when that was not told.</param>
/// <param name="Number">The number that was read, where it counts people; null when there was none.</param>
internal readonly record struct PublishedReading(double? People, double? Number)
{
    internal const string Code = "group.held";

    /// <summary>The reading, or that it is held: then it keeps what readers knew, so that waiting for one more report does not help them.</summary>
    public static Reading Hold(Reading now, Reading before, ReadingSources sources, SuppressionPolicy policy)
    {
        PublishedReading known = Of(before.Measurement, sources), fresh = Of(now.Measurement, sources);
        return IsHeld(known.People, fresh.People, policy) || IsHeld(known.Number, fresh.Number, policy) ? new(known.Withheld(policy))
            : before.Details.Any(d => sources.PeopleDetails.AsSpan().Contains(d.Name) && now.Details.FirstOrDefault(n => n.Name == d.Name) is { } other && IsHeld(d.Number, other.Number, policy)) ? now with { Details = [] }
            : now;
    }

    private static PublishedReading Of(Measurement measurement, ReadingSources sources) => measurement switch
    {
        Measurement.Value value => new(sources.Group == ReadingGroup.People ? value.Count : null, sources.CountsPeople ? value.Number : null),
        Measurement.InsufficientData little => new(sources.Group == ReadingGroup.People ? little.Have : null, null),
        Measurement.Suppressed { Rule: { Code: Code, Arguments: [_, var people, var number] } } => new(NumberOf(people), NumberOf(number)),
        _ => default,
    };

    private static bool IsHeld(double? before, double? now, SuppressionPolicy policy) =>
        before is { } known && now is { } fresh && Math.Abs(known) < long.MaxValue && Math.Abs(fresh) < long.MaxValue && policy.IsHeld((long)Math.Round(known), (long)Math.Round(fresh));

    private static double? NumberOf(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private Measurement.Suppressed Withheld(SuppressionPolicy policy) => new(new Reason(Code, string.Create(CultureInfo.InvariantCulture, $"It changed by fewer than {policy.SmallestGroup} people since it was last told."))
    {
        Arguments = [policy.SmallestGroup.ToString(CultureInfo.InvariantCulture), People?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty, Number?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty],
    });
}
