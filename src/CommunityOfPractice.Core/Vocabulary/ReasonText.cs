using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>A sentence that is only put together when its guard is not met; keeps what it fills in, for translations.</summary>
/// <remarks>
/// A value of an enumeration is said in words (<c>out of date</c>) and kept by its name, which is stable (<c>OutOfDate</c>). An instant is said and kept in UTC, as short as it is exact.
/// </remarks>
[InterpolatedStringHandler]
internal readonly ref struct ReasonText
{
    private readonly StringBuilder? text;
    private readonly List<string>? arguments;

    public ReasonText(int literalLength, int formattedCount)
        : this(literalLength, formattedCount, condition: false, out _)
    {
    }

    public ReasonText(int literalLength, int formattedCount, bool condition, out bool isNeeded)
    {
        isNeeded = !condition;
        if (isNeeded)
        {
            text = new StringBuilder(literalLength + (formattedCount * 12));
            arguments = new List<string>(formattedCount);
        }
    }

    public void AppendLiteral(string literal) => text!.Append(literal);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format)
    {
        string shown = value switch
        {
            DateTimeOffset at when format is null or "O" => Spoken.Instant(at),
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? string.Empty,
        };
        text!.Append(value is Enum ? Spoken.Words(shown) : shown);
        arguments!.Add(shown);
    }

    public Reason Reason(string code) => new(code, text!.ToString()) { Arguments = arguments!.Count > 0 ? arguments.ToValueList() : null };
}
