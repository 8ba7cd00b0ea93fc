namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>What the host knows about a person.</summary>
public sealed class PersonRow
{
    /// <summary>Gets or sets the person's id.</summary>
    /// <value>The key.</value>
    public required string Id { get; set; }

    /// <summary>Gets or sets what is known.</summary>
    /// <value>A <see cref="Core.People.Person"/> as JSON.</value>
    public required string Person { get; set; }
}
