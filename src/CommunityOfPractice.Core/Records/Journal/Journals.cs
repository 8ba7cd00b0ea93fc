using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Checks journals, and what is put to a journal.</summary>
public static class Journals
{
    /// <summary>Checks that a journal is as it was recorded.</summary>
    /// <param name="entries">The whole journal of one community, in its order.</param>
    /// <returns>Every finding, by position; empty when nothing was changed, removed, moved, put in between or redacted unseen.</returns>
    /// <remarks>
    /// Costs O(n). Each entry is checked against the stored hash of the one before, so one change gives findings where it was made and
    /// no avalanche. What cannot be seen: see <see cref="Sealing"/>.
    /// </remarks>
    public static ValueList<JournalFinding> Verify(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        JournalEntry[] all = [.. entries];
        Dictionary<long, string> left = Redactions(all);
        List<JournalFinding> findings = [];
        JournalEntry? before = null;
        foreach (JournalEntry entry in all)
        {
            CheckPlace(entry, before, findings);
            CheckTime(entry, before, findings);
            CheckHash(entry, before, findings);
            CheckDigest(entry, left, findings);
            before = entry;
        }

        return findings.ToValueList();
    }

    /// <summary>Throws when batches are not fit to be appended: what every journal checks before anything else.</summary>
    /// <param name="batches">The batches.</param>
    /// <exception cref="ArgumentException">
    /// Two batches are of one community, an expected version is negative, or the entries of a batch are of another community or not
    /// numbered from its expected version on.
    /// </exception>
    public static void Check(ValueList<JournalBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        HashSet<CommunityId> seen = [];
        foreach (JournalBatch batch in batches)
        {
            ArgumentNullException.ThrowIfNull(batch, nameof(batches));
            if (batch.Community == default || batch.ExpectedVersion < 0)
            {
                throw new ArgumentException("A batch names a community, and a version of 0 or more.", nameof(batches));
            }

            if (!seen.Add(batch.Community))
            {
                throw new ArgumentException($"Two batches are of '{batch.Community}'.", nameof(batches));
            }

            for (int i = 0; i < batch.Entries.Count; i++)
            {
                if (batch.Entries[i].Community != batch.Community || batch.Entries[i].Version != batch.ExpectedVersion + 1 + i)
                {
                    throw new ArgumentException($"The entries of '{batch.Community}' are numbered from {batch.ExpectedVersion + 1} on; entry {i} is {batch.Entries[i].Version} of '{batch.Entries[i].Community}'.", nameof(batches));
                }
            }
        }
    }

    /// <summary>Throws when an erasure is not fit to be carried out, as far as it tells itself; comes after <see cref="Check(ValueList{JournalBatch})"/>.</summary>
    /// <param name="erasure">The batch with the fact of the erasure.</param>
    /// <param name="redacted">The entries that take the place of those with the same version.</param>
    /// <exception cref="ArgumentException">
    /// A redacted entry is of another community, is not yet in the journal, is given twice, or is not named by the one <see cref="MemberErased"/>
    /// of the batch together with the digest of what is left in it; or an entry that the fact names is not given.
    /// </exception>
    /// <remarks>The stored entries are not looked at: <see cref="Check(IEnumerable{JournalEntry}, JournalBatch, ValueList{JournalEntry})"/> does that.</remarks>
    public static void Check(JournalBatch erasure, ValueList<JournalEntry> redacted)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        ArgumentNullException.ThrowIfNull(redacted);
        Check([erasure]);
        if (redacted.Count > 0 && erasure.Entries.Count(e => e.Change.Fact is MemberErased) != 1)
        {
            throw new ArgumentException("One fact of the batch says whose data were taken out.", nameof(erasure));
        }

        Dictionary<long, string> left = Redactions(erasure.Entries);
        HashSet<long> seen = [];
        foreach (JournalEntry entry in redacted)
        {
            bool fits = entry.Community == erasure.Community && entry.Version >= 1 && entry.Version <= erasure.ExpectedVersion && seen.Add(entry.Version)
                && left.TryGetValue(entry.Version, out string? digest) && entry.Seal is { Salt: null, RedactionSalt: { } salt } && digest == Sealing.Digest(entry.Change, salt);
            if (!fits)
            {
                throw new ArgumentException($"Entry {entry.Version} of '{entry.Community}' is not redacted by the facts of the batch.", nameof(redacted));
            }
        }

