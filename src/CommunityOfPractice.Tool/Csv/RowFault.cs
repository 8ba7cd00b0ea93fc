namespace CommunityOfPractice.Tool.Csv;

/// <summary>Why a row cannot be read; the codes are those of docs/interchange.md.</summary>
internal sealed record RowFault(string Code, string Text)
{
    public static readonly RowFault StrayQuote = new("quote.stray", "a quote stands inside a cell that does not begin with one");
    public static readonly RowFault TextAfterQuote = new("quote.text-after", "text follows the closing quote of a cell");
    public static readonly RowFault UnclosedQuote = new("quote.unclosed", "a quote is never closed");
    public static readonly RowFault BareReturn = new("row.bare-return", "a carriage return stands without a line feed");
    public static readonly RowFault TooLong = new("row.too-long", "the row is longer than 1 048 576 characters");
    public static readonly RowFault Nul = new("text.nul", "a NUL character stands in the row");
    public static readonly RowFault NotUtf8 = new("text.not-utf8", "the row is not UTF-8");

    /// <summary>What is wrong with the characters of a row; null when nothing is.</summary>
    public static RowFault? In(ReadOnlySpan<char> row) => row.IndexOfAny('\0', '\uFFFD') switch
    {
        < 0 => null,
        var at => row[at] == '\0' ? Nul : NotUtf8,
    };
}
