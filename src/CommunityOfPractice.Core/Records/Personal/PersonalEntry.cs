using System.Buffers;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Records;

/// <summary>The three places of an entry where personal data can stand, together: actor, cause and fact.</summary>
internal static class PersonalEntry
{
    /// <summary>Names every person in the change.</summary>
    public static void Visit(Change change, Action<PersonId> seen)
    {
        if (change.By.Person is { } actor)
        {
            seen(actor);
        }

        FactTypes.Cause.Visit(change.Because, seen);
        FactTypes.Of(change.Fact).Shape.Visit(change.Fact, seen);
    }

    public static bool Names(Change change, PersonId person)
    {
        bool named = false;
        Visit(change, id => named |= id == person);
        return named;
    }

    /// <summary>The change with one person under another id, and everything blank that is marked.</summary>
    public static Change Redact(Change change, PersonId person, PersonId tombstone)
    {
        PersonalLens lens = PersonalLens.Renaming(person, tombstone);
        FactType type = FactTypes.Of(change.Fact);
        return new(
            change.OccurredAt,
            change.By.Is(person) ? Actor.Of(tombstone) : change.By,
            (Cause)Rebuilt(FactTypes.Cause, FactTypes.Context.Cause, change.Because),
            (Fact)Rebuilt(type.Shape, type.Json, change.Fact));

        object Rebuilt(PersonalShape shape, System.Text.Json.Serialization.Metadata.JsonTypeInfo json, object value) =>
            JsonSerializer.Deserialize(Bytes(writer => shape.Write(writer, value, lens)).Span, json)!;
    }

    /// <summary>The canonical bytes of what is personal.</summary>
    public static ReadOnlyMemory<byte> Personal(Change change) => Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("by"u8, change.By.ToString());
        writer.WritePropertyName("cause"u8);
        FactTypes.Cause.Write(writer, change.Because, PersonalLens.Personal);
        writer.WritePropertyName("fact"u8);
        FactTypes.Of(change.Fact).Shape.Write(writer, change.Fact, PersonalLens.Personal);
        writer.WriteEndObject();
    });

    /// <summary>The canonical bytes of everything that is not personal.</summary>
    public static ReadOnlyMemory<byte> Public(CommunityId community, long version, DateTimeOffset recordedAt, Change change)
    {
        FactType type = FactTypes.Of(change.Fact);
        return Bytes(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("by"u8, change.By.Person is null ? change.By.ToString() : "person:#");
            writer.WritePropertyName("cause"u8);
            FactTypes.Cause.Write(writer, change.Because, PersonalLens.Public);
            writer.WriteString("community"u8, community.Text);
            writer.WritePropertyName("fact"u8);
            type.Shape.Write(writer, change.Fact, PersonalLens.Public);
            writer.WriteString("occurredAt"u8, change.OccurredAt);
            writer.WriteString("recordedAt"u8, recordedAt);
            writer.WriteString("type"u8, type.Name);
            writer.WriteNumber("version"u8, version);
            writer.WriteEndObject();
        });
    }

    private static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new(512);
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            write(writer);
        }

        return bytes.WrittenMemory;
    }
}
