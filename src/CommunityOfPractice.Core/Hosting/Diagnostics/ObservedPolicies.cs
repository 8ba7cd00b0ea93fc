using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Policies under measurement; dry runs change nothing and are not measured.</summary>
internal sealed class ObservedPolicies(ICommunityPolicies policies, CommunityDiagnostics diagnostics) : ICommunityPolicies
{
    public async ValueTask<PolicyOutcome> ApplyAsync(CommunityId community, TimeWindow? known = null, CancellationToken cancellationToken = default)
    {
        PolicyOutcome outcome = await diagnostics.MeasureAsync(
            CommunityDiagnostics.PolicyDuration, "Apply", () => policies.ApplyAsync(community, known, cancellationToken), o => (Outcome(o), o.NotApplied?.Code)).ConfigureAwait(false);
        diagnostics.Note(outcome.HandlerFailures);
        return outcome;
    }

    public async IAsyncEnumerable<PolicyOutcome> ApplyToAllAsync(TimeWindow? known = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using IAsyncEnumerator<PolicyOutcome> all = policies.ApplyToAllAsync(known, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await diagnostics.MeasureAsync(CommunityDiagnostics.PolicyDuration, "ApplyToAll", all.MoveNextAsync, more => (more ? Outcome(all.Current) : "done", more ? all.Current.NotApplied?.Code : null)).ConfigureAwait(false))
        {
            diagnostics.Note(all.Current.HandlerFailures);
            yield return all.Current;
        }
    }

    public ValueTask<DryRunReport> DryRunAsync(
        CommunityId community, PolicySet set, DateTimeOffset from, DateTimeOffset to, TimeWindow? known = null, CancellationToken cancellationToken = default) =>
        policies.DryRunAsync(community, set, from, to, known, cancellationToken);

    public IAsyncEnumerable<DryRunReport> DryRunAllAsync(
        PolicySet set, DateTimeOffset from, DateTimeOffset to, TimeWindow? known = null, CancellationToken cancellationToken = default) =>
        policies.DryRunAllAsync(set, from, to, known, cancellationToken);

    private static string Outcome(PolicyOutcome outcome) =>
        outcome.Failure is not null ? "failed" : outcome.NotApplied is not null ? "not-applied" : outcome.Entries.Count > 0 ? "applied" : "nothing-due";
}
