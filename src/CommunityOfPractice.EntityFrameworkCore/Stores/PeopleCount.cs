namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>How many people have the same department and place; or somebody who is known only under aliases, once for each of them.</summary>
internal sealed class PeopleCount
{
    /// <summary>Gets or sets the id that the aliases stand for; null for a count.</summary>
    public string? Person { get; set; }

    /// <summary>Gets or sets what is known under one of the aliases, as JSON; null for a count.</summary>
    public string? Known { get; set; }

    /// <summary>Gets or sets the department, as JSON.</summary>
    public string? Department { get; set; }

    /// <summary>Gets or sets the place, as JSON.</summary>
    public string? Location { get; set; }

    /// <summary>Gets or sets when it began; null when that was surely before.</summary>
    public string? From { get; set; }

    /// <summary>Gets or sets when it ends; null when that is surely after.</summary>
    public string? Until { get; set; }

    /// <summary>Gets or sets how many people.</summary>
    public long People { get; set; }
}
