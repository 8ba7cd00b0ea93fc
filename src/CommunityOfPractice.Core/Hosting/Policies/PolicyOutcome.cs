using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What applying the policies to a community led to: the entries that are now in the journal.</summary>
/// <remarks>Immutable. Whatever the handlers did, the entries are committed.</remarks>
/// <param name="Community">The community.</param>
/// <param name="At">When the policies were applied, in UTC.</param>
/// <param name="Entries">The entries, by version; empty when nothing was due.</param>
/// <param name="Skipped">The rules that could not work, or are switched off, by id.</param>
/// <param name="NextDue">When something is due next if nothing happens, at the earliest, in UTC; null when nothing is.</param>
/// <param name="HandlerFailures">Which handlers failed, and how; empty when none did.</param>
public sealed record PolicyOutcome(
    CommunityId Community,
    DateTimeOffset At,
    ValueList<JournalEntry> Entries,
    ValueList<SkippedRule> Skipped,
    DateTimeOffset? NextDue,
    ValueList<HandlerFailure> HandlerFailures)
{
    /// <summary>Gets why nothing was applied.</summary>
    /// <value>
    /// Null when the policies were applied; <c>record.contended</c> when others changed the community again and again: then nothing was
    /// written, and applying once more helps; <c>policies.failed</c>, from <see cref="ICommunityPolicies.ApplyToAllAsync"/> only, when something was thrown: see
    /// <see cref="Failure"/>.
    /// </value>
    public Reason? NotApplied { get; init; }

    /// <summary>Gets what was thrown while the policies were applied to this one of all communities.</summary>
    /// <value>Null unless something was, by a port or a rule of the host; whether anything was committed then stands in the journal.</value>
    public Exception? Failure { get; init; }
}
