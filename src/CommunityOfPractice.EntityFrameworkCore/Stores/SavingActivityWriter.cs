using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Writes activities by saving entities: for any provider.</summary>
internal sealed class SavingActivityWriter : IActivityWriter
{
    private const int Portion = 1000;

    public async Task WriteAsync(DbContext context, IReadOnlyList<ActivityRow> rows, CancellationToken cancellationToken = default)
    {
        foreach (ActivityRow[] portion in rows.Chunk(Portion))
        {
            context.AddRange(portion);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }
    }
}
