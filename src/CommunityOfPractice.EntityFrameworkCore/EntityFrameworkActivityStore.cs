using System.Data.Common;
using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Activities in a table of the host's own context.</summary>
/// <typeparam name="TContext">The context of the host, with <see cref="CommunityOfPracticeModelBuilderExtensions.UseCommunityOfPractice"/> in its model.</typeparam>
/// <remarks>
/// Safe for concurrent use, in one process and in several. A unique index on the id excludes that an activity is kept twice. A community's
/// activities are read as they are asked for, over one connection and one statement; an erasure looks through all that are addressed to somebody.
/// A failure of the commit is thrown and never followed by a second try, whatever strategy the context has: without ids, activities that
/// were committed after all would be kept twice.
/// </remarks>
public sealed class EntityFrameworkActivityStore<TContext> : IActivityStore
    where TContext : DbContext
{
    private const int Portion = 500;

    private readonly IDbContextFactory<TContext> contexts;
    private readonly IActivityWriter writer;

    /// <summary>Creates the store.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="writer">Writes activities; null to save them as entities.</param>
    public EntityFrameworkActivityStore(IDbContextFactory<TContext> contexts, IActivityWriter? writer = null)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        this.contexts = contexts;
        this.writer = writer ?? new SavingActivityWriter();
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        foreach (Activity activity in activities)
        {
            ArgumentNullException.ThrowIfNull(activity, nameof(activities));
            activity.Check();
        }

        cancellationToken.ThrowIfCancellationRequested();
        for (int attempt = 1; activities.Count > 0; attempt++)
        {
            ActivitySorting sorting = new(activities);
            bool looks = attempt > 1; // nearly always all are new; the unique index tells when they are not
            bool written = false; // and what fails then is the commit: nobody knows whether it was done
            try
            {
                return await Transactions.RunAsync(
                    contexts,
                    async (context, token) =>
                    {
                        (Decision<int> Answer, bool Commit) appended = await AppendAsync(context, sorting, looks, token).ConfigureAwait(false);
                        written = true;
                        return appended;
                    },
                    cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!written && failure is DbUpdateException or DbException && attempt < Transactions.Attempts)
            {
                // somebody was faster with one of the ids: then it is found now
                if (!await sorting.AnyAsync(contexts, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }

        return Decision<int>.Accept(0);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            IQueryable<ActivityRow> rows = context.Set<ActivityRow>().AsNoTracking().Where(r => r.Community == community.Text && r.At < before.UtcTicks)
                .OrderBy(r => r.At).ThenBy(r => r.Id == null).ThenBy(r => r.Id).ThenBy(r => r.Row);
            await foreach (ActivityRow row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Rows.Activity(row);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Activity> ReadOfAsync(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ActivityRow> rows;
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            rows = await Naming(context.Set<ActivityRow>().AsNoTracking(), person)
                .OrderBy(r => r.At).ThenBy(r => r.Community).ThenBy(r => r.Id == null).ThenBy(r => r.Id).ThenBy(r => r.Row).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (Activity activity in rows.Select(Rows.Activity).Where(a => a.Person == person || a.To.Contains(person)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return activity;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> EraseAsync(PersonId person, PersonId tombstone, CancellationToken cancellationToken = default)
    {
        if (person == default || tombstone == default || person == tombstone)
        {
            throw new ArgumentException("A person and a tombstone are two ids, and neither is the default value.", nameof(tombstone));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await Transactions.RunAsync(
            contexts,
            async (context, token) =>
            {
                int changed = 0;
                foreach (ActivityRow row in await Naming(context.Set<ActivityRow>(), person).ToListAsync(token).ConfigureAwait(false))
                {
                    Activity activity = Rows.Activity(row);
                    changed += activity.Person == person || activity.To.Contains(person) ? 1 : 0;
                    row.Person = activity.Person == person ? tombstone.Text : row.Person;
                    row.Addressed = Rows.Of(activity with { To = activity.To.Select(to => to == person ? tombstone : to).ToValueList() }).Addressed;
                }

                await context.SaveChangesAsync(token).ConfigureAwait(false);
                return (changed, true);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All that name a person, and perhaps some others.</summary>
    private static IQueryable<ActivityRow> Naming(IQueryable<ActivityRow> rows, PersonId person)
    {
        string item = Rows.Item(person.Text);
        return rows.Where(r => r.Person == person.Text || (r.Addressed != null && r.Addressed.Contains(item)));
    }

    private async Task<(Decision<int> Answer, bool Commit)> AppendAsync(TContext context, ActivitySorting sorting, bool looks, CancellationToken cancellationToken)
    {
        // what contradicts itself is refused with all that contradicts it, so it is looked up, too
        foreach (string[] ids in looks || sorting.Conflicts().Length > 0 ? sorting.Ids.Chunk(Portion) : [])
        {
            sorting.Know(await context.Set<ActivityRow>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        if (sorting.Conflicts() is { Length: > 0 } conflicts)
        {
            return (Decision<int>.Refuse(conflicts), false);
        }

        ActivityRow[] fresh = sorting.Fresh();
        if (fresh.Length > 0)
        {
            await writer.WriteAsync(context, fresh, cancellationToken).ConfigureAwait(false);
        }

        return (Decision<int>.Accept(fresh.Length), true);
    }
}
