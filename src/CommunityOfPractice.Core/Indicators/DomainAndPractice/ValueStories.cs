using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How many value stories are published at the as-of instant: evidence beside the score, and never in it.</summary>
/// <remarks>
/// Stories that are counted for accounting become a duty. Range: 0 upwards. Little data: not applicable when the practice is unknown or no story was ever told. Details: the number of stories with a claim in each cycle, longChains is the share of published ones with three neighbouring cycles or more, published is the share of
/// those told that everybody named agreed to publish. Context only. O(claims). Source: Wenger, Trayner and de Laat (2011).
/// </remarks>
public sealed class ValueStories : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "value-stories/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Value stories",
        "stories",
        "How many stories tell what came of the community; read them, and do not count them as a target.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ValueStory[] told = [.. (evidence.Practice?.Repertoire.Stories ?? []).Where(s => s.ToldOn < evidence.AsOf && (s.Status is StoryStatus.Published or StoryStatus.Draft))];
        if (told.Length == 0)
        {
            return Reading.NotApplicable("stories.none", "No value story is known.");
        }

        ValueStory[] published = [.. told.Where(s => s.Status == StoryStatus.Published)];
        return new(new Measurement.Value(published.Length, told.Length))
        {
            Details =
            [
                .. Enum.GetValues<ValueCycle>().Select(cycle => new Detail(NameOf(cycle), published.Count(s => s.Claims.Any(c => c.Cycle == cycle)))),
                .. published.Length > 0 ? (Detail[])[new("longChains", (double)published.Count(s => s.ChainLength >= 3) / published.Length)] : [],
                new("published", (double)published.Length / told.Length),
            ],
        };
    }

    private static string NameOf(ValueCycle cycle) => cycle switch
    {
        ValueCycle.Immediate => "immediate",
        ValueCycle.Potential => "potential",
        ValueCycle.Applied => "applied",
        ValueCycle.Realised => "realised",
        _ => "reframed",
    };
}
