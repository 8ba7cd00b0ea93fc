using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person who was removed appeals; which is also their act of wanting to be a member.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>membership.not-removed</c>, <c>appeal.exists</c> (one appeal a removal), <c>appeal.too-late</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who appeals.</param>
/// <param name="Statement">What they say.</param>
public sealed record AppealRemoval(CommunityId Community, PersonId Person, string Statement) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Statement);
        guards.OwnAct(context, Person);
        if (guards.Removed(membership))
        {
            guards.Require(!membership.Removal!.IsAppealed, "appeal.exists", "The person appealed already.");
            guards.Require(context.At < membership.Removal.AppealUntil, "appeal.too-late", $"An appeal was possible until {membership.Removal.AppealUntil:O}.");
        }

        return [new RemovalAppealed(Person, Statement)];
    }
}

/// <summary>A person who was removed appealed.</summary>
/// <param name="Person">Who appealed.</param>
/// <param name="Statement">What they said.</param>
public sealed record RemovalAppealed(PersonId Person, [property: PersonalData] string Statement) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Removes(removal => removal with { IsAppealed = true });
}
