using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Runs work in one transaction of a context of its own.</summary>
internal static class Transactions
{
    /// <summary>How often work is tried that failed although nothing speaks against it: two who wait for each other, or were first at the same time.</summary>
    public const int Attempts = 10;

    /// <summary>Commits what the work did; when the work says otherwise or throws, nothing of it stays.</summary>
    /// <remarks>A cancellation is heeded up to the commit and not in it: whoever is told of a cancellation can rely on it.</remarks>
    public static async Task<T> RunAsync<TContext, T>(IDbContextFactory<TContext> contexts, Func<TContext, CancellationToken, Task<(T Result, bool Commit)>> work, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            IExecutionStrategy strategy = context.Database.CreateExecutionStrategy();

            // one that does not retry would only wrap what fails into an exception of its own
            return strategy.RetriesOnFailure
                ? await strategy.ExecuteAsync(token => OnceAsync(context, work, token), cancellationToken).ConfigureAwait(false)
                : await OnceAsync(context, work, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<T> OnceAsync<TContext, T>(TContext context, Func<TContext, CancellationToken, Task<(T Result, bool Commit)>> work, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        context.ChangeTracker.Clear(); // of a try before
        IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            (T result, bool commit) = await work(context, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (commit)
            {
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return result;
        }
    }
}
