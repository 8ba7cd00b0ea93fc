using System.Buffers;
using System.Text.Json;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Writes the document that a person gets about themselves; nobody else is named in it.</summary>
internal static class PersonalDataJson
{
    private const int Schema = 1;

    public static ReadOnlyMemory<byte> Write(PersonId person, DateTimeOffset at, Person? known, IEnumerable<JournalEntry[]> journals, IEnumerable<Activity> activities)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema"u8, Schema);
            writer.WriteString("person"u8, person.Text);
            writer.WriteString("exportedAt"u8, at);
            Write(writer, known);
            writer.WriteStartArray("communities"u8);
            foreach (JournalEntry[] journal in journals)
            {
                PersonalExport.Write(writer, journal, person);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("activities"u8);
            foreach (Activity activity in activities)
            {
                Write(writer, activity, person);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, Person? known)
    {
        if (known is null)
        {
            writer.WriteNull("directory"u8);
            return;
        }

        writer.WriteStartArray("directory"u8);
        foreach (PersonAttributes attributes in known.History)
        {
            writer.WriteStartObject();
            Write(writer, "from", attributes.From);
            Write(writer, "until", attributes.Until);
            writer.WriteString("department"u8, attributes.Department);
            writer.WriteString("location"u8, attributes.Location);
            writer.WriteString("timeZone"u8, attributes.TimeZone);
            writer.WriteStartArray("languages"u8);
            foreach (string language in attributes.Languages)
            {
                writer.WriteStringValue(language);
            }

            writer.WriteEndArray();
            writer.WriteString("manager"u8, attributes.Manager is null ? null : PersonalExport.SomebodyElse);
            writer.WriteString("seniority"u8, attributes.Seniority);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Activity activity, PersonId person)
    {
        writer.WriteStartObject();
        writer.WriteString("community"u8, activity.Community.Text);
        writer.WriteString("id"u8, activity.Id?.Text);
        writer.WriteString("at"u8, activity.At);
        writer.WriteString("act"u8, activity.Act.Name());
        writer.WriteString("person"u8, Shown(activity.Person, person));
        writer.WriteStartArray("to"u8);
        foreach (PersonId to in activity.To)
        {
            writer.WriteStringValue(Shown(to, person));
        }

        writer.WriteEndArray();
        writer.WriteString("inReplyTo"u8, activity.InReplyTo?.Text);
        writer.WriteString("thread"u8, activity.Thread?.Text);
        writer.WriteString("accepted"u8, activity.Accepted?.Text);
        writer.WriteStartArray("topics"u8);
        foreach (Domains.TopicId topic in activity.Topics)
        {
            writer.WriteStringValue(topic.Text);
        }

        writer.WriteEndArray();
        writer.WriteString("formality"u8, activity.Formality.ToString());
        writer.WriteString("actor"u8, activity.Actor.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, DateTimeOffset? at)
    {
        if (at is { } instant)
        {
            writer.WriteString(name, instant);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Shown(PersonId id, PersonId person) => id == person ? id.Text : PersonalExport.SomebodyElse;
}
