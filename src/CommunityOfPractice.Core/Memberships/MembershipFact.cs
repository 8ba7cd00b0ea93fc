using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A fact about one person in a community: membership, role, participation, consent.</summary>
/// <param name="Person">The person.</param>
public abstract record MembershipFact(PersonId Person) : Fact
{
    /// <summary>What the membership is after the fact.</summary>
    internal abstract Membership Apply(Membership before, Change change);

    private protected sealed override void Closed()
    {
    }
}
