using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The plain numbers of one community in an <see cref="ActivitySurvey"/>: no model, no names.</summary>
public sealed class CommunitySurvey
{
    private readonly int[] active;

    internal CommunitySurvey(CommunityId community, int[] active, TieNumbers ties)
    {
        Community = community;
        this.active = active;
        Ties = ties;
    }

    /// <summary>Gets the community.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets how many activities of people there are.</summary>
    /// <value>Zero or more; without those of bots.</value>
    public int Activities { get; internal init; }

    /// <summary>Gets how many people acted.</summary>
    /// <value>Zero or more.</value>
    public int People { get; internal init; }

    /// <summary>Gets how unequally activities are spread over those who acted.</summary>
    /// <value>As <see cref="Gini.Of{T}"/> of the activities of each person; null when nobody acted.</value>
    public double? Inequality { get; internal init; }

    /// <summary>Gets how long posts waited for their first reply.</summary>
    /// <value>The median in seconds, of the posts that have a reply; null when none has. Posts without a reply are left out, so it is too hopeful where many are.</value>
    public double? MedianFirstReply { get; internal init; }

    /// <summary>Gets how many people were active in each period.</summary>
    /// <value>One number a period.</value>
    public ReadOnlySpan<int> Active => active;

    /// <summary>Gets whether the number of active people tends to rise or to fall.</summary>
    /// <value>The test of <see cref="Active"/>; null for fewer than two periods. O(periods²) at each call.</value>
    public MannKendall? Trend
    {
        get
        {
            Span<double> series = stackalloc double[active.Length];
            for (int period = 0; period < active.Length; period++)
            {
                series[period] = active[period];
            }

            return MannKendall.Of(series);
        }
    }

    /// <summary>Gets how many people replied to somebody, or were replied to.</summary>
    /// <value>The vertices of the reply graph; zero or more. In this graph nobody is alone.</value>
    public int Vertices => Ties.Vertices;

    /// <summary>Gets how many pairs there are of somebody and somebody they replied to.</summary>
    /// <value>The edges of the reply graph; zero or more, loops left out.</value>
    public int Edges => Ties.Edges;

    /// <summary>Gets the share of the possible edges that exist.</summary>
    /// <value>As <see cref="Networks.Density"/>; null below two vertices.</value>
    public double? Density => Ties.Vertices < 2 ? null : (double)Ties.Edges / ((long)Ties.Vertices * (Ties.Vertices - 1));

    /// <summary>Gets how many of the edges have their opposite.</summary>
    /// <value>As <see cref="Networks.Reciprocity.Of"/>.</value>
    public Reciprocity Reciprocity => new(Ties.Mutual, Ties.Edges, Ties.Vertices);

    /// <summary>Gets whether replies go to one person or to all alike.</summary>
    /// <value>As <see cref="Networks.Centralization.OfInDegree"/>; null without edges.</value>
    public double? Centralization => Ties.Vertices < 2 ? null : (double)(((long)Ties.Vertices * Ties.Largest) - Ties.Edges) / ((Ties.Vertices - 1L) * (Ties.Vertices - 1L));

    /// <summary>Gets how many edges join two known groups.</summary>
    /// <value>From zero to <see cref="Known"/>.</value>
    public int Crossing => Ties.Crossing;

    /// <summary>Gets how many edges have both groups known.</summary>
    /// <value>From zero to <see cref="Edges"/>; zero when the survey was given no groups.</value>
    public int Known => Ties.Known;

    /// <summary>Gets the E-I index of the edges, each direction counting: those across groups less those inside, as a share of both.</summary>
    /// <value>From −1 (all inside) to 1 (all across); null when no edge has both groups known. <see cref="GroupTies.EiIndex"/> counts two directions once.</value>
    public double? EiIndex => Ties.Known == 0 ? null : ((2.0 * Ties.Crossing) - Ties.Known) / Ties.Known;

    private TieNumbers Ties { get; }
}

/// <summary>What is counted of a reply graph.</summary>
internal readonly record struct TieNumbers(int Vertices, int Edges, int Mutual, int Largest, int Known, int Crossing);
