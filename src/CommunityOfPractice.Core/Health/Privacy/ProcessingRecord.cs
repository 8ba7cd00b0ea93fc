using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What is computed from what people do, for a works council or an impact assessment: made from the code that computes it.</summary>
/// <remarks>
/// Immutable and compared by value. It tells what the library does with the options given, not what a host does with the results; which law applies is for the host
/// to find out. <see cref="ProcessingRecordText.Markdown"/> writes it for people.
/// </remarks>
public sealed record ProcessingRecord
{
    /// <summary>Gets how far back readings look when nobody says otherwise.</summary>
    /// <value>More than zero.</value>
    public required TimeSpan Window { get; init; }

    /// <summary>Gets on what it rests that somebody is counted.</summary>
    /// <value>A defined basis.</value>
    public required AnalyticsBasis Basis { get; init; }

    /// <summary>Gets how small a group may be.</summary>
    /// <value>The policy in force.</value>
    [JsonConverter(typeof(NeededJsonConverter<SuppressionPolicy>))]
    public required SuppressionPolicy Suppression { get; init; }

    /// <summary>Gets the moments at which reports end.</summary>
    /// <value>Null, the default, when they end at any instant that is asked for.</value>
    public PublicationGrid? Publication { get; init; }

    /// <summary>Gets the version of the health model.</summary>
    /// <value>Name and version; where one of several models is used, by what is known of a community, those of all with commas between.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string ModelVersion { get; init; }

    /// <summary>Gets which views of single people are switched on.</summary>
    /// <value>The default value is <see cref="AnalyticsViews.AggregateOnly"/>.</value>
    public AnalyticsViews Views { get; init; }

    /// <summary>Gets everything that is computed.</summary>
    /// <value>Indicators in their order, then what is made of them, then what is about single people.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ProcessingEntry>))]
    public required ValueList<ProcessingEntry> Entries { get; init; }

    /// <summary>Makes the record.</summary>
    /// <param name="indicators">The indicators in use.</param>
    /// <param name="model">The health model in use; null for the default.</param>
    /// <param name="suppression">How small a group may be; null for the defaults.</param>
    /// <param name="window">How far back readings look; null for 91 days.</param>
    /// <param name="basis">Who is counted. The default value is <see cref="AnalyticsBasis.Objection"/>.</param>
    /// <param name="views">Which views of single people are switched on. The default value is <see cref="AnalyticsViews.AggregateOnly"/>.</param>
    /// <returns>The record.</returns>
    public static ProcessingRecord Of(
        IEnumerable<IHealthIndicator> indicators,
        HealthModel? model = null,
        SuppressionPolicy? suppression = null,
        TimeSpan? window = null,
        AnalyticsBasis basis = AnalyticsBasis.Objection,
        AnalyticsViews views = AnalyticsViews.AggregateOnly)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        SuppressionPolicy policy = suppression ?? SuppressionPolicy.Default;
        return new()
        {
            Window = window ?? TimeSpan.FromDays(91),
            Basis = basis,
            Suppression = policy,
            ModelVersion = (model ?? HealthModel.Activity).Version,
            Views = views,
            Entries = [.. indicators.Select(i => ProcessingRows.Of(i, policy)), .. ProcessingRows.Derived(policy), .. ProcessingRows.AboutPeople(views)],
        };
    }
}
