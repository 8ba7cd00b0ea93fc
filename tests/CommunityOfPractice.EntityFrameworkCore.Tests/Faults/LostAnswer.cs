using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The answer of a commit did not arrive: the commit was done.</summary>
public sealed class LostAnswerException() : DbException("the answer of the commit was lost");

/// <summary>Loses the answer of the next commit, whenever it is told to: of one that is asked for, or of statements that are a transaction by themselves.</summary>
internal sealed class LostAnswer : DbTransactionInterceptor, IDbCommandInterceptor
{
    public bool Next { get; set; }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Lose();
        return Task.CompletedTask;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Lose();
        }

        return new(result);
    }

    private void Lose()
    {
        if (Next)
        {
            Next = false;
            throw new LostAnswerException();
        }
    }
}
