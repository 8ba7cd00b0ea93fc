namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>An id that stands for a person who has another one.</summary>
public sealed class PersonAliasRow
{
    /// <summary>Gets or sets the id that stands for the person.</summary>
    /// <value>The key.</value>
    public required string Alias { get; set; }

    /// <summary>Gets or sets the person; may be an alias in turn.</summary>
    /// <value>The person's id.</value>
    public required string Person { get; set; }
}
