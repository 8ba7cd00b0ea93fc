namespace CommunityOfPractice.Core.Matching;

/// <summary>A criterion that a host adds to a pairing round, and how much it counts.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class PairingCriterion
{
    /// <summary>Creates the pair of criterion and weight.</summary>
    /// <param name="criterion">The criterion; the same both ways round.</param>
    /// <param name="weight">From 0 to <see cref="PairingRules.LargestWeight"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is outside of its range.</exception>
    public PairingCriterion(IMatchCriterion<Participant, Participant> criterion, int weight)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, PairingRules.LargestWeight);
        Criterion = criterion;
        Weight = weight;
    }

    /// <summary>Gets the criterion.</summary>
    /// <value>Never null.</value>
    public IMatchCriterion<Participant, Participant> Criterion { get; }

    /// <summary>Gets how much it counts beside the others.</summary>
    /// <value>From 0 to 1000.</value>
    public int Weight { get; }
}
