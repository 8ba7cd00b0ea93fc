using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>The policies in force: the numbers behind every rule.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record PolicySet
{
    /// <summary>Gets the policies with their sourced defaults.</summary>
    /// <value>Every part at its own default.</value>
    public static PolicySet Default { get; } = new();

    /// <summary>Gets the policy about communities.</summary>
    /// <value>The default value is <see cref="CommunityPolicy.Default"/>.</value>
    public CommunityPolicy Community { get; init; } = CommunityPolicy.Default;

    /// <summary>Gets the policy about memberships.</summary>
    /// <value>The default value is <see cref="MembershipPolicy.Default"/>.</value>
    public MembershipPolicy Membership { get; init; } = MembershipPolicy.Default;
}
