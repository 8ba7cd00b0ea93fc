using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
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
    private readonly TimeWindow window;
    private readonly Dictionary<PersonId, Person> people;
    private readonly ILookup<CommunityId, MembershipPeriod> memberships;
    private readonly Dictionary<CommunityId, CommunityEntry> entries;
    private readonly FilePractices practices;

    /// <param name="data">The files.</param>
    /// <param name="window">The window.</param>
    /// <param name="log">The activities, as worked out for a window that ends no earlier; null to work them out.</param>
    /// <exception cref="DataException">The rule of a series cannot be followed.</exception>
    public FileEvidence(InterchangeData data, TimeWindow window, ActivityLog? log = null)
    {
        this.window = window;
        people = data.ToPeople().ToDictionary(p => p.Id);
        memberships = data.Memberships.ToLookup(m => m.Community);
        entries = data.Communities.ToDictionary(c => c.Community);
        practices = new(data, window.Until);
        Log = log ?? GatheringActs.LogOf(data, practices);
        Organisation = people.Count == 0 ? null : OrganisationCounts.Of(people.Values, window.Until > DateTimeOffset.MinValue ? window.Until.AddTicks(-1) : window.Until);
        Communities = [.. data.Log.Communities.Concat(memberships.Select(m => m.Key)).Concat(entries.Keys).Concat(practices.Communities).Distinct().Order()];
    }

    /// <summary>Every community of which anything is known, by id.</summary>
    public IReadOnlyList<CommunityId> Communities { get; }

    /// <summary>The activities of the files, and what gatherings that were held tell of people.</summary>
    public ActivityLog Log { get; }

    /// <summary>The people of the files stand for the organisation.</summary>
    private OrganisationCounts? Organisation { get; }

    public string? NameOf(CommunityId community) => entries.GetValueOrDefault(community)?.Name;

    /// <exception cref="DataException">The rule of a series cannot be followed.</exception>
    public HealthEvidence Of(CommunityId community) =>
        new(community, Log, window, memberships.Contains(community) ? new Roster(community, memberships[community].ToValueList()) : null, people)
        {
            State = StateOf(entries.GetValueOrDefault(community)),
            Practice = practices.Of(community),
            Organisation = Organisation,
        };

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
