using System.Security.Cryptography;
using System.Text;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Makes entries of changes: gives them their place in the journal, and ties each to all before it.</summary>
/// <remarks>
/// <para>The digest is SHA-256 of <c>salt LF personal</c>, the hash is SHA-256 of <c>previous LF public LF digest</c>, all in UTF-8.</para>
/// <para>Personal is every value of the type <see cref="PersonId"/> anywhere in actor, cause and fact, and every property marked
/// <see cref="PersonalDataAttribute"/>. <c>personal</c> and <c>public</c> are canonical JSON: properties by name (ordinal), no white space,
/// no nulls and empty lists; in <c>public</c> a person is <c>#</c> and what is marked is left out.</para>
/// <para>The chain shows that an entry was changed, removed, moved or put in between. It does not show that the last entries were cut off
/// or that everything was sealed anew: keep the latest hash elsewhere for that.</para>
/// </remarks>
public static class Sealing
{
    /// <summary>Makes an entry of a change.</summary>
    /// <param name="community">The community.</param>
    /// <param name="version">The place in its journal, from 1.</param>
    /// <param name="previousHash">The hash of the entry before; null for the first one.</param>
    /// <param name="recordedAt">When it is recorded; not before it occurred.</param>
    /// <param name="change">The change.</param>
    /// <param name="salt">A salt of its own: 1 to 200 characters without control characters.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentException">
    /// An id has the default value, the version is less than 1, only one of first version and missing hash is given, it is recorded
    /// before it occurred, or the salt is no legal one.
    /// </exception>
    public static JournalEntry Seal(CommunityId community, long version, string? previousHash, DateTimeOffset recordedAt, Change change, string salt)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Check(community, version, previousHash, recordedAt, change);
        CheckSalt(salt);
        string digest = Digest(change, salt);
        DateTimeOffset recorded = recordedAt.ToUniversalTime();
        return new(community, version, recorded, change, new(Hash(community, version, previousHash, recorded, change, digest), digest, salt));
    }

    /// <summary>Makes the batch that appends what was decided on a record.</summary>
    /// <param name="record">The record as of the latest entry of the journal; the changes are not applied to it yet.</param>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="recordedAt">When they are recorded; not before they occurred.</param>
    /// <param name="salts">Where salts come from; one for each change is taken.</param>
    /// <returns>The batch; it expects the version of the record.</returns>
    /// <exception cref="ArgumentException">The record holds changes that were not recorded, or see <see cref="Seal"/>.</exception>
    public static JournalBatch Batch(CommunityRecord record, ValueList<Change> changes, DateTimeOffset recordedAt, ISaltSource salts)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(salts);
        if (record.Version > 0 && record.Head is null)
        {
            throw new ArgumentException("The record holds changes that were not recorded.", nameof(record));
        }

        JournalEntry[] entries = new JournalEntry[changes.Count];
        string? head = record.Head;
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = Seal(record.Id, record.Version + 1 + i, head, recordedAt, changes[i], salts.Next());
            head = entries[i].Seal.Hash;
        }

        return new(record.Id, record.Version, ValueList.Create<JournalEntry>(entries));
    }

    internal static string Digest(Change change, string salt) => Sha256(Encoding.UTF8.GetBytes(salt), PersonalEntry.Personal(change).Span);

    internal static string Hash(CommunityId community, long version, string? previous, DateTimeOffset recordedAt, Change change, string digest) =>
        Sha256(Encoding.UTF8.GetBytes(previous ?? string.Empty), PersonalEntry.Public(community, version, recordedAt, change).Span, Encoding.UTF8.GetBytes(digest));

    internal static void CheckSalt(string salt)
    {
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Length is 0 or > 200 || salt.Any(char.IsControl))
        {
            throw new ArgumentException("A salt has 1 to 200 characters, none of them a control character.", nameof(salt));
        }
    }

    private static string Sha256(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third = default)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(first);
        hash.AppendData("\n"u8);
        hash.AppendData(second);
        if (!third.IsEmpty)
        {
            hash.AppendData("\n"u8);
            hash.AppendData(third);
        }

        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static void Check(CommunityId community, long version, string? previousHash, DateTimeOffset recordedAt, Change change)
    {
        bool anonymous = community == default || change.By == default;
        PersonalEntry.Visit(change, person => anonymous |= person == default);
        if (anonymous)
        {
            throw new ArgumentException("An id has the default value, which names nothing.", nameof(change));
        }

        if ((version == 1) != (previousHash is null))
        {
            throw new ArgumentException("The first entry has no hash before it, every other one has.", nameof(previousHash));
        }

        if (recordedAt < change.OccurredAt)
        {
            throw new ArgumentException("Nothing is recorded before it occurred.", nameof(recordedAt));
        }
    }
}
