using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class HealthJsonTests
{
    private static readonly HealthAssessor Assessor = new();

    [Property]
    public void Report_AnyCommunity_ComesBackEqual(SmallCommunity community) => RoundTrip(Assessor.Assess(community.Evidence));

    [Property]
    public void Report_LivelyCommunity_ComesBackEqual(LivelyCommunity lively) => RoundTrip(Assessor.Assess(lively.Community.Evidence));

    [Fact]
    public void Report_OfEveryKindOfMeasurement_ComesBackEqual() => RoundTrip(new HealthAssessor(
        Stub.Model(new()),
        [
            Stub.Of("a1", new Measurement.Value(-0.1 + 0.2, long.MaxValue, new Interval(double.MinValue, double.MaxValue))),
            Stub.Of("a2", new Measurement.Value(double.Epsilon, 0)),
            Stub.Of("a3", new Measurement.InsufficientData("\u2028 \"things\" \ud83c\udf88", 0.5, 1e300)),
            Stub.Of("b1", new Measurement.Suppressed(new("small.group", "Fewer than five."))),
            Stub.Of("none", Stub.None),
            new Stub(new("x/v1", "X", "hours", "Means <x>.") { Chaoss = "X" }, new(new Measurement.Value(1e16, 10_000_000_000_000_001)) { Finding = "found", Details = [new("one", 1), new("tiny", -1e-300)] }),
        ]).Assess(Stub.Enough().Evidence));

    /// <summary>The document that hosts and the tool rely on: same names, same order of magnitude of everything.</summary>
    [Fact]
    public void Report_OfTheGoldenCommunity_IsTheGoldenDocument()
    {
        string actual = JsonSerializer.Serialize(Assessor.Assess(GoldenCommunity.Known.Evidence), HealthJson.Report);
        string path = Path.Combine(AppContext.BaseDirectory, "Data", "health", "golden-report.json");
        if (Environment.GetEnvironmentVariable("COP_WRITE_GOLDEN_REPORT") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, "golden-report.json"), JsonNode.Parse(actual)!.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
        }

        Same(JsonNode.Parse(File.ReadAllText(path)), JsonNode.Parse(actual), "$");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"a\"}")]
    public void Report_FromIncompleteJson_IsAJsonExceptionOrNull(string json)
    {
        if (json != "null")
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, HealthJson.Report));
        }
        else
        {
            Assert.Null(JsonSerializer.Deserialize(json, HealthJson.Report));
        }
    }

    /// <summary>Takes each member out of one indicator, or puts a wrong type or an unknown word in its place.</summary>
    [Fact]
    public void Report_FromDamagedIndicators_IsAJsonException()
    {
        HealthReport report = Assessor.Assess(GoldenCommunity.Known.Evidence);
        string json = JsonSerializer.Serialize(report, HealthJson.Report);
        string[] needed = ["id", "name", "status", "value", "unit", "interval", "n", "details", "meaning", "weight"];
        foreach (string member in needed)
        {
            foreach (JsonNode? wrong in new JsonNode?[] { null, new JsonArray("x"), JsonValue.Create("?") })
            {
                JsonNode root = JsonNode.Parse(json)!;
                JsonObject indicator = (JsonObject)root["indicators"]!.AsArray().First(i => i!["interval"] is JsonArray)!;
                bool removed = wrong is null ? indicator.Remove(member) : (indicator[member] = wrong.DeepClone()) is not null;
                Exception? thrown = Record.Exception(() => JsonSerializer.Deserialize(root.ToJsonString(), HealthJson.Report));
                bool legal = wrong is JsonValue && (member is "id" or "name" or "unit" or "meaning");
                Assert.True(removed && (legal ? thrown is null : thrown is JsonException), $"{member} = {wrong?.ToJsonString()}: {thrown}");
            }
        }
    }

    private static void RoundTrip(HealthReport report)
    {
        string json = JsonSerializer.Serialize(report, HealthJson.Report);
        HealthReport back = JsonSerializer.Deserialize(json, HealthJson.Report)!;
        Assert.Equal(report, back);
        Assert.Equal(json, JsonSerializer.Serialize(back, HealthJson.Report));
    }

    private static void Same(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case JsonObject e:
                Assert.Equal(e.Select(p => p.Key), (actual as JsonObject)?.Select(p => p.Key));
                Assert.All(e, p => Same(p.Value, actual![p.Key], $"{path}.{p.Key}"));
                break;
            case JsonArray e:
                Assert.Equal(e.Count, (actual as JsonArray)?.Count);
                Assert.All(Enumerable.Range(0, e.Count), i => Same(e[i], actual![i], $"{path}[{i}]"));
                break;
            case JsonValue e when e.GetValueKind() == JsonValueKind.Number:
                Assert.True(actual is JsonValue a && a.GetValueKind() == JsonValueKind.Number && Math.Abs(e.GetValue<double>() - a.GetValue<double>()) < 1e-9, string.Create(CultureInfo.InvariantCulture, $"{path}: {expected} is {actual}"));
                break;
            default:
                Assert.True(JsonNode.DeepEquals(expected, actual), $"{path}: {expected} is {actual}");
                break;
        }
    }
}
