using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Reads and writes journal entries as JSON, one line an entry, without reflection; also names types of facts.</summary>
/// <remarks>
/// <para>Members in this order: <c>schema</c>, <c>community</c>, <c>version</c>, <c>type</c>, <c>occurredAt</c>, <c>recordedAt</c>,
/// <c>by</c>, <c>cause</c> (left out when unstated), <c>fact</c>, <c>seal</c>. The same entry is always written as the same bytes, and
/// read back equal. Names are in camel case, enumerations are words, instants are ISO 8601 in UTC; everything beyond ASCII is escaped.</para>
/// <para>Reading is strict: an unknown type, a newer schema, an unknown, missing or repeated member is a <see cref="JsonException"/> that
/// names it. Older schemas are lifted to the present one while reading.</para>
/// </remarks>
/// <example><code>
/// string line = FactJson.Write(entry);
/// JournalEntry back = FactJson.Read(line);   // back == entry
/// </code></example>
public static class FactJson
{
    /// <summary>The version of the shape that is written.</summary>
    public const int Schema = 1;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>What lifts an entry from schema n (counted from 1) to n + 1; one line for each schema that is past.</summary>
    private static readonly Func<JsonObject, JsonObject>[] Upcasters = [];

    /// <summary>Returns the stable name of a fact's type.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>A dotted, lower-case name such as <c>member.joined</c>.</returns>
    public static string NameOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return FactTypes.Of(fact).Name;
    }

    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>One line of JSON, without a line break.</returns>
    public static string Write(JournalEntry entry)
    {
        ArrayBufferWriter<byte> bytes = new(512);
        Write(bytes, entry);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes an entry as UTF-8.</summary>
    /// <param name="output">Takes one line of JSON, without a line break.</param>
    /// <param name="entry">The entry.</param>
    public static void Write(IBufferWriter<byte> output, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(entry);
        using Utf8JsonWriter writer = new(output);
        Write(writer, entry);
    }

    internal static void Write(Utf8JsonWriter writer, JournalEntry entry)
    {
        FactType type = FactTypes.Of(entry.Change.Fact);
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, Schema);
        writer.WriteString("community"u8, entry.Community.Text);
        writer.WriteNumber("version"u8, entry.Version);
        writer.WriteString("type"u8, type.Name);
        writer.WriteString("occurredAt"u8, entry.Change.OccurredAt);
        writer.WriteString("recordedAt"u8, entry.RecordedAt);
        writer.WriteString("by"u8, entry.Change.By.ToString());
        if (entry.Change.Because != Cause.Unstated)
        {
            writer.WritePropertyName("cause"u8);
            JsonSerializer.Serialize(writer, entry.Change.Because, FactTypes.Context.Cause);
        }

        writer.WritePropertyName("fact"u8);
        JsonSerializer.Serialize(writer, entry.Change.Fact, type.Json);
        writer.WritePropertyName("seal"u8);
        JsonSerializer.Serialize(writer, entry.Seal, FactTypes.Context.EntrySeal);
        writer.WriteEndObject();
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="line">One line of JSON.</param>
    /// <returns>The entry; its seal is not checked, see <see cref="Journals.Verify"/>.</returns>
    /// <exception cref="JsonException">It is no entry that this version of the library can read.</exception>
    public static JournalEntry Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Read(Encoding.UTF8.GetBytes(line));
    }

    /// <summary>Reads an entry from UTF-8.</summary>
    /// <param name="line">One line of JSON.</param>
    /// <returns>The entry; its seal is not checked, see <see cref="Journals.Verify"/>.</returns>
    /// <exception cref="JsonException">It is no entry that this version of the library can read.</exception>
    public static JournalEntry Read(ReadOnlyMemory<byte> line) => Read(line, Schema, Upcasters);

    /// <summary>As <see cref="Read(ReadOnlyMemory{byte})"/>, for a given present schema and what leads up to it.</summary>
    internal static JournalEntry Read(ReadOnlyMemory<byte> line, int present, IReadOnlyList<Func<JsonObject, JsonObject>> upcasters)
    {
        using JsonDocument document = JsonDocument.Parse(line, Strict);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An entry is a JSON object.");
        }

        int schema = root.TryGetProperty("schema"u8, out JsonElement stated) && stated.ValueKind == JsonValueKind.Number && stated.TryGetInt32(out int number)
            ? number
            : throw new JsonException("The member 'schema' is missing or no number.");
        if (schema < 1 || schema > present)
        {
            throw new JsonException($"The entry has schema {schema}; this version of the library reads 1 to {present}.");
        }

        if (schema == present)
        {
            return Read(root);
        }

        JsonObject lifted = JsonObject.Create(root)!;
        for (int from = schema; from < present; from++)
        {
            lifted = upcasters[from - 1](lifted);
        }

        using JsonDocument current = JsonDocument.Parse(lifted.ToJsonString(), Strict);
        return Read(current.RootElement);
    }

    /// <summary>Reads a fact that stands for itself, as <see cref="FactJsonConverter"/> writes it.</summary>
    internal static Fact ReadFact(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A fact is a JSON object with the members 'type' and 'fact'.");
        }

        try
        {
            Envelope envelope = default;
            foreach (JsonProperty member in root.EnumerateObject())
            {
                envelope = member.Name is "type" or "fact" ? envelope.With(member) : throw new JsonException($"A fact that stands for itself has no member '{member.Name}'.");
            }

            return envelope.ToFact();
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new JsonException($"The fact is not legal: {problem.Message}", problem);
        }
    }

    private static JournalEntry Read(JsonElement root)
    {
        string? at = null;
        try
        {
            Envelope envelope = default;
            foreach (JsonProperty member in root.EnumerateObject())
            {
                at = member.Name;
                envelope = envelope.With(member);
            }

            at = null;
            return envelope.ToEntry();
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new JsonException($"The member '{at ?? "fact"}' of the entry is not legal: {problem.Message}", problem);
        }
    }

    /// <summary>The members of an entry as they come in, in any order.</summary>
    private readonly record struct Envelope(CommunityId? Community, long? Version, string? Type, DateTimeOffset? OccurredAt, DateTimeOffset? RecordedAt, Actor? By, Cause? Because, JsonElement? Fact, EntrySeal? Seal)
    {
        public Envelope With(JsonProperty member) => member.Name switch
        {
            "schema" => this,
            "community" => this with { Community = new CommunityId(member.Value.GetString()!) },
            "version" => this with { Version = member.Value.GetInt64() },
            "type" => this with { Type = member.Value.GetString() },
            "occurredAt" => this with { OccurredAt = member.Value.GetDateTimeOffset() },
            "recordedAt" => this with { RecordedAt = member.Value.GetDateTimeOffset() },
            "by" => this with { By = Actor.Parse(member.Value.GetString()!, null) },
            "cause" => this with { Because = member.Value.Deserialize(FactTypes.Context.Cause) ?? throw new JsonException("The member 'cause' is null.") },
            "fact" => this with { Fact = member.Value },
            "seal" => this with { Seal = member.Value.Deserialize(FactTypes.Context.EntrySeal) },
            _ => throw new JsonException($"An entry has no member '{member.Name}'."),
        };

        public Fact ToFact()
        {
            string name = Type ?? throw Missing("type");
            FactType type = FactTypes.Find(name) ?? throw new JsonException($"There is no fact of the type '{name}'.");
            return (Fact)((Fact ?? throw Missing("fact")).Deserialize(type.Json) ?? throw new JsonException("The member 'fact' is null."));
        }

        public JournalEntry ToEntry()
        {
            Fact fact = ToFact();
            Change change = new(OccurredAt ?? throw Missing("occurredAt"), By ?? throw Missing("by"), Because ?? Cause.Unstated, fact);
            return new(Community ?? throw Missing("community"), Version ?? throw Missing("version"), RecordedAt ?? throw Missing("recordedAt"), change, Seal ?? throw Missing("seal"));
        }

        private static JsonException Missing(string name) => new($"The member '{name}' is missing.");
    }
}
