using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Something of the host that wants to know what happened: sends a mail, updates a page, raises an event of its own.</summary>
/// <remarks>
/// Called after the commit, one handler after the other in the order of their registration, for each command. A handler that throws
/// neither undoes nor hides the commit: the others are called all the same, and the failure is part of the answer
/// (<see cref="Committed.HandlerFailures"/>). A process that ends in between calls nobody: what must not be lost reads the journal.
/// </remarks>
public interface IFactHandler
{
    /// <summary>Handles entries that were just committed.</summary>
    /// <param name="entries">The entries of one command, by community and version.</param>
    /// <param name="cancellationToken">Set when the caller no longer waits.</param>
    /// <returns>The task of handling.</returns>
    ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default);
}
