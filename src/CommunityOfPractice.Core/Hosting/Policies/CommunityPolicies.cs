using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Applies policies to the records of communities.</summary>
/// <remarks>Safe for concurrent use when the ports are. Each use reads the community's journal and its activities: O(n log n).</remarks>
public sealed class CommunityPolicies : ICommunityPolicies
{
    private readonly CommunityRecords records;
    private readonly IActivityStore activities;
    private readonly PolicySet policies;
    private readonly IPolicyRule[] rules;
    private readonly Commits commits;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="activities">Where activities are kept.</param>
    /// <param name="policies">The policies in force.</param>
    /// <param name="rules">The host's own rules, which come after the standard ones; may be empty.</param>
    /// <param name="handlers">Who is told what was committed, in this order.</param>
    /// <exception cref="ArgumentException">Something is wrong with the policies: see <see cref="PolicySet.Problems"/>.</exception>
    public CommunityPolicies(CommunityRecords records, IActivityStore activities, PolicySet policies, IEnumerable<IPolicyRule> rules, IEnumerable<IFactHandler> handlers)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(handlers);
        this.rules = [.. PolicyRules.Standard, .. rules];
        RequireSound(policies);
        this.records = records;
        this.activities = activities;
        this.policies = policies;
        commits = new Commits(records, handlers);
    }

    /// <inheritdoc/>
    public async ValueTask<PolicyOutcome> ApplyAsync(CommunityId community, TimeWindow? known = null, CancellationToken cancellationToken = default)
    {
        PolicyRun run = new(records.Now, [], [], null);
        Decision<Committed> decision = await commits.CommitAsync([community], DecideAsync, cancellationToken).ConfigureAwait(false);
        return decision.Match(
            committed => new PolicyOutcome(community, run.At, committed.Entries, run.Skipped, run.NextDue, committed.HandlerFailures),
            refusal => new PolicyOutcome(community, run.At, [], run.Skipped, null, []) { NotApplied = refusal.Reasons[0] });

        async ValueTask<Attempt> DecideAsync(RecordLeases leases, CancellationToken token)
        {
            CommunityRecord record = leases[community];
            DateTimeOffset at = records.Now.Latest(record.LatestAt);
            List<JournalEntry> history = await HistoryAsync(community, record.Version, token).ConfigureAwait(false);
            PolicyEvidence evidence = await EvidenceAsync(community, history, at, known, policies, token).ConfigureAwait(false);
            run = PolicyEngine.Apply(record, at, policies, evidence, rules);
            return Plan.Of(community, run.Changes);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyOutcome> ApplyToAllAsync(TimeWindow? known = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (CommunityId community in records.Journal.CommunitiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            yield return await ApplyOrTellAsync(community, known, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One community that fails keeps no other from its policies.</summary>
    private async ValueTask<PolicyOutcome> ApplyOrTellAsync(CommunityId community, TimeWindow? known, CancellationToken cancellationToken)
    {
        try
        {
            return await ApplyAsync(community, known, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever is thrown, it is told with the community and the others are done
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Reason failed = Reason.Of("policies.failed", $"The policies could not be applied to '{community}': {exception.Message}");
            return new(community, records.Now, [], [], null, []) { NotApplied = failed, Failure = exception };
        }
    }

    /// <inheritdoc/>
    public ValueTask<DryRunReport> DryRunAsync(
        CommunityId community, PolicySet policies, DateTimeOffset from, DateTimeOffset to, TimeWindow? known = null, CancellationToken cancellationToken = default)
    {
        RequireSound(policies);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return TryOutAsync(community, policies, from, to, known, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DryRunReport> DryRunAllAsync(
        PolicySet policies, DateTimeOffset from, DateTimeOffset to, TimeWindow? known = null, CancellationToken cancellationToken = default)
    {
        RequireSound(policies);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return TryOutAllAsync(policies, from, to, known, cancellationToken);
    }

    private void RequireSound(PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        if (policies.Problems(rules) is { Count: > 0 } problems)
        {
            throw new ArgumentException($"Something is wrong with the policies: {string.Join(" ", problems.Select(p => p.Text))}", nameof(policies));
        }
    }

    private async IAsyncEnumerable<DryRunReport> TryOutAllAsync(
        PolicySet trial, DateTimeOffset from, DateTimeOffset to, TimeWindow? known, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (CommunityId community in records.Journal.CommunitiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            yield return await TryOutAsync(community, trial, from, to, known, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the journal and no record: what is tried out waits for nobody, and nobody waits for it.</summary>
    private async ValueTask<DryRunReport> TryOutAsync(
        CommunityId community, PolicySet trial, DateTimeOffset from, DateTimeOffset to, TimeWindow? known, CancellationToken cancellationToken)
    {
        List<JournalEntry> history = await HistoryAsync(community, long.MaxValue, cancellationToken).ConfigureAwait(false);
        PolicyEvidence evidence = await EvidenceAsync(community, history, to, known, trial, cancellationToken).ConfigureAwait(false);
        return PolicyDryRun.Run(community, [.. history.Select(e => e.Change)], trial, evidence, from, to, step: null, rules);
    }

    /// <summary>What is in the journal up to a version: what others append meanwhile is not decided on.</summary>
    private async ValueTask<List<JournalEntry>> HistoryAsync(CommunityId community, long version, CancellationToken cancellationToken)
    {
        List<JournalEntry> history = [];
        await foreach (JournalEntry entry in records.Journal.ReadAsync(community, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (entry.Version > version)
            {
                break;
            }

            history.Add(entry);
        }

        return history;
    }

    private async ValueTask<PolicyEvidence> EvidenceAsync(
        CommunityId community, List<JournalEntry> history, DateTimeOffset until, TimeWindow? known, PolicySet inForce, CancellationToken cancellationToken)
    {
        KnownActivities all = await KnownActivities.ReadAsync(activities, community, until.After(TimeSpan.FromTicks(1)), history, counts: null, cancellationToken).ConfigureAwait(false);
        TimeWindow? recorded = all.RecordedSince is { } since ? new TimeWindow(since, DateTimeOffset.MaxValue) : null;
        return PolicyEvidence.Within(known ?? recorded, history.Select(e => e.Change), all.Log.Of(community), inForce.Participation);
    }
}
