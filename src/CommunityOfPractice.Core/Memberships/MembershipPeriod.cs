using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A stretch of time in which a person belonged to a community, or held a role in it: <c>[From, Until)</c>.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record MembershipPeriod
{
    /// <summary>Creates a period.</summary>
    /// <param name="community">The community.</param>
    /// <param name="person">The person.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The first instant after; null while it goes on.</param>
    /// <param name="role">The role held; null for plain membership.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> lies before <paramref name="from"/>.</exception>
    public MembershipPeriod(CommunityId community, PersonId person, DateTimeOffset from, DateTimeOffset? until = null, Role? role = null)
    {
        if (until < from)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, "A membership ends after it begins.");
        }

        Community = community;
        Person = person;
        From = from.ToUniversalTime();
        Until = until?.ToUniversalTime();
        Role = role;
    }

    /// <summary>Gets the community.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets the person.</summary>
    /// <value>The person's id.</value>
    public PersonId Person { get; }

    /// <summary>Gets the first instant.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset From { get; }

    /// <summary>Gets the first instant after.</summary>
    /// <value>In UTC; null while it goes on.</value>
    public DateTimeOffset? Until { get; }

    /// <summary>Gets the role held.</summary>
    /// <value>Null for plain membership.</value>
    public Role? Role { get; }

    /// <summary>Gets how the person stood in it.</summary>
    /// <value>
    /// The default is <see cref="MembershipStatus.Active"/>; <see cref="MembershipStatus.Paused"/> and <see cref="MembershipStatus.Lapsed"/> say that a member was away. Where periods
    /// overlap, being away goes before being there.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">It is another status.</exception>
    public MembershipStatus Status
    {
        get;
        init => field = value switch
        {
            MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed => value,
            MembershipStatus.None => MembershipStatus.Active, // generated serializers give the default for a member that is not there
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "A member is there, on leave or lapsed."),
        };
    } = MembershipStatus.Active;

    /// <summary>Gets why the membership ended with it.</summary>
    /// <value>Null when it did not end, or when that is not known: then leaving counts as the person's own choice.</value>
    public LeaveReason? Reason { get; init; }

    /// <summary>Gets a value indicating whether who holds this is a member.</summary>
    /// <value><see langword="false"/> for a sponsor, who need not be one, and for an alumnus, who is none any more; <see langword="true"/> otherwise.</value>
    [JsonIgnore]
    public bool IsMembership => Role is not (Memberships.Role.Sponsor or Memberships.Role.Alumnus);

    /// <summary>Returns whether the period covers an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns><see langword="true"/> when <c>From &lt;= at &lt; Until</c>.</returns>
    public bool Covers(DateTimeOffset at) => at >= From && (Until is null || at < Until);

    /// <summary>The same period of another person.</summary>
    internal MembershipPeriod Of(PersonId person) => person == Person ? this : new(Community, person, From, Until, Role) { Status = Status, Reason = Reason };
}
