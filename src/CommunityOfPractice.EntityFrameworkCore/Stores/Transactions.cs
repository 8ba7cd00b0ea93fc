using System.Data;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Runs work in one transaction of a context of its own.</summary>
internal static class Transactions
{
    /// <summary>How often work is tried that failed although nothing speaks against it: two who wait for each other, or were first at the same time.</summary>
    public const int Attempts = 10;

    /// <summary>Whether a failure is the database's own answer, and not one that broke off: a server that ends (57) or a connection that does (08) tells nothing about what was done before.</summary>
    public static bool WasAnswered(DbUpdateException failure) =>
        failure.InnerException is DbException { SqlState: { } state } && !state.StartsWith("57", StringComparison.Ordinal) && !state.StartsWith("08", StringComparison.Ordinal);

    /// <summary>Commits what the work did; when the work says otherwise or throws, nothing of it stays.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="work">What is done, and whether it is to be committed.</param>
    /// <param name="cancellationToken">Heeded up to the commit and not in it: whoever is told of a cancellation can rely on it.</param>
    /// <param name="again">Whether the work may be done again when its commit failed, and perhaps was done: it recognises what it did, or replaces it by the same.</param>
    /// <param name="isolation">What the transaction must not see of others.</param>
    /// <param name="alone">Whether the work is a transaction by itself and needs none around it; then, unless there is one of somebody else, which is misuse, it may be committed however it ends, and no cancellation reaches it once it has begun.</param>
    /// <remarks>A failure of the commit is thrown as it is; a strategy that retries hears of it only where the work may be done again.</remarks>
    public static async Task<T> RunAsync<TContext, T>(
        IDbContextFactory<TContext> contexts,
        Func<TContext, CancellationToken, Task<(T Result, bool Commit)>> work,
        CancellationToken cancellationToken,
        bool again = false,
        IsolationLevel isolation = IsolationLevel.Unspecified,
        Func<TContext, bool>? alone = null)
        where TContext : DbContext
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            IExecutionStrategy strategy = context.Database.CreateExecutionStrategy();

            // one that does not retry would only wrap what fails into an exception of its own
            Func<CancellationToken, Task<(T, ExceptionDispatchInfo?)>> once = alone?.Invoke(context) == true && IsFree(context) ? token => AloneAsync(context, work, token) : token => OnceAsync(context, work, again, isolation, token);
            (T result, ExceptionDispatchInfo? failure) = strategy.RetriesOnFailure
                ? await strategy.ExecuteAsync(once, cancellationToken).ConfigureAwait(false)
                : await once(cancellationToken).ConfigureAwait(false);
            failure?.Throw();
            return result;
        }
    }

    /// <summary>Whether nobody's transaction is around: what is done would be part of it, and answered before it is committed.</summary>
    private static bool IsFree(DbContext context) =>
        System.Transactions.Transaction.Current is null && context.Database.CurrentTransaction is null
        && context.GetService<IDbContextTransactionManager>() is not ITransactionEnlistmentManager { EnlistedTransaction: not null };

    private static async Task<(T Result, ExceptionDispatchInfo? Failure)> AloneAsync<TContext, T>(TContext context, Func<TContext, CancellationToken, Task<(T Result, bool Commit)>> work, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ((await work(context, CancellationToken.None).ConfigureAwait(false)).Result, null);
    }

    /// <returns>What came of the work, and how its commit failed where no strategy is to hear of it.</returns>
    private static async Task<(T Result, ExceptionDispatchInfo? Failure)> OnceAsync<TContext, T>(
        TContext context, Func<TContext, CancellationToken, Task<(T Result, bool Commit)>> work, bool again, IsolationLevel isolation, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        context.ChangeTracker.Clear(); // of a try before
        IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(isolation, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            (T result, bool commit) = await work(context, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (commit)
            {
                try
                {
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // thrown again, outside the strategy
                catch (Exception failure) when (!again)
#pragma warning restore CA1031
                {
                    return (result, ExceptionDispatchInfo.Capture(failure));
                }
            }

            return (result, null);
        }
    }
}
