using System.Buffers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using CommunityOfPractice.Core.Records;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Cloud events, read by the SDK of those who wrote the specification.</summary>
public sealed class CloudEventJsonTests
{
    private static readonly Uri Source = new("https://intranet.example/communities");

    [Property(MaxTest = 200)]
    public void Event_IsReadByTheOfficialSdk(int seed)
    {
        JournalEntry entry = new FactSamples(seed).Journal(3)[2];

        CloudEvent read = Read(CloudEventJson.Write(entry, Source, CloudEventContent.Everything));

        Assert.True(read.IsValid);
        Assert.Equal(("testers/3", Source, "testers", CloudEventJson.TypePrefix + FactJson.NameOf(entry.Change.Fact)), (read.Id, read.Source, read.Subject, read.Type));
        Assert.Equal((entry.Change.OccurredAt, MediaTypeNames.Application.Json), (read.Time, read.DataContentType));
        JsonElement data = (JsonElement)read.Data!;
        Assert.Equal((3, entry.RecordedAt, entry.Change.By.ToString()), (data.GetProperty("version").GetInt64(), data.GetProperty("recordedAt").GetDateTimeOffset(), data.GetProperty("by").GetString()));
    }

    /// <summary>With everything in it, an event tells as much as the entry: put back into the journal's form it is the same entry.</summary>
    [Property(MaxTest = 200)]
    public void Everything_HoldsTheWholeEntry(int seed)
    {
        JournalEntry entry = new FactSamples(seed).Journal(1)[0];
        JsonElement data = (JsonElement)Read(CloudEventJson.Write(entry, Source, CloudEventContent.Everything)).Data!;
        Assert.Equal(entry.Change.Fact, FactJson.ReadFact(JsonSerializer.SerializeToElement(new { type = FactJson.NameOf(entry.Change.Fact), fact = data.GetProperty("fact") })));
        Assert.Equal(entry.Change.Because == Core.Communities.Cause.Unstated, !data.TryGetProperty("cause", out _));
    }

    [Property(MaxTest = 300)]
    public void WithoutPeople_NamesNobodyAndHoldsNothingMarked(int seed)
    {
        JournalEntry entry = new FactSamples(seed).Journal(1)[0];
        List<string> named = [];
        PersonalEntry.Visit(entry.Change, id => named.Add(id.Text));

        string nobody = CloudEventJson.Write(entry, Source, CloudEventContent.WithoutPeople);
        string ids = CloudEventJson.Write(entry, Source, CloudEventContent.PeopleById);

        Assert.DoesNotContain(FactSamples.Canary, nobody + ids, StringComparison.Ordinal);
        Assert.All(named, id => Assert.DoesNotContain($"\"{id}\"", nobody, StringComparison.Ordinal));
        Assert.All(named, id => Assert.DoesNotContain($"person:{id}\"", nobody, StringComparison.Ordinal));
        Assert.False(((JsonElement)Read(nobody).Data!).TryGetProperty("cause", out JsonElement cause) && cause.TryGetProperty("commandId", out JsonElement id) && id.ValueKind != JsonValueKind.Null); // the host made it, perhaps of a name
        Assert.True(Read(nobody).IsValid && Read(ids).IsValid);
    }

    [Fact]
    public void Golden_Event()
    {
        JournalEntry entry = FactJson.Read(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "facts", "member.jsonl")).First(line => line.Contains("\"member.joined\"", StringComparison.Ordinal)));

        Assert.Equal(
            """{"specversion":"1.0","id":"testers/1","source":"urn:example","type":"communityofpractice.member.joined","subject":"testers","time":"2026-01-05T08:00:00+00:00","datacontenttype":"application/json","data":{"version":1,"recordedAt":"2026-01-05T08:00:01+00:00","by":"policy:lapse-inactive/1","cause":{"commandId":"command-211","rule":{"ruleId":"rule/1","policyVersion":"policy/1","parameters":[{"name":"days","value":"90"}],"evidence":[{"name":"last seen","value":"2026-01-01"}]}},"fact":{"consent":{"textVersion":"text 565 \u0022\u00E9\u0022","channel":"text 844 \u0022\u00E9\u0022"},"person":"cleo"}}}""",
            CloudEventJson.Write(entry, new("urn:example"), CloudEventContent.PeopleById));
    }

    /// <summary>A cause of which nothing is left but who acted is no cause.</summary>
    [Fact]
    public void WithoutPeople_ACommandIdIsNoCause()
    {
        JournalEntry entry = new FactSamples(1).Journal(1)[0];
        entry = entry with { Change = entry.Change with { Because = new() { CommandId = "join-ada" } } };
        Assert.False(((JsonElement)Read(CloudEventJson.Write(entry, Source, CloudEventContent.WithoutPeople)).Data!).TryGetProperty("cause", out _));
        Assert.Equal("join-ada", ((JsonElement)Read(CloudEventJson.Write(entry, Source, CloudEventContent.PeopleById)).Data!).GetProperty("cause").GetProperty("commandId").GetString());
    }

    [Fact]
    public void Misuse_Throws()
    {
        JournalEntry entry = new FactSamples(1).Journal(1)[0];
        ArrayBufferWriter<byte> output = new();

        Assert.Throws<ArgumentNullException>("entry", () => CloudEventJson.Write(null!, Source, CloudEventContent.Everything));
        Assert.Throws<ArgumentNullException>("source", () => CloudEventJson.Write(entry, null!, CloudEventContent.Everything));
        Assert.Throws<ArgumentNullException>("output", () => CloudEventJson.Write(null!, entry, Source, CloudEventContent.Everything));
        Assert.Throws<ArgumentException>("source", () => CloudEventJson.Write(entry, new(string.Empty, UriKind.Relative), CloudEventContent.Everything));
        Assert.Throws<ArgumentOutOfRangeException>("content", () => CloudEventJson.Write(output, entry, Source, (CloudEventContent)3));
        Assert.Equal(0, output.WrittenCount);
    }

    private static CloudEvent Read(string json) =>
        new JsonEventFormatter().DecodeStructuredModeMessage(Encoding.UTF8.GetBytes(json), new ContentType(CloudEventJson.MediaType), extensionAttributes: null);
}
