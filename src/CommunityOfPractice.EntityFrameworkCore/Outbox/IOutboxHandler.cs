using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Something of the host that must be told every entry, even when the process ends in between: raises events, sends mails.</summary>
/// <remarks>
/// Told at least once: after a failure or a crash the same entry comes again, so recognise it by community and version. Within a community
/// entries come in their order, one after the other; communities are independent of each other. Safe for concurrent use.
/// </remarks>
public interface IOutboxHandler
{
    /// <summary>Gets the name under which it is remembered how far the handler was told.</summary>
    /// <value>1 to 200 characters; another name begins with the first entry of each journal.</value>
    string Consumer { get; }

    /// <summary>Handles an entry.</summary>
    /// <param name="entry">The entry as the journal holds it now: redacted when its person was erased before it was told.</param>
    /// <param name="cancellationToken">Set when the dispatcher is to stop.</param>
    /// <returns>The task of handling; when it fails, the entry is told again in the next pass, and those after it wait.</returns>
    ValueTask HandleAsync(JournalEntry entry, CancellationToken cancellationToken = default);
}
