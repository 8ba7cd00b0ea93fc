using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A directory in the tables of the host's own context, which <see cref="EntityFrameworkJournal{TContext}"/> keeps in step.</summary>
/// <typeparam name="TContext">The context of the host, with <see cref="CommunityOfPracticeModelBuilderExtensions.UseCommunityOfPractice"/> in its model.</typeparam>
/// <remarks>Safe for concurrent use. A list is one statement and read whole before its first item is given. Topics and goals are filtered after reading.</remarks>
public sealed class EntityFrameworkCommunityDirectory<TContext> : ICommunityDirectory
    where TContext : DbContext
{
    private readonly IDbContextFactory<TContext> contexts;

    /// <summary>Creates the directory.</summary>
    /// <param name="contexts">Makes contexts.</param>
    public EntityFrameworkCommunityDirectory(IDbContextFactory<TContext> contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        this.contexts = contexts;
    }

    /// <summary>Puts a roster into the directory, in place of what was known before: for hosts that keep memberships themselves.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was changed.</param>
    /// <returns>The task of saving.</returns>
    public async ValueTask PutAsync(Roster roster, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(roster);
        await Upserts.PutAsync(contexts, Rows.Of(roster), rows => rows.Where(r => r.Community == roster.Community.Text), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<CommunityListing?> FindAsync(CommunityId community, CancellationToken cancellationToken = default)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await context.Set<CommunityRow>().AsNoTracking().Where(r => r.Community == community.Text).Select(r => r.Listing)
                .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } listing ? Rows.Community(listing) : null;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CommunityListing> ListAsync(CommunityFilter filter, CommunityId? after = null, int take = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return StreamAsync(
            rows: context =>
            {
                IQueryable<CommunityRow> rows = Narrowed(context.Set<CommunityRow>().AsNoTracking(), filter);
                string? key = after?.Text;
                return (key is null ? rows : rows.Where(r => string.Compare(r.SortKey, key) > 0)).OrderBy(r => r.SortKey).Select(r => r.Listing);
            },
            Rows.Community,
            filter.Passes,
            take,
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MemberListing> MembersAsync(
        CommunityId community, MembershipStatus? status = null, PersonId? after = null, int take = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return StreamAsync(
            rows: context =>
            {
                IQueryable<MemberRow> rows = context.Set<MemberRow>().AsNoTracking().Where(r => r.Community == community.Text);
                string? key = after?.Text;
                rows = status is null ? rows : rows.Where(r => r.Status == (int)status);
                return (key is null ? rows : rows.Where(r => string.Compare(r.SortKey, key) > 0)).OrderBy(r => r.SortKey).Select(r => r.Listing).Take(take);
            },
            Rows.Member,
            _ => true,
            take,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MemberListing> MembershipsOfAsync(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<MemberListing> all = [];
        IAsyncEnumerable<MemberListing> rows = StreamAsync(context => context.Set<MemberRow>().AsNoTracking().Where(r => r.Person == person.Text).Select(r => r.Listing), Rows.Member, _ => true, int.MaxValue, cancellationToken);
        await foreach (MemberListing member in rows.ConfigureAwait(false))
        {
            all.Add(member);
        }

        foreach (MemberListing member in all.OrderBy(m => m.Community))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return member;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Roster?> FindRosterAsync(CommunityId community, CancellationToken cancellationToken = default)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await context.Set<RosterRow>().AsNoTracking().Where(r => r.Community == community.Text).Select(r => r.Roster)
                .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } roster ? Rows.Roster(roster) : null;
        }
    }

    /// <summary>What the database can leave out; the filter itself has the last word.</summary>
    private static IQueryable<CommunityRow> Narrowed(IQueryable<CommunityRow> rows, CommunityFilter filter)
    {
        rows = filter.Status is { } status ? rows.Where(r => r.Status == (int)status) : rows;
        rows = filter.Kind is { } kind ? rows.Where(r => r.Kind == (int)kind) : rows;
        rows = filter.Parent is { } parent ? rows.Where(r => r.Parent == parent.Text) : rows;
        rows = filter.ReviewDueBefore is { } due ? rows.Where(r => r.ReviewDue < due.UtcTicks) : rows;
        return rows.Where(r => r.Visibility <= (int)filter.AtLeast);
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(
        Func<TContext, IQueryable<string>> rows, Func<string, T> read, Func<T, bool> passes, int take, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<T> items = [];
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            await foreach (string row in rows(context).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                T item = read(row);
                if (passes(item))
                {
                    items.Add(item);
                }

                if (items.Count == take)
                {
                    break;
                }
            }
        }

        foreach (T item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
