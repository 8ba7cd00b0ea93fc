using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Writes what an append changes, in one round trip as long as it is not very much.</summary>
internal static class JournalWriting
{
    /// <returns>Whether the versions were the expected ones. Otherwise, or when a key excludes it, nothing may be committed.</returns>
    public static Task<bool> AppendAsync(DbContext context, ValueList<JournalBatch> batches, CancellationToken cancellationToken)
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

        return script.RunAsync(context, cancellationToken);
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
    private static void Claim(SqlScript script, SqlTables tables, JournalBatch batch)
    {
        long version = batch.ExpectedVersion + batch.Entries.Count;
        if (batch.ExpectedVersion > 0)
        {
            script.Add($"UPDATE {tables.Head} SET version = {version} WHERE community = {batch.Community.Text} AND version = {batch.ExpectedVersion}", rows: 1);
            return;
        }

        // a head without entries may have been left by a claim
        script.Add(
            $"INSERT INTO {tables.Head} AS h (community, version) VALUES ({batch.Community.Text}, {version}) ON CONFLICT (community) DO UPDATE SET version = excluded.version WHERE h.version = 0",
            rows: 1);
    }
}
