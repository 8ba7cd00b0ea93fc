namespace CommunityOfPractice.Testing;

/// <summary>A rule that a store breaks.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Found">What was found instead; of a sequence of operations the shortest that shows it.</param>
public sealed record BrokenRule(ConformanceRule Rule, string Found)
{
    /// <summary>Returns the rule and what was found.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => $"{Rule.Name}: {Rule.Contract}{Environment.NewLine}    {Found.ReplaceLineEndings(Environment.NewLine + "    ")}";
}
