using System.Buffers;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The apostrophe that keeps a spreadsheet from taking a text for a formula.</summary>
/// <remarks>
/// Written before a text that begins with one of <c>= + - @ TAB CR LF</c>, or with an apostrophe and then one of these or another
/// apostrophe; taken off exactly where it would have been written, so that every text survives.
/// </remarks>
internal static class FormulaGuard
{
    private static readonly SearchValues<byte> Risky = SearchValues.Create("=+-@\t\r\n"u8);

    public static bool NeedsGuard(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && (Risky.Contains(text[0]) || IsGuarded(text));

    public static bool IsGuarded(ReadOnlySpan<byte> text) =>
        text.Length >= 2 && text[0] == '\'' && (text[1] == '\'' || Risky.Contains(text[1]));
}
