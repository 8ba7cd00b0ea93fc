using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A member or alumnus chooses whether to be shown among the alumni; nobody is shown unasked.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>alumni.never-member</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who chooses.</param>
/// <param name="Listed">Whether to be shown.</param>
public sealed record ChooseAlumniListing(CommunityId Community, PersonId Person, bool Listed) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.Require(membership.IsMember || membership.Status == MembershipStatus.Alumni, "alumni.never-member", "This is for members and alumni.");
        return [new AlumniListingChosen(Person, Listed)];
    }
}

/// <summary>Somebody chose whether to be shown among the alumni.</summary>
/// <param name="Person">Who chose.</param>
/// <param name="Listed">Whether to be shown.</param>
public sealed record AlumniListingChosen(PersonId Person, bool Listed) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { Choices = (before.Choices ?? new()) with { ListedAsAlumni = Listed } };
}
