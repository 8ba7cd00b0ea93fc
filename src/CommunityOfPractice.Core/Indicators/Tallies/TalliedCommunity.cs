using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The numbers of one community in <see cref="CommunityTallies"/>; a view that later additions change.</summary>
public sealed class TalliedCommunity
{
    private readonly int[] present;
    private CountSpread spread;
    private TieCounts ties;

    internal TalliedCommunity(int periods) => present = new int[periods];

    /// <summary>Gets how many activities there are.</summary>
    /// <value>Zero or more.</value>
    public long Activities => spread.Total;

    /// <summary>Gets how many people acted.</summary>
    /// <value>Zero or more.</value>
    public int People => spread.Holders;

    /// <summary>Gets how many people were active in each period.</summary>
    /// <value>One number a period. A view that later additions change.</value>
    public ReadOnlySpan<int> Present => present;

    /// <summary>Gets how many of those who turned to whom are answered in kind.</summary>
    /// <value>As <see cref="Networks.Reciprocity.Of"/> of the graph of those who acted or were replied to. O(1).</value>
    public Reciprocity Reciprocity => ties.Reciprocity;

    /// <summary>Returns how unequally activities are spread.</summary>
    /// <param name="among">How many people could have acted, the silent ones included; null for those who did.</param>
    /// <returns>As <see cref="CountTally.Gini"/>; null when nobody acted. O(1).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="among"/> is below <see cref="People"/>.</exception>
    public double? Gini(int? among = null) => spread.Gini(among, 0);

    /// <summary>Returns how unequally activities are spread, on a scale that reaches 1.</summary>
    /// <param name="among">How many people could have acted, the silent ones included; null for those who did.</param>
    /// <returns>As <see cref="CountTally.CorrectedGini"/>; null for fewer than two people or when nobody acted. O(1).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="among"/> is below <see cref="People"/>.</exception>
    public double? CorrectedGini(int? among = null) => spread.Gini(among, 1);

    /// <summary>Returns how few people make up a share of all activities.</summary>
    /// <param name="share">The share, above 0 and at most 1.</param>
    /// <returns>As <see cref="CountTally.AbsenceFactor"/>; null when nobody acted. O(largest count).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not in (0, 1].</exception>
    public int? AbsenceFactor(double share = 0.5) => spread.AbsenceFactor(share);

    /// <summary>Returns the share of all activities that the top fraction of those who acted has.</summary>
    /// <param name="fraction">The fraction, above 0 and at most 1.</param>
    /// <returns>As <see cref="CountTally.TopShare"/>; null when nobody acted. O(largest count).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not in (0, 1].</exception>
    public double? TopShare(double fraction) => spread.TopShare(fraction);

    /// <summary>Counts the ties within and between groups.</summary>
    /// <returns>As <see cref="Networks.GroupTies.Of"/> of the undirected graph of those who acted or were replied to. O(groups).</returns>
    public GroupTies GroupTies() => ties.ToGroupTies();

    /// <summary>Notes an activity of somebody who had so many, and was active in some periods before.</summary>
    internal void Add(int activities, ulong periods, int period)
    {
        present[period] += (int)(~periods >> period) & 1;
        spread.Raise(activities);
    }

    /// <summary>Asks for what <see cref="Add"/> will need.</summary>
    internal void Prefetch(int period)
    {
        Cache.Load(in present[period]);
        spread.Prefetch();
    }

    internal void AddVertex(int group) => ties.AddVertex(group);

    internal bool AddEdge(ulong direction, ulong known, int one, int other) => ties.AddEdge(direction, known, one, other);

    /// <summary>Makes it the community of members with so many activities and such periods.</summary>
    internal void Set(ReadOnlySpan<int> activities, ReadOnlySpan<ulong> periods)
    {
        spread.Set(activities);
        for (int period = 0; period < present.Length; period++)
        {
            int count = 0;
            foreach (ulong mask in periods)
            {
                count += (int)(mask >> period) & 1;
            }

            present[period] = count;
        }
    }
}
