using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Lengths of time as texts: ISO 8601 weeks, days, hours, minutes and seconds, such as <c>PT1H30M</c>.</summary>
internal static partial class DurationText
{
    private const int MaxLength = 40;

    private static readonly int[] Seconds = [7 * 86_400, 86_400, 3_600, 60, 1];

    /// <summary>Reads a length; null when it is none, or no longer than no time.</summary>
    public static TimeSpan? Parse(ReadOnlySpan<byte> text)
    {
        Match match = Pattern().Match(text.Length <= MaxLength ? Encoding.UTF8.GetString(text) : string.Empty);
        long seconds = 0;
        for (int unit = 0; unit < Seconds.Length && match.Success; unit++)
        {
            Group number = match.Groups[unit + 1];
            seconds += number.Success ? long.Parse(number.ValueSpan, CultureInfo.InvariantCulture) * Seconds[unit] : 0;
        }

        return seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
    }

    [GeneratedRegex(@"^P(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?(?:T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
