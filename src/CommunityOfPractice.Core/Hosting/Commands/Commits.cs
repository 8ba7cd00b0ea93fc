using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Commits what is decided on records: decides again when others were faster, and tells the handlers what was committed.</summary>
internal sealed class Commits(CommunityRecords records, IEnumerable<IFactHandler> handlers)
{
    public const int MaxAttempts = 10;

    private readonly FactPublisher publisher = new(handlers);

    public static Reason Contended { get; } = new("record.contended", "Others changed the community again and again; try once more.");

    public async ValueTask<Decision<Committed>> CommitAsync(
        IEnumerable<CommunityId> communities, Func<RecordLeases, CancellationToken, ValueTask<Attempt>> decide, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        publisher.Prepare();
        Decision<Committed> decision = await TryAsync(communities, decide, cancellationToken).ConfigureAwait(false);
        if (decision is not Decision<Committed>.Accepted { Value: { IsRepetition: false } committed })
        {
            return decision;
        }

        // outside of the records, so that a handler can put commands of its own
        return Decision<Committed>.Accept(committed with { HandlerFailures = await publisher.PublishAsync(committed.Entries, cancellationToken).ConfigureAwait(false) });
    }

    private async ValueTask<Decision<Committed>> TryAsync(
        IEnumerable<CommunityId> communities, Func<RecordLeases, CancellationToken, ValueTask<Attempt>> decide, CancellationToken cancellationToken)
    {
        using RecordLeases leases = await records.AcquireAsync(communities, cancellationToken).ConfigureAwait(false);
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            Attempt outcome = await decide(leases, cancellationToken).ConfigureAwait(false);
            if (outcome.Plan is not { } plan)
            {
                return outcome.Answer!;
            }

            if (await records.CommitAsync(plan, leases, cancellationToken).ConfigureAwait(false) is { } entries)
            {
                return Decision<Committed>.Accept(new(entries, IsRepetition: false, []) { StillMissing = plan.StillMissing });
            }

            await leases.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }

        return Decision<Committed>.Refuse(Contended);
    }
}
