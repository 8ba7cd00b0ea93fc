using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Tells the handlers of a host what was committed, at least once and in order: the host runs it as often as it likes.</summary>
/// <typeparam name="TContext">The context of the host, with <see cref="CommunityOfPracticeModelBuilderExtensions.UseCommunityOfPractice"/> in its model.</typeparam>
/// <remarks>
/// The journal itself is the outbox: what was committed is there, and a cursor for each handler and community says how far it was told.
/// Any number of processes may run dispatchers; a lease gives each community to one of them at a time. A pass looks at the heads of all
/// journals, O(communities), and at the entries that wait.
/// </remarks>
public sealed class OutboxDispatcher<TContext>
    where TContext : DbContext
{
    private readonly IDbContextFactory<TContext> contexts;
    private readonly EntityFrameworkJournal<TContext> journal;
    private readonly IOutboxHandler[] handlers;
    private readonly TimeProvider clock;
    private readonly TimeSpan lease;

    /// <summary>Creates the dispatcher.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="handlers">Who is told; each under a name of its own.</param>
    /// <param name="clock">Tells when a lease ends.</param>
    /// <param name="lease">
    /// How long a community is reserved after each entry, longer than a handler ever takes and than clocks differ; the default value is five minutes.
    /// After a crash its community waits that long.
    /// </param>
    /// <exception cref="ArgumentException">Two handlers have the same name.</exception>
    public OutboxDispatcher(IDbContextFactory<TContext> contexts, IEnumerable<IOutboxHandler> handlers, TimeProvider clock, TimeSpan? lease = null)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(handlers);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease ?? TimeSpan.MaxValue, TimeSpan.Zero);
        this.contexts = contexts;
        journal = new(contexts);
        this.handlers = [.. handlers];
        this.clock = clock;
        this.lease = lease ?? TimeSpan.FromMinutes(5);
        if (this.handlers.Select(h => h.Consumer).Distinct(StringComparer.Ordinal).Count() < this.handlers.Length)
        {
            throw new ArgumentException("Two handlers have the same name.", nameof(handlers));
        }
    }

    /// <summary>Tells what waits.</summary>
    /// <param name="cancellationToken">Stops after the entry that is being handled.</param>
    /// <returns>What was told; a handler that fails stops its community and nothing else.</returns>
    public async ValueTask<OutboxPass> DispatchAsync(CancellationToken cancellationToken = default)
    {
        int told = 0;
        List<OutboxFailure> failures = [];
        foreach (IOutboxHandler handler in handlers)
        {
            foreach (string community in await WaitingAsync(handler.Consumer, cancellationToken).ConfigureAwait(false))
            {
                OutboxLease<TContext> held = new(contexts, clock, lease, handler.Consumer, community);
                if (await held.TakeAsync(cancellationToken).ConfigureAwait(false) is not { } after)
                {
                    continue;
                }

                try
                {
                    told += await TellAsync(handler, held, after, failures, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    await held.ReleaseAsync().ConfigureAwait(false);
                }
            }
        }

        return new(told, failures.ToValueList());
    }

    private async ValueTask<int> TellAsync(IOutboxHandler handler, OutboxLease<TContext> held, long after, List<OutboxFailure> failures, CancellationToken cancellationToken)
    {
        int told = 0;
        await foreach (JournalEntry entry in journal.ReadAsync(new CommunityId(held.Community), after, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await handler.HandleAsync(entry, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // whatever a handler throws, the others are told, and the failure is part of the answer
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failures.Add(new(handler.Consumer, entry.Community, entry.Version, failure));
                break;
            }

            if (!await held.AdvanceAsync(entry.Version).ConfigureAwait(false))
            {
                break; // the lease ran out, and another dispatcher goes on
            }

            told++;
        }

        return told;
    }

    private async ValueTask<List<string>> WaitingAsync(string consumer, CancellationToken cancellationToken)
    {
        long now = clock.GetUtcNow().UtcTicks;
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await context.Set<JournalHeadRow>().AsNoTracking()
                .Where(h => h.Version > 0 && !context.Set<OutboxCursorRow>().Any(c => c.Consumer == consumer && c.Community == h.Community && (c.Version >= h.Version || c.Until > now)))
                .OrderBy(h => h.Community).Select(h => h.Community).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
