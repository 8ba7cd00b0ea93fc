using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Somebody is proposed to stand in for a role until it is filled.</summary>
/// <remarks>
/// Takes effect when they accept: at once while nobody else holds the role, otherwise when it falls vacant. A facilitator who stands in
/// during the grace period does so until its deadline. Guards: as <see cref="NominateForRole"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is to stand in.</param>
/// <param name="Role">The role.</param>
public sealed record NameInterim(CommunityId Community, PersonId Person, Role Role) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what part of the community it is for: a topic, a chapter.</summary>
    /// <value>Null, the default, for all of it.</value>
    public string? Scope { get; init; }

    /// <summary>Gets until when they stand in.</summary>
    /// <value>Null, the default: until the deadline of the grace period, or for the role's usual term.</value>
    public DateTimeOffset? Until { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards) =>
        NominateForRole.Nominate(
            membership, context, guards, new(Person, Role, Scope, AsSuccessor: true, Interim: true, Until?.ToUniversalTime(), context.At.After(context.Policy.Roles.NominationExpiry)));
}
