using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

/// <summary>Listings with everything that can be set on them.</summary>
internal sealed class SampleListings(int seed)
{
    public static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset[] Instants = [DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch.AddTicks(-1), Start, Start.AddTicks(1), DateTimeOffset.MaxValue];

    private readonly Random random = new(seed);

    public CommunityListing Community(CommunityId community, long version) =>
        new(community, version, "Name of " + random.Any(Ids.Tricky), random.Any(Enum.GetValues<CommunityKind>()), random.Any(Enum.GetValues<CommunityStatus>()))
        {
            Visibility = random.Any(Enum.GetValues<Visibility>()),
            MemberListVisibility = random.Any(Enum.GetValues<MemberListVisibility>()),
            Topics = [.. Some().Select(t => new TopicId(t))],
            Goals = [.. Some()],
            Parent = random.Next(2) == 0 ? null : random.Any(Ids.Communities),
            MergedInto = random.Next(4) == 0 ? random.Any(Ids.Communities) : null,
            ReviewDue = random.Next(3) == 0 ? null : random.Any(Instants),
            ActiveMembers = random.Next(1000),
        };

    public MemberListing Member(CommunityId community, PersonId person) => new(community, person, random.Any(Enum.GetValues<MembershipStatus>()), random.Next(4) == 0 ? null : random.Any(Instants))
    {
        Roles = [.. Enum.GetValues<Role>().Where(_ => random.Next(4) == 0)],
        InvitedUntil = random.Next(3) == 0 ? random.Any(Instants) : null,
        ListedAsAlumnus = random.Next(4) == 0,
    };

    /// <summary>An update with some people; each once.</summary>
    public DirectoryUpdate Update(CommunityId community, long version, int people, bool rebuilt = false)
    {
        PersonId[] all = [.. Ids.People];
        random.Shuffle(all);
        return new(Community(community, version), [.. all.Take(people).Select(p => Member(community, p))], rebuilt);
    }

    public CommunityFilter Filter()
    {
        CommunityListing like = Community(new("x"), 1);
        bool Maybe() => random.Next(4) == 0;
        return new()
        {
            Status = Maybe() ? like.Status : null,
            OpenOnly = Maybe(),
            Kind = Maybe() ? like.Kind : null,
            Topic = Maybe() ? new TopicId(random.Any(Ids.Tricky)) : null,
            Goal = Maybe() ? random.Any(Ids.Tricky) : null,
            Parent = Maybe() ? random.Any(Ids.Communities) : null,
            ReviewDueBefore = Maybe() ? random.Any(Instants) : null,
            AtLeast = Maybe() ? like.Visibility : Visibility.Private,
        };
    }

    private IEnumerable<string> Some() => Ids.Tricky.Where(_ => random.Next(5) == 0).Order(StringComparer.Ordinal);
}
