using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Whether redacted entries are what the erasure of one person leaves of the stored ones: nothing else is changed under its name.</summary>
internal static class RedactionCheck
{
    public static void Require(IEnumerable<JournalEntry> stored, JournalBatch erasure, ValueList<JournalEntry> redacted)
    {
        PersonId tombstone = erasure.Entries.Select(e => e.Change.Fact).OfType<MemberErased>().Single().Person;
        Dictionary<long, JournalEntry> replacing = redacted.ToDictionary(e => e.Version);
        List<JournalEntry> kept = [];
        PersonId? person = null;
        foreach (JournalEntry entry in stored)
        {
            if (PersonalEntry.Names(entry.Change, tombstone))
            {
                throw new ArgumentException($"The tombstone '{tombstone}' stands for somebody in entry {entry.Version} already.", nameof(erasure));
            }

            if (!replacing.Remove(entry.Version, out JournalEntry? after))
            {
                kept.Add(entry);
                continue;
            }

            person ??= Renamed(entry, after, tombstone);
            if (person is not { } erased || !IsErased(entry, after, erased, tombstone))
            {
                throw new ArgumentException($"Entry {entry.Version} differs from the stored one in more than what the erasure of one person takes out.", nameof(redacted));
            }
        }

        if (replacing.Count > 0)
        {
            throw new ArgumentException($"Entry {replacing.Keys.Min()} is not in the journal.", nameof(redacted));
        }

        if (kept.Concat(erasure.Entries).FirstOrDefault(e => PersonalEntry.Names(e.Change, person!.Value)) is { } naming)
        {
            throw new ArgumentException($"Entry {naming.Version} still names the person who is erased.", nameof(redacted));
        }
    }

    /// <summary>Who became the tombstone; null when the entry is not what is left of anybody's erasure.</summary>
    private static PersonId? Renamed(JournalEntry before, JournalEntry after, PersonId tombstone)
    {
        HashSet<PersonId> ids = [];
        PersonalEntry.Visit(before.Change, id => ids.Add(id));
        return ids.Where(id => IsErased(before, after, id, tombstone)).Select(id => (PersonId?)id).FirstOrDefault();
    }

    private static bool IsErased(JournalEntry before, JournalEntry after, PersonId person, PersonId tombstone) =>
        PersonalEntry.Names(before.Change, person)
        && after == before with
        {
            Change = PersonalEntry.Redact(before.Change, person, tombstone),
            Seal = before.Seal with { Salt = null, RedactionSalt = after.Seal.RedactionSalt },
        };
}
