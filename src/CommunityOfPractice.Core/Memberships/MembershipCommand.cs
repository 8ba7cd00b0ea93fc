using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A command about one person in a community.</summary>
/// <param name="Community">The community.</param>
/// <param name="Person">The person whom it concerns.</param>
/// <exception cref="ArgumentException"><paramref name="Person"/> is the default value.</exception>
public abstract record MembershipCommand(CommunityId Community, PersonId Person) : Command(Community)
{
    /// <summary>Gets the person whom it concerns.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public sealed override PersonId? Subject => Person;

    /// <summary>The facts that follow; guards that are not met are noted.</summary>
    /// <remarks>Facts returned count only when every guard is met.</remarks>
    internal abstract IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards);

    private protected sealed override void Closed()
    {
    }
}
