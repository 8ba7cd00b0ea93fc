using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Puts a row in the place of the one with the same key, or beside the others.</summary>
internal static class Upserts
{
    public static async Task PutAsync<TContext, TRow>(IDbContextFactory<TContext> contexts, TRow row, Func<IQueryable<TRow>, IQueryable<TRow>> same, CancellationToken cancellationToken)
        where TContext : DbContext
        where TRow : class
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await Transactions.RunAsync(
                    contexts,
                    async (context, token) =>
                    {
                        bool exists = await same(context.Set<TRow>().AsNoTracking()).AnyAsync(token).ConfigureAwait(false);
                        context.Entry(row).State = exists ? EntityState.Modified : EntityState.Added;
                        await context.SaveChangesAsync(token).ConfigureAwait(false);
                        return (0, true);
                    },
                    cancellationToken,
                    again: true).ConfigureAwait(false);
                return;
            }
            catch (DbUpdateException) when (attempt < Transactions.Attempts)
            {
                // somebody put the same row, or took it away, at the same moment
            }
        }
    }
}
