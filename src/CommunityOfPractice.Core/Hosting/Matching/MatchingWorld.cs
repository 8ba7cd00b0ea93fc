using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What the records tell matching: communities, who belongs, what people chose.</summary>
internal sealed class MatchingWorld(DateTimeOffset now, AnalyticsBasis basis)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    private readonly Dictionary<PersonId, List<(CommunityId Community, Membership Membership)>> byPerson = [];

    /// <summary>Just after now, so that what happened at this very moment counts.</summary>
    public DateTimeOffset At { get; } = now.AddTicks(1);

    public List<CommunityCandidate> Communities { get; } = [];

    public List<ComparedCommunity> Compared { get; } = [];

    public List<MembershipPeriod> Periods { get; } = [];

    public IEnumerable<PersonId> People => byPerson.Keys;

    public void Add(CommunityRecord record)
    {
        Community community = record.Community;
        Communities.Add(new(record.Id)
        {
            Name = community.Name,
            Topics = community.Domain?.Topics ?? [],
            Goals = community.Domain?.Goals.Select(g => g.Id).ToValueList() ?? [],
            Status = community.Status,
            Visibility = community.Visibility,
            Admission = community.Admission,
            ShowsMembers = community.MemberListVisibility == MemberListVisibility.Everyone,
        });
        foreach (Membership membership in record.Members.All)
        {
            if (!byPerson.TryGetValue(membership.Person, out List<(CommunityId, Membership)>? own))
            {
                byPerson.Add(membership.Person, own = []);
            }

            own.Add((record.Id, membership));
        }

        Periods.AddRange(record.Members.ToRoster(record.Id).Periods);
        if (community.Visibility != Visibility.Private)
        {
            HashSet<PersonId> members = [.. record.Members.All.Where(m => m.IsMember && Counts(m)).Select(m => m.Person)];
            Compared.Add(new(record.Id)
            {
                Name = community.Name,
                Topics = community.Domain?.Topics ?? [],
                Status = community.Status,
                Members = members,
                Facilitators = record.Members.Holders(Role.Facilitator).Where(members.Contains).ToHashSet(),
                Contributions = ContributionsTo(record.Practice, members),
                ArtifactsUsed = record.Practice.Repertoire.Living().Select(a => a.Id.Text).ToHashSet(StringComparer.Ordinal),
            });
        }
    }

    public CommunitySeeker SeekerOf(PersonId person, PersonAttributes? attributes)
    {
        List<(CommunityId Community, Membership Membership)> own = byPerson.GetValueOrDefault(person) ?? [];
        return new(person)
        {
            Department = attributes?.Department,
            Languages = attributes?.Languages ?? [],
            UtcOffset = attributes?.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) ? found.GetUtcOffset(At) : null,
            Declined = own.Where(m => m.Membership is { IsMember: false, Case.InviteFrom: not null, Since: not null })
                .Select(m => new DeclinedCommunity(m.Community, m.Membership.Since!.Value)).OrderBy(d => d.Community).ToValueList(),
            KeptOut = own.Where(m => m.Membership.Status is MembershipStatus.Removed or MembershipStatus.Blocked).Select(m => m.Community).Order().ToValueList(),
            UnderWay = own.Where(m => m.Membership.Status is MembershipStatus.Invited or MembershipStatus.Requested).Select(m => m.Community).Order().ToValueList(),
            OptedOut = own.Any(m => m.Membership.ObjectsTo(ProcessingPurpose.Matching))
                || (basis == AnalyticsBasis.Consent && !own.Any(m => m.Membership.Allows(ProcessingPurpose.Matching))),
        };
    }

    /// <summary>Answers and hosted gatherings of the last year, and living artifacts that somebody wrote, of those who count.</summary>
    private Dictionary<PersonId, int> ContributionsTo(Practice practice, HashSet<PersonId> members)
    {
        IEnumerable<PersonId> acts =
        [
            .. practice.Questions.All.SelectMany(q => q.Answers).Where(a => At - a.At <= Remembered).Select(a => a.By),
            .. practice.Calendar.Past(TimeWindow.Last(Remembered, At), At).SelectMany(g => g.Info.Hosts),
            .. practice.Repertoire.Living().SelectMany(a => a.Authors),
        ];
        return acts.Where(members.Contains).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
    }

    private bool Counts(Membership membership) =>
        basis == AnalyticsBasis.Consent ? membership.Allows(ProcessingPurpose.Matching) : !membership.ObjectsTo(ProcessingPurpose.Matching);
}
