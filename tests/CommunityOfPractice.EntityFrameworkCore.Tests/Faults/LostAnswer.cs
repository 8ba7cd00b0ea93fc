using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The answer of a commit did not arrive: the commit was done.</summary>
public sealed class LostAnswerException() : DbException("the answer of the commit was lost");

/// <summary>Loses the answer of the next commit, whenever it is told to.</summary>
internal sealed class LostAnswer : DbTransactionInterceptor
{
    public bool Next { get; set; }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!Next)
        {
            return Task.CompletedTask;
        }

        Next = false;
        throw new LostAnswerException();
    }
}
