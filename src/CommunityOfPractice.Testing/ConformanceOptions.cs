namespace CommunityOfPractice.Testing;

/// <summary>How thoroughly a store is tried.</summary>
/// <remarks>Immutable and compared by value. The same options try the same things, but for what runs at the same time.</remarks>
public sealed record ConformanceOptions
{
    /// <summary>Gets where chance begins.</summary>
    /// <value>The default value is 1. A report names it, so that a failure can be repeated.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Gets how many random sequences of operations are compared with the model.</summary>
    /// <value>From 1 on. The default value is 20.</value>
    public int Sequences { get; init; } = 20;

    /// <summary>Gets how many operations a sequence has.</summary>
    /// <value>From 1 on. The default value is 40.</value>
    public int Steps { get; init; } = 40;

    /// <summary>Gets how many callers act at the same time where concurrency is tried.</summary>
    /// <value>From 2 on. The default value is 8.</value>
    public int Callers { get; init; } = 8;

    /// <summary>Gets how many times each caller acts where concurrency is tried.</summary>
    /// <value>From 1 on. The default value is 20. Where activities are appended a fast store is tried again, with more at a time, for a quarter of a second.</value>
    public int Rounds { get; init; } = 20;

    /// <summary>Gets how long one rule may take before it counts as broken: a store that hangs.</summary>
    /// <value>The default value is two minutes.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Sequences, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Callers, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Patience, TimeSpan.Zero);
    }
}
