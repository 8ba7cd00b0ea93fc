using System.Buffers;
using System.Text;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Records;

/// <summary>Everything that a journal holds about one person, for that person.</summary>
/// <remarks>
/// Generated from the types of ids and from the marks (<see cref="Vocabulary.PersonalDataAttribute"/>), so that nothing has to be listed
/// twice. Other people are not named. Texts are there when the person acted or is whom the fact concerns; where the person is only
/// named by others, as somebody's sponsor for instance, texts are left out.
/// </remarks>
public static class PersonalExport
{
    /// <summary>What stands in place of another person's id.</summary>
    public const string SomebodyElse = "(another person)";

    /// <summary>Exports what a journal holds about a person.</summary>
    /// <param name="entries">The whole journal of one community, in its order.</param>
    /// <param name="person">The person.</param>
    /// <returns>
    /// A JSON object, indented: <c>schema</c>, <c>person</c>, <c>community</c>, <c>membership</c> (as it stands; null without one) and
    /// <c>entries</c>, each with version, type, times, actor, cause and fact. Community and membership are null without entries.
    /// </returns>
    /// <exception cref="ArgumentException">The person has the default value, or the entries are of several communities or not in order.</exception>
    public static string Of(IEnumerable<JournalEntry> entries, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (person == default)
        {
            throw new ArgumentException("A person is asked for.", nameof(person));
        }

        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            Write(writer, [.. entries], person);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    internal static void Write(Utf8JsonWriter writer, JournalEntry[] entries, PersonId person)
    {
        CommunityRecord? record = entries.Length == 0 ? null : CommunityRecord.Replay(entries[0].Community, entries);
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, FactJson.Schema);
        writer.WriteString("person"u8, person.Text);
        writer.WriteString("community"u8, record?.Id.Text);
        writer.WritePropertyName("membership"u8);
        if (record?.Members.All.FirstOrDefault(m => m.Person == person) is { } membership)
        {
            FactTypes.Membership.Write(writer, membership, PersonalLens.Exporting(person, SomebodyElse, texts: true));
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteStartArray("entries"u8);
        foreach (JournalEntry entry in entries.Where(e => PersonalEntry.Names(e.Change, person)))
        {
            Write(writer, entry, person);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JournalEntry entry, PersonId person)
    {
        Change change = entry.Change;
        FactType type = FactTypes.Of(change.Fact);
        bool own = change.By.Is(person) || (change.Fact is MembershipFact fact && fact.Person == person);
        PersonalLens lens = PersonalLens.Exporting(person, SomebodyElse, own);
        writer.WriteStartObject();
        writer.WriteNumber("version"u8, entry.Version);
        writer.WriteString("type"u8, type.Name);
        writer.WriteString("occurredAt"u8, change.OccurredAt);
        writer.WriteString("recordedAt"u8, entry.RecordedAt);
        writer.WriteString("by"u8, change.By.Person is { } actor && actor != person ? SomebodyElse : change.By.ToString());
        writer.WritePropertyName("cause"u8);
        FactTypes.Cause.Write(writer, change.Because, lens);
        writer.WritePropertyName("fact"u8);
        type.Shape.Write(writer, change.Fact, lens);
        writer.WriteEndObject();
    }
}
