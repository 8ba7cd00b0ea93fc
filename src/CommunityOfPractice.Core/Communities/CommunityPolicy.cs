namespace CommunityOfPractice.Core.Communities;

/// <summary>The numbers behind the rules about communities; data that can be replaced, versioned and tried out over history.</summary>
/// <remarks>Immutable and compared by value. The defaults follow the practice of Kubernetes, CNCF and the CDC's guide, see docs/lifecycle.md.</remarks>
public sealed partial record CommunityPolicy
{
    /// <summary>Gets the policy with its sourced defaults.</summary>
    /// <value>Version <c>community/1</c>.</value>
    public static CommunityPolicy Default { get; } = new();

    /// <summary>Gets the version, which every automatic fact names.</summary>
    /// <value>The default value is <c>community/1</c>.</value>
    public string Version { get; init; } = "community/1";

    /// <summary>Gets how many consenting members a launch or a revival needs.</summary>
    /// <value>The default value is 3: a small start (CDC's kit: 3 to 5).</value>
    public int MinMembers { get; init; } = 3;
}
