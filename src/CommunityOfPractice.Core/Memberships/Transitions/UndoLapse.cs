using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>The answer to a warning: a member says that they are still there, before the membership lapses or after.</summary>
/// <remarks>
/// Before: <see cref="LapseWarningLifted"/>; after: <see cref="MemberReturned"/>. So one link in the notice does whenever it is used.
/// Guards: <c>actor.not-own-act</c>, <c>lapse.nothing-to-undo</c> (neither warned nor lapsed), <c>community.ended</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is still there.</param>
public sealed record UndoLapse(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        bool lapsed = membership.Status == MembershipStatus.Lapsed;
        guards.OwnAct(context, Person);
        guards.Require(lapsed || membership.LapseWarning is not null, "lapse.nothing-to-undo", "The member was neither warned nor has the membership lapsed.");
        guards.Continues(context.Community);
        return [lapsed ? new MemberReturned(Person) : new LapseWarningLifted(Person)];
    }
}
