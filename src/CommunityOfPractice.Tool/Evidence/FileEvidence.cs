using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Evidence;

/// <summary>Everything that interchange files know about communities as of the end of a window.</summary>
/// <remarks>A file has no journal: the community has no status, and what is not in the file is unknown and not absent.</remarks>
internal sealed class FileEvidence
{
    private readonly FileRows rows;
    private readonly TimeWindow window;
    private readonly FilePractices practices;
    private readonly Lazy<OrganisationCounts?> organisation;

    public FileEvidence(InterchangeData data, TimeWindow window)
        : this(new FileRows(data), window, null, null)
    {
    }

    private FileEvidence(FileRows rows, TimeWindow window, ActivityLog? log, FilePractices? practices)
    {
        this.rows = rows;
        this.window = window;
        this.practices = practices ?? new(rows, window.Until);
        Log = log ?? GatheringActs.LogOf(rows.Data, this.practices);
        organisation = new(() => rows.People.Count == 0 ? null : OrganisationCounts.Of(rows.People.Values, window.Until > DateTimeOffset.MinValue ? window.Until.AddTicks(-1) : window.Until));
    }

    /// <summary>Every community of which anything is known, by id.</summary>
    public IReadOnlyList<CommunityId> Communities => rows.Communities;

    /// <summary>The activities of the files, and what gatherings that were held tell of people.</summary>
    public ActivityLog Log { get; }

    public string? NameOf(CommunityId community) => rows.Entries.GetValueOrDefault(community)?.Name;

    /// <summary>The same files as of the end of another window. Rows and rosters are shared, and up to this window's end the activities; of what practices were at another end each community asked for is made anew.</summary>
    public FileEvidence In(TimeWindow other) => new(rows, other, other.Until <= window.Until ? Log : null, other.Until == window.Until ? practices : null);

    /// <exception cref="DataException">The rule of a series cannot be followed.</exception>
    public HealthEvidence Of(CommunityId community) => Of(community, organisation.Value); // the people of the files stand for it

    /// <summary>The stage, from what the files tell period by period; null when they tell nothing before the window's end. Makes the evidence of every period.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled between two periods.</exception>
    public StageAssessment? StageOf(CommunityId community, CancellationToken cancellationToken)
    {
        TimeSpan length = StagePolicy.Default.Period;
        return StageAssessor.Assess(StageAssessor.Periods(SignalsOf(community, cancellationToken)).Select(p =>
            StageSignals.Of(In(TimeWindow.Last(length, p.Until)).SignalsOf(community, cancellationToken), p, p.Until == window.Until ? StatusOf(community) : null)));
    }

    /// <summary>Alerts over whole periods up to the window's end, as the library's own service walks through them. Makes the evidence of every period.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled between two periods.</exception>
    public ValueList<CommunityAlert> AlertsOf(CommunityId community, SuppressionPolicy policy, CancellationToken cancellationToken) => AlertAssessor.Assess(
        AlertAssessor.Periods(SignalsOf(community, cancellationToken)).Select(p => AlertSignals.Of(In(p).SignalsOf(community, cancellationToken))), AlertPolicy.Default, policy);

    /// <summary>What stages and alerts look at, which is nothing of the organisation: nobody is counted for it once a period.</summary>
    private HealthEvidence SignalsOf(CommunityId community, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Of(community, null);
    }

    private HealthEvidence Of(CommunityId community, OrganisationCounts? counts) => new(community, Log, window, rows.RosterOf(community), rows.People)
    {
        State = StateOf(rows.Entries.GetValueOrDefault(community)),
        Practice = practices.Of(community),
        Organisation = counts,
    };

    /// <summary>The status as the files put it, which do not say since when: only where they know of nothing that happened later.</summary>
    private CommunityStatus? StatusOf(CommunityId community)
    {
        ActivityWindow all = rows.Data.Log.Of(community);
        return all.Count > 0 && all.Times[^1] >= window.Until.UtcTicks ? null : rows.Entries.GetValueOrDefault(community)?.Status?.Trim().ToUpperInvariant() switch
        {
            "ACTIVE" or "OPEN" => CommunityStatus.Active,
            "DORMANT" => CommunityStatus.Dormant,
            "PROPOSED" => CommunityStatus.Proposed,
            "CHARTERED" => CommunityStatus.Chartered,
            "CLOSED" or "ARCHIVED" or "RETIRED" or "ENDED" => CommunityStatus.Closed,
            _ => null,
        };
    }

    /// <summary>A community with a charter of which little more than the date is known; null when there is none yet.</summary>
    private Community? StateOf(CommunityEntry? entry)
    {
        if (entry?.Chartered is not { } chartered || chartered >= window.Until)
        {
            return null;
        }

        Domain domain = new(entry.Topics.Distinct().Select(t => new TopicWeight(t, 1.0 / entry.Topics.Distinct().Count())).ToValueList(), new(FocusKind.Challenge, string.Empty));
        return new(entry.Community)
        {
            Name = entry.Name ?? entry.Community.Text,
            Charters = [new(1, entry.Description ?? string.Empty, domain, string.Empty, null, CommunityPolicy.Default.ReviewCadence, chartered, null)],
        };
    }
}
