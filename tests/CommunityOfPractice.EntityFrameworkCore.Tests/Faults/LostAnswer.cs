using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The answer of a commit did not arrive: the commit was done, or the server was not there.</summary>
public sealed class LostAnswerException() : DbException("the answer of the commit was lost");

/// <summary>Loses the answer of the next commit, whenever it is told to: of one that is asked for, or of statements that are a transaction by themselves.</summary>
internal sealed class LostAnswer : DbTransactionInterceptor, IDbCommandInterceptor
{
    private int away;

    public bool Next { get; set; }

    /// <summary>Gets or sets whether the commit is lost as well as its answer: then nothing was done.</summary>
    public bool WithTheCommit { get; set; }

    /// <summary>Gets or sets what happens at the moment of the loss.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>Gets or sets how many tries after the loss do not reach the database.</summary>
    public int Away { get; set; }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        Reach();
        return new(result);
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Lose(done: false);
        return new(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Lose(done: true);
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Reach();
            Lose(done: false);
        }

        return new(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Lose(done: true);
        }

        return new(result);
    }

    private void Reach()
    {
        if (away > 0)
        {
            away--;
            throw new LostAnswerException();
        }
    }

    private void Lose(bool done)
    {
        if (Next && done != WithTheCommit)
        {
            (Next, away) = (false, Away);
            Meanwhile();
            throw new LostAnswerException();
        }
    }
}
