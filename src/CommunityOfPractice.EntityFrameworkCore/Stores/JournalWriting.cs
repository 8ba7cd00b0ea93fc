using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Puts what an append changes into a context: one save then writes it all, and fails when a journal has moved on.</summary>
internal static class JournalWriting
{
    /// <returns>Whether the versions are the expected ones as far as was seen; the save has the last word.</returns>
    public static async Task<bool> PrepareAsync(DbContext context, ValueList<JournalBatch> batches, CancellationToken cancellationToken)
    {
        // a head that is to be new may have been left by a claim
        string[] fresh = [.. batches.Where(b => b.ExpectedVersion == 0).Select(b => b.Community.Text)];
        Dictionary<string, long> known = fresh.Length == 0 ? [] : await context.Set<JournalHeadRow>().AsNoTracking().Where(h => fresh.Contains(h.Community))
            .ToDictionaryAsync(h => h.Community, h => h.Version, cancellationToken).ConfigureAwait(false);
        foreach (JournalBatch batch in batches.OrderBy(b => b.Community))
        {
            bool exists = known.TryGetValue(batch.Community.Text, out long version) || batch.ExpectedVersion > 0;
            if (exists && batch.ExpectedVersion == 0 && version > 0)
            {
                return false;
            }

            Claim(context, batch, exists);
            context.AddRange(batch.Entries.Select(Rows.Of));
            if (batch.Directory is { } update)
            {
                await DirectoryWriting.PrepareAsync(context, update, cancellationToken).ConfigureAwait(false);
            }
        }

        return true;
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

        return true;
    }

    /// <summary>The head goes from the expected version to the new one, also when they are the same: then nobody else may move it in between.</summary>
    private static void Claim(DbContext context, JournalBatch batch, bool exists)
    {
        JournalHeadRow head = new() { Community = batch.Community.Text, Version = batch.ExpectedVersion };
        if (!exists)
        {
            head.Version += batch.Entries.Count;
            context.Add(head);
            return;
        }

        var entry = context.Attach(head);
        head.Version += batch.Entries.Count;
        entry.Property(h => h.Version).IsModified = true;
    }
}
