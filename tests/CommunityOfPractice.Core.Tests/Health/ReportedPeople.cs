using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Finds numbers of people in the JSON of a report.</summary>
internal static partial class ReportedPeople
{
    /// <summary>Details that count acts, questions, ties, gatherings, artifacts or groups, holders of offices, or nothing at all.</summary>
    public static readonly string[] NotCounts =
    [
        "contributions", "notCounted", "topTenth", "raw", "departments", "locations", "coverage", "activeShare", "activeLow", "activeHigh", "peripheralShare", "peripheralLow", "peripheralHigh",
        "questions", "answered", "open", "withdrawn", "naive", "within24h", "within48h", "within7d", "within30d", "mean7d", "unanswered", "oldest", "opened", "closed",
        "staying90d", "staying365d", "median", "share", "daily", "p", "s", "meanDegree", "ties", "interactions", "withOthers", "corrected", "random", "facilitators", "hosts", "sponsors", "appointed",
        "ei", "expected", "expectedByDegrees", "expectedEi", "rescaled", "pFewer", "pMore", "permutations", "coreDensity", "betweenDensity", "peripheryDensity", "correlation", "jaccard", "k", "triangles",
        "planned", "met", "excluded", "rhythm", "medianDays", "gatherings", "formal", "informal", "balance", "weightedThen", "weightedNow", "up", "held", "down",
        "ageDays", "cadenceDays", "filled", "fields", "artifacts", "stale", "meanUnweighted", "reused", "orphans", "unknownSteward",
        "immediate", "potential", "applied", "realised", "reframed", "longChains", "published", "groups", "unbiased", "effectiveNumber", "normalised", "evenness", "groupsOfTheOrganisation", "members", "people",
    ];

    /// <summary>A sentence that tells of one to four people.</summary>
    [GeneratedRegex(@"(?<![\d.])[1-4] (contributors|people|newcomers|members|attendees|persons?)\b|the one (newcomer|person|member)|contributors in the window are needed, [1-4] ", RegexOptions.CultureInvariant)]
    public static partial Regex Few { get; }

    /// <summary>Every number of an indicator that counts people; none for offices and what is about nobody.</summary>
    public static IEnumerable<(string Name, double Number)> NumbersOf(JsonElement indicator, ReadingSources sources)
    {
        if (sources.Group is ReadingGroup.Office or ReadingGroup.Nobody)
        {
            yield break;
        }

        string[] counted = [sources.CountsPeople ? "value" : string.Empty, .. sources.Group == ReadingGroup.People ? (string[])["n", "have"] : []];
        foreach (string name in counted)
        {
            if (indicator.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number)
            {
                yield return (name, number.GetDouble());
            }
        }

        foreach (JsonProperty detail in indicator.GetProperty("details").EnumerateObject())
        {
            if (sources.PeopleDetails.Contains(detail.Name) || detail.Name is "members" or "people" || sources.WithheldDetails.Contains(detail.Name))
            {
                yield return (detail.Name, sources.WithheldDetails.Contains(detail.Name) ? 1 : detail.Value.GetDouble());
            }
        }
    }

    /// <summary>Every text in a report.</summary>
    public static IEnumerable<string> Sentences(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Sentences),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Sentences(p.Value)),
        _ => [],
    };
}
