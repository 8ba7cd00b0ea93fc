using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Does something between reading and saving, once.</summary>
internal sealed class BeforeSaving(Func<Task> something) : SaveChangesInterceptor
{
    private bool done;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (!done)
        {
            done = true;
            await something();
        }

        return result;
    }
}
