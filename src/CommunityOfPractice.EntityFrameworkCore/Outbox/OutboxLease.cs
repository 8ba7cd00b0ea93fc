using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>The right to tell one handler about one community, for a while.</summary>
internal sealed class OutboxLease<TContext>(IDbContextFactory<TContext> contexts, TimeProvider clock, TimeSpan length, string consumer, string community)
    where TContext : DbContext
{
    private readonly Guid owner = Guid.NewGuid();

    public string Community => community;

    private long End => (clock.GetUtcNow() + length).UtcTicks;

    /// <summary>How far was told; null when another dispatcher has the lease.</summary>
    public async ValueTask<long?> TakeAsync(CancellationToken cancellationToken)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            long now = clock.GetUtcNow().UtcTicks, end = End;
            if (await Mine(context).Where(c => c.Until <= now).ExecuteUpdateAsync(c => c.SetProperty(r => r.Owner, owner).SetProperty(r => r.Until, end), cancellationToken).ConfigureAwait(false) == 0)
            {
                if (await Mine(context).AnyAsync(cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }

                context.Add(new OutboxCursorRow { Consumer = consumer, Community = community, Version = 0, Owner = owner, Until = end });
                try
                {
                    await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (DbUpdateException)
                {
                    context.ChangeTracker.Clear();
                    if (await Mine(context).AnyAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return null; // another dispatcher began with it at the same moment
                    }

                    throw;
                }
            }

            return await Mine(context).Where(c => c.Owner == owner).Select(c => (long?)c.Version).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that an entry was handled, and prolongs the lease. Not to be cancelled: the entry was handled.</summary>
    /// <returns>Whether the lease was still held.</returns>
    public async ValueTask<bool> AdvanceAsync(long version)
    {
        TContext context = await contexts.CreateDbContextAsync(CancellationToken.None).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            long end = End;
            return await Mine(context).Where(c => c.Owner == owner).ExecuteUpdateAsync(c => c.SetProperty(r => r.Version, version).SetProperty(r => r.Until, end), CancellationToken.None).ConfigureAwait(false) == 1;
        }
    }

    public async ValueTask ReleaseAsync()
    {
        TContext context = await contexts.CreateDbContextAsync(CancellationToken.None).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            await Mine(context).Where(c => c.Owner == owner).ExecuteUpdateAsync(c => c.SetProperty(r => r.Until, 0L), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private IQueryable<OutboxCursorRow> Mine(TContext context) => context.Set<OutboxCursorRow>().AsNoTracking().Where(c => c.Consumer == consumer && c.Community == community);
}
