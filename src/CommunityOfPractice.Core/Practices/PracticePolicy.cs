using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The numbers behind the rules about gatherings, knowledge, stories, questions and recognition; data that can be replaced and versioned.</summary>
/// <remarks>Immutable and compared by value. The defaults and their sources stand in docs/practice.md.</remarks>
public sealed partial record PracticePolicy
{
    /// <summary>Gets the policy with its sourced defaults.</summary>
    /// <value>Version <c>practice/1</c>.</value>
    public static PracticePolicy Default { get; } = new();

    /// <summary>Gets the version, which every automatic fact names.</summary>
    /// <value>The default value is <c>practice/1</c>.</value>
    public string Version { get; init => field = value ?? "practice/1"; } = "practice/1";

    /// <summary>Returns what is wrong with the policy.</summary>
    /// <returns>Every fault, empty when there is none: <c>policy.practice.version</c> (blank).</returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Version), "policy.practice.version", "A policy has a version.");
        return guards.Unmet;
    }
}
