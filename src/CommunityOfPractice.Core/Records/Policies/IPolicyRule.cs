using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>A rule that acts by itself when its day has come; a host can add its own.</summary>
/// <remarks>
/// Implementations are pure: what they return follows from the view alone, so that applying twice equals applying once. A rule settles:
/// once its facts are folded in, it no longer returns them. Anything that costs somebody something is preceded by a notice.
/// </remarks>
public interface IPolicyRule
{
    /// <summary>Gets the stable id, with a version: <c>lapse-inactive/1</c>.</summary>
    /// <value>1 to 200 characters; every fact of the rule names it.</value>
    string Id { get; }

    /// <summary>Returns the version of the policy whose numbers the rule uses.</summary>
    /// <param name="policies">The policies in force.</param>
    /// <returns>A version such as <c>membership/1</c>.</returns>
    string VersionIn(PolicySet policies);

    /// <summary>Returns the numbers that the rule uses.</summary>
    /// <param name="policies">The policies in force.</param>
    /// <returns>In the rule's own order; every fact of the rule names them.</returns>
    ValueList<Field> ParametersIn(PolicySet policies);

    /// <summary>Returns why the rule cannot work at all on what is known.</summary>
    /// <param name="view">What there is to see.</param>
    /// <returns>Null when it can.</returns>
    Reason? Obstacle(PolicyView view) => null;

    /// <summary>Returns what the rule does next about the community as a whole.</summary>
    /// <param name="view">What there is to see.</param>
    /// <returns>Null when it will do nothing unless something happens.</returns>
    PolicyStep? NextForCommunity(PolicyView view) => null;

    /// <summary>Returns what the rule does next about one person.</summary>
    /// <param name="view">What there is to see.</param>
    /// <param name="member">The person's membership.</param>
    /// <returns>Null when it will do nothing unless something happens.</returns>
    PolicyStep? NextForMember(PolicyView view, Membership member) => null;
}
