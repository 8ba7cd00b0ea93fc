using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Benchmarks.SideBySide;

/// <summary>What every contender finds out about one community; null where its minimum-data rule says that there is too little.</summary>
internal sealed record CommunityReadings
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public required string Community { get; init; }

    public double? Contributors { get; init; }

    public double? Gini { get; init; }

    public double? AbsenceFactor { get; init; }

    public double? TopTenth { get; init; }

    [JsonPropertyName("answered_48h")]
    public double? Answered48h { get; init; }

    public double? MedianHours { get; init; }

    public double? NewcomerReturn { get; init; }

    public double? Slope { get; init; }

    public double? S { get; init; }

    public double? Reciprocity { get; init; }

    public double? Isolates { get; init; }

    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this, Json));

    public static void PrintTimings(object timings) => Console.WriteLine(JsonSerializer.Serialize(timings, Json));
}
