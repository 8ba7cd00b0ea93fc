using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>All communities of an organisation that somebody may see: where they stand and what wants attention.</summary>
/// <remarks>Immutable and compared by value. In the order of their ids and without scores: communities are not ranked.</remarks>
/// <param name="AsOf">The instant as of which it was made, in UTC.</param>
/// <param name="Communities">One row a community that has not ended, by id.</param>
/// <param name="Overlaps">Pairs of communities that are alike, by ids.</param>
public sealed record PortfolioReport(
    DateTimeOffset AsOf,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<PortfolioRow>))] ValueList<PortfolioRow> Communities,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<PortfolioOverlap>))] ValueList<PortfolioOverlap> Overlaps)
{
    /// <summary>Gets the instant as of which it was counted who belongs to two communities.</summary>
    /// <value>A moment of the publication grid, in UTC, at or before <see cref="AsOf"/>; null when no grid was used.</value>
    public DateTimeOffset? CountedUntil { get; init; }

    /// <summary>Gets the communities whose purpose is overdue for review.</summary>
    /// <value>By id.</value>
    [JsonIgnore]
    public ValueList<CommunityId> Overdue => Communities.Where(c => c.ReviewOverdue).Select(c => c.Community).ToValueList();

    /// <summary>Gets the living communities that nobody facilitates.</summary>
    /// <value>By id; proposals are not among them.</value>
    [JsonIgnore]
    public ValueList<CommunityId> WithoutFacilitator => Communities.Where(c => c.NeedsFacilitator).Select(c => c.Community).ToValueList();

    /// <summary>Counts the communities by status.</summary>
    /// <returns>Each status that occurs, with how many have it, in the order of the statuses.</returns>
    public IReadOnlyDictionary<CommunityStatus, int> ByStatus() => Communities.GroupBy(c => c.Status).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>Counts the communities by stage.</summary>
    /// <returns>Each stage that occurs, with how many are in it, in the order of the stages; those without a stage are left out.</returns>
    public IReadOnlyDictionary<CommunityStage, int> ByStage() => Communities.Where(c => c.Stage is not null).GroupBy(c => c.Stage!.Value).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count());
}

/// <summary>A community in a portfolio.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Stage">How mature it is; null when nothing says so.</param>
/// <param name="ReviewDue">When its purpose is to be reviewed; null when no review is due.</param>
/// <param name="ReviewOverdue">Whether that is past.</param>
/// <param name="NeedsFacilitator">Whether it lives, is no proposal any more, and has no active facilitator.</param>
public sealed record PortfolioRow(CommunityId Community, string Name, CommunityStatus Status, CommunityStage? Stage, DateTimeOffset? ReviewDue, bool ReviewOverdue, bool NeedsFacilitator);

/// <summary>Two communities that are alike.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="First">A community.</param>
/// <param name="Second">Another, after the first by id.</param>
/// <param name="Kind">How they relate.</param>
/// <param name="TopicCosine">How alike their topics are, from 0 to 1; null when either has none.</param>
/// <param name="SharedMembers">How many people belong to both; null when withheld, or when the viewer may not know who belongs.</param>
public sealed record PortfolioOverlap(CommunityId First, CommunityId Second, SimilarityKind Kind, double? TopicCosine, int? SharedMembers)
{
    /// <summary>Gets how many people belonged to both when that was last told, where it is withheld now: the next report is compared with it.</summary>
    /// <value>Null, the default, where the number is told or never was.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LastTold { get; init; }
}
