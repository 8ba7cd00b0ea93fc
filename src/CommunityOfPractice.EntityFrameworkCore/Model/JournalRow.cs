namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>One entry of a journal, as it is stored: the line is the truth, the rest finds it.</summary>
public sealed class JournalRow
{
    /// <summary>Gets or sets the community.</summary>
    /// <value>With the version the key of the row: no version is ever given twice.</value>
    public required string Community { get; set; }

    /// <summary>Gets or sets the place in the community's journal.</summary>
    /// <value>1, 2, 3 …</value>
    public required long Version { get; set; }

    /// <summary>Gets or sets the entry with its seal.</summary>
    /// <value>One line of JSON as <see cref="Core.Records.FactJson"/> writes it, unchanged.</value>
    public required string Line { get; set; }
}
