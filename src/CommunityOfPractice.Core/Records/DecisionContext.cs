using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Records;

/// <summary>Under what circumstances a command is decided.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="At">When; not before the latest fact of the record.</param>
/// <param name="By">Who acts.</param>
public sealed record DecisionContext(DateTimeOffset At, Actor By)
{
    /// <summary>Gets the policies in force.</summary>
    /// <value>The default value is <see cref="PolicySet.Default"/>.</value>
    public PolicySet Policies { get; init => field = value ?? PolicySet.Default; } = PolicySet.Default;

    /// <summary>Gets why, as every resulting fact will say.</summary>
    /// <value>The default value is <see cref="Cause.Unstated"/>.</value>
    public Cause Because { get; init => field = value ?? Cause.Unstated; } = Cause.Unstated;

    /// <summary>Gets what is known from outside of the community.</summary>
    /// <value>The default value is <see cref="Surroundings.Unstated"/>.</value>
    public Surroundings Around { get; init => field = value ?? Surroundings.Unstated; } = Surroundings.Unstated;
}
