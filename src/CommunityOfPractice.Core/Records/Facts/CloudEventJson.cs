using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>Writes journal entries as cloud events: the envelope that brokers, functions and webhooks agree on.</summary>
/// <remarks>
/// <para>CloudEvents 1.0, structured mode, JSON (media type <see cref="MediaType"/>): <c>id</c> is <c>community/version</c>, so that a receiver
/// recognises a repetition; <c>type</c> is <see cref="TypePrefix"/> and the name of the fact (<see cref="FactJson.NameOf"/>);
/// <c>subject</c> is the community; <c>time</c> is when it occurred.</para>
/// <para><c>data</c> holds <c>version</c>, <c>recordedAt</c>, <c>by</c>, <c>cause</c> (left out when unstated) and <c>fact</c>, as the journal's
/// JSON has them (<see cref="FactJson"/>), without the seal. The id that the host gave a command may name a person or be found in its logs; it is left out of <see cref="CloudEventContent.WithoutPeople"/>. The same entry is always written as the same bytes. Source: CloudEvents specification 1.0.2, JSON event format.</para>
/// </remarks>
/// <example><code>
/// string json = CloudEventJson.Write(entry, new Uri("https://intranet.example/communities"), CloudEventContent.WithoutPeople);
/// </code></example>
public static class CloudEventJson
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "application/cloudevents+json";

    /// <summary>What stands before the name of the fact in an event's type.</summary>
    public const string TypePrefix = "communityofpractice.";

    /// <summary>Writes an entry as a cloud event.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="source">What the events come from: the host's own address or URN, the same for all its events; not empty.</param>
    /// <param name="content">How much is told about people.</param>
    /// <returns>One line of JSON, without a line break. O(length of the entry).</returns>
    /// <exception cref="ArgumentException">The source is empty, or the content is no defined value.</exception>
    public static string Write(JournalEntry entry, Uri source, CloudEventContent content)
    {
        ArrayBufferWriter<byte> bytes = new(512);
        Write(bytes, entry, source, content);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes an entry as a cloud event in UTF-8.</summary>
    /// <param name="output">Takes one line of JSON, without a line break.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="source">What the events come from: the host's own address or URN, the same for all its events; not empty.</param>
    /// <param name="content">How much is told about people.</param>
    /// <exception cref="ArgumentException">The source is empty, or the content is no defined value.</exception>
    public static void Write(IBufferWriter<byte> output, JournalEntry entry, Uri source, CloudEventContent content)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(source.OriginalString, nameof(source));
        PersonalLens lens = LensOf(content);
        FactType type = FactTypes.Of(entry.Change.Fact);
        using Utf8JsonWriter writer = new(output);
        writer.WriteStartObject();
        writer.WriteString("specversion"u8, "1.0");
        writer.WriteString("id"u8, string.Create(CultureInfo.InvariantCulture, $"{entry.Community.Text}/{entry.Version}"));
        writer.WriteString("source"u8, source.OriginalString);
        writer.WriteString("type"u8, TypePrefix + type.Name);
        writer.WriteString("subject"u8, entry.Community.Text);
        writer.WriteString("time"u8, entry.Change.OccurredAt);
        writer.WriteString("datacontenttype"u8, "application/json");
        writer.WritePropertyName("data"u8);
        WriteData(writer, entry, type, lens, content == CloudEventContent.WithoutPeople ? entry.Change.Because with { CommandId = null } : entry.Change.Because);
        writer.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter writer, JournalEntry entry, FactType type, PersonalLens lens, Cause cause)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version"u8, entry.Version);
        writer.WriteString("recordedAt"u8, entry.RecordedAt);
        writer.WriteString("by"u8, entry.Change.By.Person is { } person && lens.Person is { } name ? $"person:{name(person)}" : entry.Change.By.ToString());
        if (cause != Cause.Unstated)
        {
            writer.WritePropertyName("cause"u8);
            FactTypes.Cause.Write(writer, cause, lens);
        }

        writer.WritePropertyName("fact"u8);
        type.Shape.Write(writer, entry.Change.Fact, lens);
        writer.WriteEndObject();
    }

    private static PersonalLens LensOf(CloudEventContent content) => content switch
    {
        CloudEventContent.WithoutPeople => PersonalLens.Nobody,
        CloudEventContent.PeopleById => PersonalLens.Ids,
        CloudEventContent.Everything => PersonalLens.Everything,
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };
}
