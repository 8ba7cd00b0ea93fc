using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>What files tell about people and communities at one moment, for matching.</summary>
internal static class MatchingFiles
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>
    /// The communities that were there: with a charter or a membership before the moment. The state in the file counts as that of the moment; where it says none, a community whose members have all
    /// left is dormant.
    /// </summary>
    public static IReadOnlyList<CommunityCandidate> Communities(InterchangeData data, DateTimeOffset asOf)
    {
        Dictionary<CommunityId, CommunityEntry> entries = data.Communities.ToDictionary(c => c.Community);
        MembershipPeriod[] begun = [.. data.Memberships.Where(m => m.From < asOf)];
        HashSet<CommunityId> left = [.. begun.Where(m => m.IsMembership).Select(m => m.Community)];
        left.ExceptWith(begun.Where(m => m.IsMembership && !(m.Until < asOf)).Select(m => m.Community));
        return
        [
            .. begun.Select(m => m.Community).Concat(data.Communities.Where(c => c.Chartered < asOf).Select(c => c.Community)).Distinct().Order()
                .Where(id => !(entries.GetValueOrDefault(id)?.Chartered >= asOf)).Select(id => Candidate(id, entries.GetValueOrDefault(id), left.Contains(id))),
        ];
    }

    public static IReadOnlyList<CommunitySeeker> People(InterchangeData data, DateTimeOffset asOf) =>
    [
        .. data.People.Where(p => !(p.From > asOf) && !(p.Until <= asOf)).Select(p => new CommunitySeeker(p.Person)
        {
            Department = p.Department,
            Languages = p.Languages,
            UtcOffset = OffsetOf(p.TimeZone, asOf),
            Interests = p.Topics.Distinct().Select(t => new TopicWeight(t, 1)).ToValueList(),
        }),
    ];

    /// <summary>Communities to compare, as of a moment.</summary>
    public static IEnumerable<ComparedCommunity> Compared(InterchangeData data, DateTimeOffset asOf)
    {
        ILookup<CommunityId, MembershipPeriod> periods = data.Memberships.Where(m => m.From < asOf && !(m.Until < asOf)).ToLookup(m => m.Community);
        Dictionary<CommunityId, Dictionary<PersonId, int>> contributions = Contributions(data.Log, asOf);
        return Communities(data, asOf).Where(c => c.Visibility != Visibility.Private).Select(c => new ComparedCommunity(c.Community)
        {
            Name = c.Name,
            Topics = c.Topics,
            Status = c.Status,
            Members = periods[c.Community].Where(m => m.IsMembership).Select(m => m.Person).ToHashSet(),
            Facilitators = periods[c.Community].Where(m => m.Role == Role.Facilitator).Select(m => m.Person).ToHashSet(),
            Contributions = contributions.GetValueOrDefault(c.Community) ?? [],
        });
    }

    /// <summary>What people gave to a community in the year before the moment: answers, hosted gatherings and artifacts, without bots.</summary>
    private static Dictionary<CommunityId, Dictionary<PersonId, int>> Contributions(ActivityLog log, DateTimeOffset asOf)
    {
        Dictionary<CommunityId, Dictionary<PersonId, int>> all = [];
        for (int i = 0; i < log.Count; i++)
        {
            Activity activity = log[i];
            if (activity.Actor == ActorKind.Human && activity.Act is Act.Answer or Act.Host or Act.Publish && activity.At < asOf && activity.At >= asOf - Year)
            {
                Dictionary<PersonId, int> own = all.TryGetValue(activity.Community, out Dictionary<PersonId, int>? known) ? known : all[activity.Community] = [];
                own[activity.Person] = own.GetValueOrDefault(activity.Person) + 1;
            }
        }

        return all;
    }

    /// <summary>Communities of --communities that are not known yet at the moment: no charter and no membership before it.</summary>
    public static int NotYetKnown(InterchangeData data, DateTimeOffset asOf) =>
        data.Communities.Select(c => c.Community).Except(Communities(data, asOf).Select(c => c.Community)).Count();

    private static CommunityCandidate Candidate(CommunityId id, CommunityEntry? entry, bool isEmpty)
    {
        ValueList<TopicWeight> words = TopicWords.Of(entry?.Name ?? id.Text, entry?.Description ?? string.Empty);
        (CommunityStatus status, Visibility visibility) = StateOf(entry?.Status ?? (isEmpty ? "dormant" : null));
        return new(id)
        {
            Name = entry?.Name ?? string.Empty,
            Topics = (entry?.Topics ?? []).Distinct().Select(t => new TopicWeight(t, 2)).Concat(words).GroupBy(t => t.Topic)
                .Select(g => new TopicWeight(g.Key, g.Sum(t => t.Weight))).OrderBy(t => t.Topic).ToValueList(),
            Status = status,
            Visibility = visibility,
            Since = entry?.Chartered,
        };
    }

    /// <summary>A status is in the host's own terms: those of the library are understood, anything else is taken for active.</summary>
    private static (CommunityStatus Status, Visibility Visibility) StateOf(string? status) => status?.Trim().ToLowerInvariant() switch
    {
        "private" => (CommunityStatus.Active, Visibility.Private),
        "proposed" => (CommunityStatus.Proposed, Visibility.Public),
        "chartered" => (CommunityStatus.Chartered, Visibility.Public),
        "dormant" or "inactive" => (CommunityStatus.Dormant, Visibility.Public),
        "closing" => (CommunityStatus.Closing, Visibility.Public),
        "closed" or "archived" or "retired" => (CommunityStatus.Closed, Visibility.Public),
        "merged" => (CommunityStatus.Merged, Visibility.Public),
        "rejected" => (CommunityStatus.Rejected, Visibility.Public),
        _ => (CommunityStatus.Active, Visibility.Public),
    };

    private static TimeSpan? OffsetOf(string? zone, DateTimeOffset at) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) ? found.GetUtcOffset(at) : null;
}
