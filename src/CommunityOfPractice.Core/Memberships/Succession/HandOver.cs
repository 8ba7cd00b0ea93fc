using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Ends the roles of somebody who stops being an active member, in the same decision (M-I3), and keeps the rule of the last facilitator (law 37).</summary>
internal static class HandOver
{
    /// <summary>The facts that end the roles of a member who goes; guards that are not met are noted.</summary>
    /// <param name="leaving">Who stops being active.</param>
    /// <param name="context">The decision.</param>
    /// <param name="guards">Where an unmet guard is noted.</param>
    public static IEnumerable<Fact> RolesOf(Membership leaving, MembershipContext context, Guards guards)
    {
        bool last = leaving.Holds(Role.Facilitator) && context.Community.Status == CommunityStatus.Active && context.Members.ActiveFacilitators() <= 1;
        guards.Require(!last, "role.last-facilitator", "The last facilitator hands over first: a successor accepts, the community goes to rest, or a grace period begins.");
        return [];
    }
}
