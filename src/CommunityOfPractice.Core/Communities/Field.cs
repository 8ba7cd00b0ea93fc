namespace CommunityOfPractice.Core.Communities;

/// <summary>A named text: a host's own field, a parameter of a rule, a piece of evidence.</summary>
/// <remarks>Immutable and compared by value. Times are written in ISO 8601, numbers in the invariant culture.</remarks>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What it holds.</param>
public sealed record Field(string Name, string Value)
{
    /// <summary>Gets what it is called.</summary>
    /// <value>Never null.</value>
    public string Name { get; init; } = Name ?? throw new ArgumentNullException(nameof(Name));

    /// <summary>Gets what it holds.</summary>
    /// <value>Never null.</value>
    public string Value { get; init; } = Value ?? throw new ArgumentNullException(nameof(Value));
}
