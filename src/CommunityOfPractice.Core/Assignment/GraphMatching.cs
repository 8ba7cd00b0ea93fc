namespace CommunityOfPractice.Core.Assignment;

/// <summary>A matching of a graph, that is, a set of edges of which no two share a vertex, and the certificate that none weighs more.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class GraphMatching
{
    private readonly int[] mates;

    /// <summary>Makes a matching, so that one that comes from elsewhere can be checked with <see cref="MaximumWeightMatching.Verify"/>.</summary>
    /// <param name="mates">For each vertex its partner, or -1.</param>
    /// <param name="totalWeight">The sum of the weights of the matched edges.</param>
    /// <param name="certificate">Why no matching weighs more.</param>
    public GraphMatching(ReadOnlySpan<int> mates, long totalWeight, MatchingCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        this.mates = mates.ToArray();
        TotalWeight = totalWeight;
        Certificate = certificate;
        foreach (int mate in mates)
        {
            PairCount += mate >= 0 ? 1 : 0;
        }

        PairCount /= 2;
    }

    /// <summary>Gets the partner of each vertex.</summary>
    /// <value>One number a vertex; -1 for one that stays alone.</value>
    public ReadOnlySpan<int> Mates => mates;

    /// <summary>Gets the number of pairs.</summary>
    /// <value>From 0 to <c>n/2</c>.</value>
    public int PairCount { get; }

    /// <summary>Gets the sum of the weights of the matched edges.</summary>
    /// <value>In the unit of the weights.</value>
    public long TotalWeight { get; }

    /// <summary>Gets why no matching weighs more.</summary>
    /// <value>The dual solution.</value>
    public MatchingCertificate Certificate { get; }
}