        if (left.Keys.Where(v => !seen.Contains(v)).Order().Cast<long?>().FirstOrDefault() is { } missing)
        {
            throw new ArgumentException($"The erasure names entry {missing}, which is not given.", nameof(redacted));
        }
    }

    /// <summary>Throws when an erasure is not fit to be carried out on a journal: what a store checks in the transaction that carries it out.</summary>
    /// <param name="stored">The whole journal as it is stored, in its order, at the version that the batch expects.</param>
    /// <param name="erasure">The batch with the fact of the erasure.</param>
    /// <param name="redacted">The entries that take the place of those with the same version.</param>
    /// <exception cref="ArgumentException">
    /// Whatever <see cref="Check(JournalBatch, ValueList{JournalEntry})"/> finds; a redacted entry differs from the stored one in more than one
    /// person's id, the same in all of them, that became the tombstone of the fact, and in what is marked as personal, which became empty; hash or digest of
    /// an entry changed; the tombstone stood for somebody before; or the person is named anywhere in what would be stored.
    /// </exception>
    /// <remarks>Costs O(n) in the journal. A name inside a text is not found: what is marked is emptied in entries that name the person.</remarks>
    public static void Check(IEnumerable<JournalEntry> stored, JournalBatch erasure, ValueList<JournalEntry> redacted)
    {
        ArgumentNullException.ThrowIfNull(stored);
        Check(erasure, redacted);
        if (redacted.Count > 0)
        {
            RedactionCheck.Require(stored, erasure, redacted);
        }
    }

    /// <summary>The digest of what is left, by version; the latest erasure counts.</summary>
    private static Dictionary<long, string> Redactions(IEnumerable<JournalEntry> entries)
    {
        Dictionary<long, string> left = [];
        foreach (JournalEntry entry in entries)
        {
            foreach (Redaction redaction in entry.Change.Fact is MemberErased erased ? erased.Redactions : [])
            {
                if (redaction.Version < entry.Version)
                {
                    left[redaction.Version] = redaction.Digest;
                }
            }
        }

        return left;
    }

    private static void CheckPlace(JournalEntry entry, JournalEntry? before, List<JournalFinding> findings)
    {
        long expected = (before?.Version ?? 0) + 1;
        if (entry.Version != expected)
        {
            findings.Add(new(entry.Version, "journal.gap", $"Entry {expected} is expected here, not {entry.Version}."));
        }

        if (before is not null && entry.Community != before.Community)
        {
            findings.Add(new(entry.Version, "journal.community", $"The entry is of '{entry.Community}', the one before it of '{before.Community}'."));
        }
    }

    private static void CheckTime(JournalEntry entry, JournalEntry? before, List<JournalFinding> findings)
    {
        if (entry.RecordedAt < entry.Change.OccurredAt)
        {
            findings.Add(new(entry.Version, "journal.time", "It was recorded before it occurred."));
        }

        if (entry.Change.OccurredAt < before?.Change.OccurredAt)
        {
            findings.Add(new(entry.Version, "journal.time", "It occurred before the entry before it."));
        }

        if (entry.RecordedAt < before?.RecordedAt)
        {
            findings.Add(new(entry.Version, "journal.time", "It was recorded before the entry before it."));
        }
    }

    private static void CheckHash(JournalEntry entry, JournalEntry? before, List<JournalFinding> findings)
    {
        if (entry.Seal.Hash != Sealing.Hash(entry.Community, entry.Version, before?.Seal.Hash, entry.RecordedAt, entry.Change, entry.Seal.PersonalDigest))
        {
            findings.Add(new(entry.Version, "journal.hash", "The hash is not that of the entry and the one before it."));
        }
    }

    private static void CheckDigest(JournalEntry entry, Dictionary<long, string> left, List<JournalFinding> findings)
    {
        bool covered = left.TryGetValue(entry.Version, out string? digest);
        switch (entry.Seal)
        {
            case { Salt: { } salt, RedactionSalt: null } when !covered:
                if (Sealing.Digest(entry.Change, salt) != entry.Seal.PersonalDigest)
                {
                    findings.Add(new(entry.Version, "journal.digest", "What is personal in the entry is not what was recorded."));
                }

                break;
            case { Salt: null, RedactionSalt: { } salt } when covered:
                if (Sealing.Digest(entry.Change, salt) != digest)
                {
                    findings.Add(new(entry.Version, "journal.digest", "What is left in the redacted entry is not what the erasure left."));
                }

                break;
            default:
                findings.Add(new(entry.Version, "journal.redaction", covered ? "An erasure names the entry, and nothing was taken out." : "Personal data were taken out, and no later fact says so."));
                break;
        }
    }
}
