using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What a command led to: the entries that are now in the journal.</summary>
/// <remarks>Immutable. Whatever the handlers did, the entries are committed.</remarks>
/// <param name="Entries">The entries, by community and version; empty when nothing had to change.</param>
/// <param name="IsRepetition">Whether the same request was answered before; then these are the entries of that time, and no handler was called.</param>
/// <param name="HandlerFailures">Which handlers failed, and how; empty when none did.</param>
public sealed record Committed(ValueList<JournalEntry> Entries, bool IsRepetition, ValueList<HandlerFailure> HandlerFailures)
{
    /// <summary>Gets what a community that was split off still lacks until it can be launched, as of the answer.</summary>
    /// <value>As <see cref="SplitOutcome.StillMissing"/>; empty when it is launched, and for every other command.</value>
    public ValueList<Reason> StillMissing { get; init => field = value ?? []; } = [];
}
