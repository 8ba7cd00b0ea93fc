namespace CommunityOfPractice.Core.Practices;

/// <summary>Everything that a practice holds, as plain lists: what a snapshot keeps.</summary>
/// <remarks>Immutable and compared by value; each list is in the order of its ids.</remarks>
public sealed record PracticeState
{
    /// <summary>Gets the state of an empty practice.</summary>
    /// <value>Every list is empty.</value>
    public static PracticeState Empty { get; } = new();
}
