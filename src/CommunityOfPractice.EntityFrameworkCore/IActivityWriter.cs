using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Writes many activities at once, in the way that a provider is fast at.</summary>
public interface IActivityWriter
{
    /// <summary>Writes rows inside the transaction of the context.</summary>
    /// <param name="context">The context; a transaction is open.</param>
    /// <param name="rows">The rows, without their numbers; none of the ids was there when last asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The task of writing. An id that is there after all is an exception of the database or of Entity Framework, whichever.</returns>
    Task WriteAsync(DbContext context, IReadOnlyList<ActivityRow> rows, CancellationToken cancellationToken = default);
}
