using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Counts what happens on a database, and cancels a call at the event that was asked for: the same ones on any machine.</summary>
internal sealed class CountedCancellation : DbCommandInterceptor, IDbTransactionInterceptor
{
    private CancellationTokenSource? source;
    private int left;

    public int Count { get; private set; }

    public void CancelAt(int happening, CancellationTokenSource cancelled) => (left, source) = (happening, cancelled);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Happens(result));

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        new(Happens(result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Happens(result));

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(Happens(result));

    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(Happens(result));

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(Happens(result));

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Task.FromResult(Happens(true));

    private T Happens<T>(T result)
    {
        Count++;
        if (--left == 0)
        {
            source?.Cancel();
        }

        return result;
    }
}
