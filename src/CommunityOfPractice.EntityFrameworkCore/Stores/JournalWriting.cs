using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Writes what an append changes, in one round trip as long as it is not very much.</summary>
internal static class JournalWriting
{
    /// <summary>What PostgreSQL says of a head that has not the expected version: the claim divides by the number of heads that were moved.</summary>
    public const string Unfit = "22012";

    /// <returns>The statements. Where they do not change all their rows, or a key excludes it, nothing may be committed: somebody else has appended.</returns>
    public static SqlScript Append(DbContext context, ValueList<JournalBatch> batches)
    {
        SqlTables tables = SqlTables.Of(context);
        SqlScript script = new();
        foreach (JournalBatch batch in batches.OrderBy(b => b.Community))
        {
            Claim(script, tables, batch);
            foreach (JournalEntry entry in batch.Entries)
            {
                script.Add($"INSERT INTO {tables.Journal} (community, version, line) VALUES ({entry.Community.Text}, {entry.Version}, {FactJson.Write(entry)})", rows: 1);
            }

            if (batch.Directory is { } update)
            {
                DirectoryWriting.Add(script, tables, update);
            }
        }

        return script;
    }

    /// <summary>Checks the redacted entries against the stored ones and puts them in their place.</summary>
    /// <returns>Whether the journal has the expected version.</returns>
    public static async Task<bool> RedactAsync(DbContext context, JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken)
    {
        List<JournalRow> rows = await context.Set<JournalRow>().Where(r => r.Community == erasure.Community.Text).OrderBy(r => r.Version).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (rows.Count != erasure.ExpectedVersion)
        {
            return false;
        }

        Journals.Check(rows.Select(r => FactJson.Read(r.Line)), erasure, redacted);
        foreach (JournalEntry entry in redacted)
        {
            rows[(int)entry.Version - 1].Line = FactJson.Write(entry);
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The head goes from the expected version to the new one, also when they are the same: then nobody else may move it in between.</summary>
    /// <remarks>Where a script is a transaction by itself, a version that is not the expected one has to be an error, or what follows would stand: a division by the number of heads that were moved.</remarks>
    private static void Claim(SqlScript script, SqlTables tables, JournalBatch batch)
    {
        (string community, long expected, long version) = (batch.Community.Text, batch.ExpectedVersion, batch.ExpectedVersion + batch.Entries.Count);
        switch (expected > 0, tables.ScriptsAreAtomic)
        {
            case (true, false):
                script.Add($"UPDATE {tables.Head} SET version = {version} WHERE community = {community} AND version = {expected}", rows: 1);
                break;
            case (true, true):
                script.Add($"WITH moved AS (UPDATE {tables.Head} SET version = {version} WHERE community = {community} AND version = {expected} RETURNING 1) SELECT 1 / COUNT(*) FROM moved", rows: 0);
                break;

            // a head without entries may have been left by a claim
            case (false, false):
                script.Add(
                    $"INSERT INTO {tables.Head} AS h (community, version) VALUES ({community}, {version}) ON CONFLICT (community) DO UPDATE SET version = excluded.version WHERE h.version = 0",
                    rows: 1);
                break;
            case (false, true):
                script.Add(
                    $"WITH moved AS (INSERT INTO {tables.Head} AS h (community, version) VALUES ({community}, {version}) ON CONFLICT (community) DO UPDATE SET version = excluded.version WHERE h.version = 0 RETURNING 1) SELECT 1 / COUNT(*) FROM moved",
                    rows: 0);
                break;
        }
    }
}
