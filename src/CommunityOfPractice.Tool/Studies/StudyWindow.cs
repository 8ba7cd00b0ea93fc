using System.Globalization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>How far back a study looks from a moment: a length, or a number of calendar months.</summary>
/// <param name="Name">As it was asked for, such as <c>91d</c> or <c>6mo</c>.</param>
/// <param name="Length">The length, or null for months.</param>
/// <param name="Months">The calendar months, where there is no length.</param>
internal sealed record StudyWindow(string Name, TimeSpan? Length, int Months)
{
    /// <summary>Reads <c>91d</c>, <c>13w</c>, <c>36h</c> or <c>6mo</c>; null for anything else.</summary>
    public static StudyWindow? Parse(string text) =>
        text.EndsWith("mo", StringComparison.Ordinal)
            ? int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int months) && months is >= 1 and <= 120 ? new(text, null, months) : null
            : Durations.TryParse(text) is { } length ? new(text, length, 0) : null;

    /// <summary>The window that ends at a moment.</summary>
    public TimeWindow Before(DateTimeOffset moment) => Length is { } length ? TimeWindow.Last(length, moment) : new(moment.AddMonths(-Months), moment);
}
