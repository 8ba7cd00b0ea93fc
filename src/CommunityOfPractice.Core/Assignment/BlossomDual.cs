namespace CommunityOfPractice.Core.Assignment;

/// <summary>An odd set of vertices of which at most half can be matched inside the set, and the price of that limit.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class BlossomDual
{
    private readonly int[] members;

    /// <summary>Makes a blossom with its dual.</summary>
    /// <param name="members">The vertices, in any order.</param>
    /// <param name="dual">The dual.</param>
    public BlossomDual(ReadOnlySpan<int> members, long dual)
    {
        this.members = members.ToArray();
        Dual = dual;
    }

    /// <summary>Gets the vertices.</summary>
    /// <value>In a certificate of the solver ascending, an odd number of them, three or more.</value>
    public ReadOnlySpan<int> Members => members;

    /// <summary>Gets the dual of the set.</summary>
    /// <value>In the unit of the weights; in a certificate of the solver above zero.</value>
    public long Dual { get; }
}
