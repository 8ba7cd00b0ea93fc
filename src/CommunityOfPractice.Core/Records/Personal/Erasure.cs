using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What it takes to erase a person from a journal: the entries that take the place of others, and the fact that says so.</summary>
/// <remarks>
/// Immutable and compared by value. The person's id becomes the tombstone wherever it stands; everything marked
/// <see cref="PersonalDataAttribute"/> becomes empty in every entry that names the person, whoever wrote it. Hashes stay, so the chain
/// still verifies; counts and who had to do with whom stay, under the tombstone. What cannot be known: a name that somebody else wrote
/// into a text of an entry that does not name the person by id, or that the host put into an id of a command, of a rule or of itself.
/// </remarks>
/// <param name="Redacted">The entries that change, by version; empty when no entry names the person.</param>
/// <param name="Fact">The fact to append; null when no entry names the person.</param>
public sealed record Erasure([property: JsonConverter(typeof(ValueListJsonConverter<JournalEntry>))] ValueList<JournalEntry> Redacted, MemberErased? Fact)
{
    /// <summary>Works out the erasure of a person from the journal of one community.</summary>
    /// <param name="entries">The whole journal, in its order.</param>
    /// <param name="person">The person.</param>
    /// <param name="tombstone">What stands in the person's place: an id that is random and belongs to nobody.</param>
    /// <param name="salts">Where new salts come from; one for each entry that changes is taken.</param>
    /// <returns>
    /// The erasure. The batch that appends its fact names no erased person as its actor: seal it with the tombstone or the host.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// An id has the default value, the tombstone is the person, or it stands for somebody else in this journal.
    /// </exception>
    public static Erasure Of(IEnumerable<JournalEntry> entries, PersonId person, PersonId tombstone, ISaltSource salts)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(salts);
        if (person == default || tombstone == default || tombstone == person)
        {
            throw new ArgumentException("A person and a tombstone are two ids, and neither is the default value.", nameof(tombstone));
        }

        List<JournalEntry> redacted = [];
        bool taken = false;
        foreach (JournalEntry entry in entries)
        {
            bool named = false;
            PersonalEntry.Visit(entry.Change, id =>
            {
                named |= id == person;
                taken |= id == tombstone;
            });
            if (named)
            {
                redacted.Add(entry with
                {
                    Change = PersonalEntry.Redact(entry.Change, person, tombstone),
                    Seal = entry.Seal with { Salt = null, RedactionSalt = salts.Next() },
                });
            }
        }

        if (redacted.Count == 0)
        {
            return new([], Fact: null);
        }

        return taken
            ? throw new ArgumentException("The tombstone stands for somebody else in this journal.", nameof(tombstone))
            : new(redacted.ToValueList(), new MemberErased(tombstone, redacted.Select(e => new Redaction(e.Version, Sealing.Digest(e.Change, e.Seal.RedactionSalt!))).ToValueList()));
    }
}
