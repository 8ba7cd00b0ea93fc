namespace CommunityOfPractice.Core.Memberships;

/// <summary>The numbers behind the rules about memberships; data that can be replaced, versioned and tried out over history.</summary>
/// <remarks>Immutable and compared by value. The defaults and their sources stand in docs/lifecycle.md.</remarks>
public sealed partial record MembershipPolicy
{
    /// <summary>Gets the policy with its sourced defaults.</summary>
    /// <value>Version <c>membership/1</c>.</value>
    public static MembershipPolicy Default { get; } = new();

    /// <summary>Gets the version, which every automatic fact names.</summary>
    /// <value>The default value is <c>membership/1</c>.</value>
    public string Version { get; init; } = "membership/1";
}
