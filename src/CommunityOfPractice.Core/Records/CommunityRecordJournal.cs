using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <content>How a record comes from its journal or from a snapshot.</content>
public sealed partial class CommunityRecord
{
    private readonly HandledCommands handled = new();

    /// <summary>Gets the hash of the latest entry.</summary>
    /// <value>Null when there is none, or when the latest change was applied without being recorded.</value>
    public string? Head { get; private set; }

    /// <summary>Folds a journal.</summary>
    /// <param name="community">The community.</param>
    /// <param name="entries">Its journal from the first entry on.</param>
    /// <returns>The record as of the last entry.</returns>
    /// <exception cref="ArgumentException">The entries are of another community, or not in order.</exception>
    public static CommunityRecord Replay(CommunityId community, IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        CommunityRecord record = new(community);
        foreach (JournalEntry entry in entries)
        {
            record.Apply(entry);
        }

        return record;
    }

    /// <summary>Folds what had occurred before an instant: the community as it was then, by what is known now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="entries">Its journal from the first entry on.</param>
    /// <param name="instant">The first instant left out.</param>
    /// <returns>The record of the facts that occurred before the instant; nothing after the first other one is read.</returns>
    /// <exception cref="ArgumentException">The entries are of another community, or not in order.</exception>
    public static CommunityRecord AsOf(CommunityId community, IEnumerable<JournalEntry> entries, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Replay(community, entries.TakeWhile(e => e.Change.OccurredAt < instant));
    }

    /// <summary>Makes a record from a snapshot; the entries after its version are then applied.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>A record equal to the one that the snapshot was taken of.</returns>
    /// <exception cref="ArgumentException">The snapshot has another schema, names a person twice or is otherwise not one that a record gave.</exception>
    public static CommunityRecord Restore(CommunitySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Schema != CommunitySnapshot.CurrentSchema)
        {
            throw new ArgumentException($"The snapshot has schema {snapshot.Schema}, not {CommunitySnapshot.CurrentSchema}: replay the journal.", nameof(snapshot));
        }

        if (snapshot.Version < 0 || snapshot.Handled.Count > HandledCommands.Capacity)
        {
            throw new ArgumentException("No record gives such a snapshot.", nameof(snapshot));
        }

        CommunityRecord record = new(snapshot.Community.Id) { Community = snapshot.Community, Version = snapshot.Version, Head = snapshot.Head, LatestAt = snapshot.LatestAt, Practice = Practice.Of(snapshot.Practice) };
        HashSet<People.PersonId> seen = [];
        foreach (Membership membership in snapshot.Members)
        {
            if (!seen.Add(membership.Person))
            {
                throw new ArgumentException($"The snapshot names '{membership.Person}' twice.", nameof(snapshot));
            }

            record.Members.Put(before: null, membership);
        }

        foreach (HandledCommand command in snapshot.Handled)
        {
            record.handled.Put(command);
        }

        return record;
    }

    /// <summary>Folds one more entry of the journal in.</summary>
    /// <param name="entry">The entry that follows on the latest one.</param>
    /// <exception cref="ArgumentException">The entry is of another community, has not the next version, or occurred before the latest one.</exception>
    public void Apply(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Community != Id || entry.Version != Version + 1)
        {
            throw new ArgumentException($"Entry {Version + 1} of '{Id}' is next, not {entry.Version} of '{entry.Community}'.", nameof(entry));
        }

        if (entry.Change.OccurredAt < LatestAt)
        {
            throw new ArgumentException($"Entry {entry.Version} occurred before the one before it.", nameof(entry));
        }

        Apply(entry.Change);
        Head = entry.Seal.Hash;
    }

    /// <summary>Returns which entries came of a command: not empty means that it was carried out and is not to be decided again.</summary>
    /// <param name="commandId">The id that the host gave the command.</param>
    /// <returns>
    /// The versions, ascending; empty for a command that was never carried out, that came to no fact, or that is older than the latest
    /// 10,000 commands with an id. An id that comes again after other entries keeps its first meaning.
    /// </returns>
    public ValueList<long> VersionsOf(string commandId)
    {
        ArgumentNullException.ThrowIfNull(commandId);
        return handled.Find(commandId) is not { } command ? [] : LongRange(command.First, command.Last).ToValueList();
    }

    /// <summary>Takes a snapshot.</summary>
    /// <returns>Everything that the record holds; costs O(n log n) in the number of people.</returns>
    public CommunitySnapshot ToSnapshot() => new(
        CommunitySnapshot.CurrentSchema,
        Community,
        Members.All.OrderBy(m => m.Person).ToValueList(),
        Practice.ToState(),
        Version,
        Head,
        LatestAt,
        handled.InOrder.ToValueList());

    /// <summary>Notes what the changes of one command will change.</summary>
    internal RecordMark Mark(IReadOnlyCollection<Change> changes) => new(
        Community,
        Practice,
        Version,
        Head,
        LatestAt,
        handled.Mark(changes.Select(c => c.Because.CommandId).FirstOrDefault()),
        [.. changes.SelectMany(RecordMark.Touched).Distinct().Select(p => (p, Members.Knows(p) ? Members[p] : null))]);

    /// <summary>Takes back the changes that were applied since the mark, and no others.</summary>
    internal void Undo(RecordMark mark)
    {
        (Community, Practice, Version, Head, LatestAt) = (mark.Community, mark.Practice, mark.Version, mark.Head, mark.LatestAt);
        Members.Undo(mark.Members);
        handled.Undo(mark.Handled);
    }

    private static IEnumerable<long> LongRange(long first, long last)
    {
        for (long i = first; i <= last; i++)
        {
            yield return i;
        }
    }
}
