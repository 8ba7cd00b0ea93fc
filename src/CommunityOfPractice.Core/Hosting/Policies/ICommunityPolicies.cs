using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Applies policies when the host says so, and tries them out over history; nothing happens by itself.</summary>
/// <remarks>
/// <para>Applying twice equals applying once; a host that applies them daily gives every notice on its day. Facts of policies carry the date
/// on which they were due, name their rule and are told to the handlers as those of commands are.</para>
/// <para>Unknown activity stays unknown: where no activities are kept, the rules that rest on silence are skipped with
/// <c>policy.activity-unknown</c>. Where an import has stopped, say so by <c>known</c>, or silence is taken for absence.</para>
/// <para>Implementations are safe for concurrent use.</para>
/// </remarks>
public interface ICommunityPolicies
{
    /// <summary>Applies the policies in force to a community, as of now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="known">The time for which its activities are known to be complete; null: from the first one on, without an end.</param>
    /// <param name="cancellationToken">Ends the call; before the commit nothing has happened, after it the answer still comes.</param>
    /// <returns>What was committed, and which rules were left out and why. Nothing for a community without a journal.</returns>
    ValueTask<PolicyOutcome> ApplyAsync(CommunityId community, TimeWindow? known = null, CancellationToken cancellationToken = default);

    /// <summary>Applies the policies in force to all communities, as of now, one after the other.</summary>
    /// <param name="known">The time for which activities are known to be complete; null: from a community's first one on, without an end.</param>
    /// <param name="cancellationToken">Ends the call; communities that were done stay done.</param>
    /// <returns>
    /// One outcome a community, by id (ordinal); each community is done when its outcome is handed out. One that fails keeps no other from its turn: what was thrown
    /// is in its outcome (<see cref="PolicyOutcome.Failure"/>), whereas <see cref="ApplyAsync"/> throws it.
    /// </returns>
    IAsyncEnumerable<PolicyOutcome> ApplyToAllAsync(TimeWindow? known = null, CancellationToken cancellationToken = default);

    /// <summary>Tells what policies would have done to a community over a stretch of its history; nothing is written and nobody is told.</summary>
    /// <param name="community">The community.</param>
    /// <param name="policies">The policies to try.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The last instant.</param>
    /// <param name="known">As for <see cref="ApplyAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The changes that they would have made, counted by rule.</returns>
    /// <exception cref="ArgumentException">Something is wrong with the policies: see <see cref="PolicySet.Problems"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    ValueTask<DryRunReport> DryRunAsync(
        CommunityId community, PolicySet policies, DateTimeOffset from, DateTimeOffset to, TimeWindow? known = null, CancellationToken cancellationToken = default);

    /// <summary>Tells what policies would have done to all communities over a stretch of their history; nothing is written and nobody is told.</summary>
    /// <param name="policies">The policies to try.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The last instant.</param>
    /// <param name="known">As for <see cref="ApplyToAllAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One report a community, by id (ordinal).</returns>
    /// <exception cref="ArgumentException">Something is wrong with the policies: see <see cref="PolicySet.Problems"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    IAsyncEnumerable<DryRunReport> DryRunAllAsync(
        PolicySet policies, DateTimeOffset from, DateTimeOffset to, TimeWindow? known = null, CancellationToken cancellationToken = default);
}
