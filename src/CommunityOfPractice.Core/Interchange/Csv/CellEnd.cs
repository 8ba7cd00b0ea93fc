namespace CommunityOfPractice.Core.Interchange;

/// <summary>How a CSV cell ends.</summary>
internal enum CellEnd : byte
{
    /// <summary>At a delimiter: another cell follows.</summary>
    Cell,

    /// <summary>At the end of the row.</summary>
    Row,

    /// <summary>Not in the window.</summary>
    Incomplete,

    StrayQuote,
    TextAfterQuote,
    UnclosedQuote,
    BareReturn,
}
