namespace CommunityOfPractice.Core.Assignment;

/// <summary>The dual solution of a maximum-weight matching: prices of vertices and of odd sets that no edge beats and that add up to the weight.</summary>
/// <remarks>
/// <para>With <c>w</c> the weight of an edge plus <see cref="PairBonus"/>, <c>y</c> the duals of vertices and <c>z</c> those of blossoms: all are zero or more, and
/// for each edge <c>y_u + y_v + 2·Σ z_B (blossoms around both) ≥ 2w</c>. So the doubled weight of any matching is at most
/// <c>Σ y + Σ z_B·(|B| − 1)</c>, and a matching that reaches this is a heaviest one (Edmonds 1965). Doubling keeps all duals whole.</para>
/// <para>Immutable; compared by reference.</para>
/// </remarks>
public sealed class MatchingCertificate
{
    private readonly long[] vertexDuals;
    private readonly BlossomDual[] blossoms;

    /// <summary>Makes a certificate, so that one that comes from elsewhere can be checked.</summary>
    /// <param name="pairBonus">What was added to each weight; see <see cref="PairBonus"/>.</param>
    /// <param name="vertexDuals">One dual for each vertex.</param>
    /// <param name="blossoms">The odd sets with their duals.</param>
    public MatchingCertificate(long pairBonus, ReadOnlySpan<long> vertexDuals, ReadOnlySpan<BlossomDual> blossoms)
    {
        PairBonus = pairBonus;
        this.vertexDuals = vertexDuals.ToArray();
        this.blossoms = blossoms.ToArray();
    }

    /// <summary>Gets what was added to the weight of each edge so that more pairs beat any weight.</summary>
    /// <value>Zero when only the weight counts; else more than what pairs can differ by in all.</value>
    public long PairBonus { get; }

    /// <summary>Gets the dual of each vertex, in half units of the weights.</summary>
    /// <value>Zero or more in a certificate of the solver; zero for a vertex that stays alone.</value>
    public ReadOnlySpan<long> VertexDuals => vertexDuals;

    /// <summary>Gets the odd sets with a dual.</summary>
    /// <value>In a certificate of the solver nested or apart, ordered by size and then by their vertices.</value>
    public ReadOnlySpan<BlossomDual> Blossoms => blossoms;

    /// <summary>Gets the most that any matching can weigh by these duals, bonuses included.</summary>
    /// <value>Half of <c>Σ y + Σ z_B·(|B| − 1)</c>, rounded down; <see cref="long.MaxValue"/> when it is more than that.</value>
    public long Bound
    {
        get
        {
            Int128 doubled = 0;
            foreach (long dual in vertexDuals)
            {
                doubled += dual;
            }

            foreach (BlossomDual blossom in blossoms)
            {
                doubled += (Int128)blossom.Dual * (blossom.Members.Length - 1);
            }

            return (long)Int128.Min(long.MaxValue, doubled >> 1);
        }
    }
}
