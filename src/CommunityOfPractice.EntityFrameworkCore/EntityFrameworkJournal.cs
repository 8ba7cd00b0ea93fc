using System.Data.Common;
using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A journal in the tables of the host's own context; the directory is brought in step in the same transaction.</summary>
/// <typeparam name="TContext">The context of the host, with <see cref="CommunityOfPracticeModelBuilderExtensions.UseCommunityOfPractice"/> in its model.</typeparam>
/// <remarks>
/// Safe for concurrent use, in one process and in several. Each call takes a context of its own from the factory and saves in one
/// transaction; what the host does in contexts of its own is not touched. The primary key (community, version) and the version that the
/// row of the head must have exclude that two calls append the same version. Conflicts are found by reading again, never by the text of
/// an exception. On PostgreSQL an append is one command and its own transaction, unless it is very large. Where the answer of that command does not come, or a strategy of the context tries a failed commit again, and it had been done
/// after all, the call's own entries are recognised and the answer is <see cref="AppendOutcome.Appended"/>. Any other failure is thrown: what the database refuses while it is written as a <see cref="DbUpdateException"/> with the
/// exception of the provider inside, what fails before or in the commit as the exception of the provider.
/// </remarks>
public sealed class EntityFrameworkJournal<TContext> : IJournal
    where TContext : DbContext
{
    /// <summary>Compiled, for each model of the context: every command begins with reading what is new.</summary>
    private static readonly ConditionalWeakTable<IModel, Func<TContext, string, long, IAsyncEnumerable<string>>> Queries = [];

    private readonly IDbContextFactory<TContext> contexts;

    /// <summary>Creates the journal.</summary>
    /// <param name="contexts">Makes contexts.</param>
    public EntityFrameworkJournal(IDbContextFactory<TContext> contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        this.contexts = contexts;
    }

    /// <inheritdoc/>
    public async ValueTask<AppendOutcome> AppendAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        Journals.Check(batches);
        cancellationToken.ThrowIfCancellationRequested();
        SqlScript? script = null;
        SqlScript Script(TContext context) => script ??= JournalWriting.Append(context, batches);
        return batches.Count == 0
            ? new AppendOutcome.Appended()
            : await SaveAsync(batches, (context, token) => Script(context).RunAsync(context, token), cancellationToken, context => SqlTables.Of(context).ScriptsAreAtomic && Script(context).FitsOneCommand).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(CommunityId community, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        foreach (string line in await LinesAsync(community, after, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return FactJson.Read(line);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CommunityId> CommunitiesAsync(CommunityId? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string[] ids;
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            ids = await context.Set<JournalHeadRow>().AsNoTracking().Where(h => h.Version > 0).Select(h => h.Community).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (CommunityId id in ids.Select(id => new CommunityId(id)).Where(id => after is null || id.CompareTo(after.Value) > 0).Order())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return id;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AppendOutcome> RedactAsync(JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken = default)
    {
        Journals.Check(erasure, redacted);
        cancellationToken.ThrowIfCancellationRequested();
        ValueList<JournalBatch> batches = [erasure];
        return await SaveAsync(batches, async (context, token) => await JournalWriting.RedactAsync(context, erasure, redacted, token).ConfigureAwait(false)
            && await JournalWriting.Append(context, batches).RunAsync(context, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes in one transaction. When that fails, a version that is not the expected one makes it a conflict, and anything else the failure that it is.</summary>
    private async ValueTask<AppendOutcome> SaveAsync(ValueList<JournalBatch> batches, Func<TContext, CancellationToken, Task<bool>> write, CancellationToken cancellationToken, Func<TContext, bool>? alone = null)
    {
        bool perhaps = false; // a commit was begun, and how it ended is not known
        for (int attempt = 1; ; attempt++)
        {
            DbUpdateException? failure = null;
            try
            {
                if (await Transactions.RunAsync(contexts, WriteAsync, cancellationToken, again: true, alone: alone).ConfigureAwait(false))
                {
                    return new AppendOutcome.Appended();
                }
            }
            catch (DbUpdateException failed)
            {
                failure = failed;
            }
            catch (Exception ended) when (perhaps && ended is OperationCanceledException or RetryLimitExceededException)
            {
                if (await StandsAsync(batches, CancellationToken.None).ConfigureAwait(false))
                {
                    return new AppendOutcome.Appended();
                }

                throw;
            }

            // a cancellation must not hide what perhaps was committed
            CancellationToken token = perhaps ? CancellationToken.None : cancellationToken;
            if (await ConflictAsync(batches, token).ConfigureAwait(false) is { } conflict)
            {
                return perhaps && await StandsAsync(batches, token).ConfigureAwait(false) ? new AppendOutcome.Appended() : conflict;
            }

            if (attempt == Transactions.Attempts || failure is { InnerException: not DbException { IsTransient: true } })
            {
                throw failure ?? new DbUpdateException("The journal changes and changes back while it is appended to.");
            }
        }

        async Task<(bool Fits, bool Commit)> WriteAsync(TContext context, CancellationToken token)
        {
            try
            {
                bool fits = await write(context, token).ConfigureAwait(false);
                perhaps |= fits;
                return (fits, fits);
            }
            catch (DbUpdateException failed) when (failed.InnerException is DbException { SqlState: JournalWriting.Unfit })
            {
                return (false, false);
            }
            catch (DbUpdateException failed) when (alone?.Invoke(context) == true && !Transactions.WasAnswered(failed))
            {
                perhaps = true;
                throw;
            }
        }
    }

    private async ValueTask<AppendOutcome.Conflict?> ConflictAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken)
    {
        string[] communities = [.. batches.Select(b => b.Community.Text)];
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            Dictionary<string, long> versions = await context.Set<JournalHeadRow>().AsNoTracking().Where(h => communities.Contains(h.Community))
                .ToDictionaryAsync(h => h.Community, h => h.Version, cancellationToken).ConfigureAwait(false);
            JournalBatch? stale = batches.FirstOrDefault(b => versions.GetValueOrDefault(b.Community.Text) != b.ExpectedVersion);
            return stale is null ? null : new(stale.Community, versions.GetValueOrDefault(stale.Community.Text));
        }
    }

    /// <summary>Whether what a call writes is there, line for line: its hashes are salted, so nobody else has written the same.</summary>
    private async ValueTask<bool> StandsAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken)
    {
        foreach (JournalBatch batch in batches.Where(b => b.Entries.Count > 0))
        {
            List<string> lines = await LinesAsync(batch.Community, batch.ExpectedVersion, cancellationToken).ConfigureAwait(false);
            if (!lines.Take(batch.Entries.Count).SequenceEqual(batch.Entries.Select(FactJson.Write), StringComparer.Ordinal))
            {
                return false;
            }
        }

        return batches.Any(b => b.Entries.Count > 0);
    }

    private static Func<TContext, string, long, IAsyncEnumerable<string>> LinesAfter() => EF.CompileAsyncQuery(
        (TContext context, string community, long after) => context.Set<JournalRow>().AsNoTracking().Where(r => r.Community == community && r.Version > after).OrderBy(r => r.Version).Select(r => r.Line));

    private async Task<List<string>> LinesAsync(CommunityId community, long after, CancellationToken cancellationToken)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            List<string> lines = [];
            await foreach (string line in Queries.GetValue(context.Model, _ => LinesAfter())(context, community.Text, after).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                lines.Add(line);
            }

            return lines;
        }
    }
}
