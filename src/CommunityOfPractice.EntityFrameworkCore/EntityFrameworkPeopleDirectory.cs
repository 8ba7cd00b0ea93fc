using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A people directory in a table of the host's own context, for hosts that have none of their own.</summary>
/// <typeparam name="TContext">The context of the host, with <see cref="CommunityOfPracticeModelBuilderExtensions.UseCommunityOfPractice"/> in its model.</typeparam>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class EntityFrameworkPeopleDirectory<TContext> : IPeopleDirectory
    where TContext : DbContext
{
    private const int Portion = 500;

    /// <summary>What SQL calls it when two transactions could not have followed one another.</summary>
    private const string SerializationFailure = "40001";

    private readonly IDbContextFactory<TContext> contexts;

    /// <summary>Creates the directory.</summary>
    /// <param name="contexts">Makes contexts.</param>
    public EntityFrameworkPeopleDirectory(IDbContextFactory<TContext> contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        this.contexts = contexts;
    }

    /// <summary>Puts a person into the directory, in place of what was known before.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was changed.</param>
    /// <returns>The task of saving.</returns>
    /// <exception cref="ArgumentException">A text that is known of the person holds NUL or half of a surrogate pair, which not every database keeps.</exception>
    public async ValueTask PutAsync(Person person, CancellationToken cancellationToken = default)
    {
        await Upserts.PutAsync(contexts, Rows.Of(PersonTexts.Checked(person)), rows => rows.Where(r => r.Id == person.Id.Text), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a person out of the directory.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> RemoveAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await context.Set<PersonRow>().Where(r => r.Id == person.Text).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <summary>Puts which ids are one person, in place of what was known before.</summary>
    /// <param name="aliases">The aliases.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was changed.</param>
    /// <returns>The task of saving, in one transaction.</returns>
    /// <remarks>The transaction is serializable: of two who put at the same moment one replaces the other as a whole, so what is stored never goes round in a circle.</remarks>
    public async ValueTask PutAliasesAsync(PersonAliases aliases, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await Transactions.RunAsync(contexts, (context, token) => ReplaceAsync(context, aliases, token), cancellationToken, again: true, IsolationLevel.Serializable).ConfigureAwait(false);
                return;
            }
            catch (Exception failure) when (attempt < Transactions.Attempts && (failure is DbUpdateException || failure.GetBaseException() is DbException { SqlState: SerializationFailure }))
            {
                // somebody else put aliases at the same moment: theirs are replaced now
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<PersonAliases> AliasesAsync(CancellationToken cancellationToken = default)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            List<PersonAliasRow> rows = await context.Set<PersonAliasRow>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.Count == 0 ? PersonAliases.None : new(rows.Select(r => new PersonAlias(new(r.Alias), new(r.Person))).ToValueList());
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Person> ReadAsync(IReadOnlyCollection<PersonId> people, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            foreach (PersonId[] portion in people.Chunk(Portion))
            {
                string[] ids = [.. portion.Select(p => p.Text)];
                List<string> found = await context.Set<PersonRow>().AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => r.Person).ToListAsync(cancellationToken).ConfigureAwait(false);
                foreach (string person in found)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return Rows.Person(person);
                }
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>Everybody in the table counts, once under all their ids. The database counts, in one query that goes over the table once; the answer has a row for each pair of department and place, and for each beginning or end within two days.</remarks>
    public async ValueTask<OrganisationCounts?> CountAsync(DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await PeopleCounting.CountAsync(context, at, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<(bool Done, bool Commit)> ReplaceAsync(TContext context, PersonAliases aliases, CancellationToken cancellationToken)
    {
        Dictionary<string, string> wanted = aliases.All.ToDictionary(a => a.Alias.Text, a => a.Person.Text, StringComparer.Ordinal);
        foreach (PersonAliasRow row in await context.Set<PersonAliasRow>().ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!wanted.Remove(row.Alias, out string? person))
            {
                context.Remove(row);
            }
            else if (row.Person != person)
            {
                row.Person = person;
            }
        }

        context.AddRange(wanted.Select(w => new PersonAliasRow { Alias = w.Key, Person = w.Value }));
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return (true, true);
    }
}
