namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>How far a consumer of the outbox was told about a community, and who tells it at the moment.</summary>
/// <remarks>The journal is the outbox: an entry that lies beyond the cursor waits. No copy of it is kept anywhere that an erasure would miss.</remarks>
public sealed class OutboxCursorRow
{
    /// <summary>Gets or sets who is told.</summary>
    /// <value>The name of the consumer; with the community the key of the row.</value>
    public required string Consumer { get; set; }

    /// <summary>Gets or sets the community.</summary>
    /// <value>With the consumer the key of the row.</value>
    public required string Community { get; set; }

    /// <summary>Gets or sets the version of the latest entry that was handled.</summary>
    /// <value>0 when none was.</value>
    public required long Version { get; set; }

    /// <summary>Gets or sets who holds the lease: one dispatcher at a time, so that the order holds.</summary>
    /// <value>Random, one for each pass of a dispatcher.</value>
    public required Guid Owner { get; set; }

    /// <summary>Gets or sets when the lease ends by itself.</summary>
    /// <value>In ticks of UTC (100 ns since the year 1); 0 when nobody holds it.</value>
    public required long Until { get; set; }
}
