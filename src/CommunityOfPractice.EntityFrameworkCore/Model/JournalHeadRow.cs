namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Where the journal of a community stands: the row by which appends exclude each other.</summary>
public sealed class JournalHeadRow
{
    /// <summary>Gets or sets the community.</summary>
    /// <value>The key.</value>
    public required string Community { get; set; }

    /// <summary>Gets or sets the version of the journal.</summary>
    /// <value>0 when the journal was only claimed not to exist.</value>
    public required long Version { get; set; }
}
