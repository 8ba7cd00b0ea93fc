using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a rule does next: a date to look again, a notice, or a consequence.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record PolicyStep
{
    private PolicyStep(DateTimeOffset due, bool isNotice, ValueList<Fact> facts, ValueList<Field> evidence) =>
        (Due, IsNotice, Facts, Evidence) = (due.ToUniversalTime(), isNotice, facts, evidence);

    /// <summary>Gets when it is due.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset Due { get; }

    /// <summary>Gets a value indicating whether it takes effect when it is given instead of when it was due.</summary>
    /// <value><see langword="true"/> for a notice: nobody is told after the fact.</value>
    public bool IsNotice { get; }

    /// <summary>Gets the facts.</summary>
    /// <value>Empty for a date to look again.</value>
    public ValueList<Fact> Facts { get; }

    /// <summary>Gets what the rule saw.</summary>
    /// <value>Counts and times, no personal data.</value>
    public ValueList<Field> Evidence { get; }

    /// <summary>Makes a date to look again.</summary>
    /// <param name="due">When; after the instant of the view.</param>
    /// <returns>The step.</returns>
    public static PolicyStep Later(DateTimeOffset due) => new(due, isNotice: false, [], []);

    /// <summary>Makes a step that takes effect when it is given.</summary>
    /// <param name="due">When it should be given.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="evidence">What the rule saw.</param>
    /// <returns>The step.</returns>
    public static PolicyStep Notice(DateTimeOffset due, ValueList<Fact> facts, params ReadOnlySpan<Field> evidence) => new(due, isNotice: true, facts, ValueList.Create(evidence));

    /// <summary>Makes a step that takes effect when it was due, however late the policies are applied.</summary>
    /// <param name="due">When it takes effect.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="evidence">What the rule saw.</param>
    /// <returns>The step.</returns>
    public static PolicyStep Consequence(DateTimeOffset due, ValueList<Fact> facts, params ReadOnlySpan<Field> evidence) => new(due, isNotice: false, facts, ValueList.Create(evidence));
}
