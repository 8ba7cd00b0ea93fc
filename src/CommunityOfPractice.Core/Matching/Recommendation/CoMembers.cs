using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How strongly the members of one community also belong to others.</summary>
/// <remarks>
/// Each member spreads one unit over everything they belong to, so that somebody who belongs to everything tells little; and a community speaks by its rarity, so that one to which nearly
/// everybody belongs tells next to nothing. Units are whole numbers of 2^-40: sums have no order and lose nothing. Rows are kept once they were asked for; safe for concurrent use.
/// </remarks>
internal sealed class CoMembers
{
    internal const double Unit = 1L << 40;

    private readonly CommunityEvidence evidence;
    private readonly double former;
    private readonly double[] units;
    private readonly double[] sizes;
    private readonly double[] rarity;
    private readonly (int Community, long Mass)[]?[] rows;

    public CoMembers(CommunityEvidence evidence, double former)
    {
        this.evidence = evidence;
        this.former = former;
        units = new double[evidence.Persons.Length];
        sizes = new double[evidence.Communities.Length];
        rarity = new double[evidence.Communities.Length];
        rows = new (int, long)[]?[evidence.Communities.Length];
        for (int person = 0; person < units.Length; person++)
        {
            double total = SizeOf(evidence.Of(person));
            units[person] = total > 0 ? Unit / total : 0;
        }

        for (int community = 0; community < sizes.Length; community++)
        {
            sizes[community] = SizeOf(evidence.In(community));
            rarity[community] = RarityOf(sizes[community]);
        }
    }

    /// <summary>How much it tells that somebody belongs to a community: ln((N + 1) / n) / ln(N + 1) of N people and n members, from just above 0 (everybody) to 1 (one person).</summary>
    /// <remarks>The inverse user frequency of Breese, Heckerman and Kadie (1998), Empirical analysis of predictive algorithms for collaborative filtering, <i>UAI '98</i>, smoothed and scaled.</remarks>
    public double Rarity(int community) => rarity[community];

    /// <summary>Adds up what speaks for each community to a person, whose own memberships do not count.</summary>
    public void AddTo(long[] sums, int person, double shrinkage)
    {
        foreach ((int own, bool current) in evidence.Of(person))
        {
            if (current)
            {
                foreach ((int other, long mass) in Row(own))
                {
                    sums[other] += Part(mass - OwnMass(person, other), own, shrinkage);
                }
            }
        }
    }

    /// <summary>The person's own communities that speak for another one, the strongest first.</summary>
    public IEnumerable<int> Sources(int person, int community, double shrinkage)
    {
        List<(long Part, int Community)> sources = [];
        foreach ((int own, bool current) in evidence.Of(person))
        {
            long mass = current ? Row(own).FirstOrDefault(r => r.Community == community).Mass - OwnMass(person, community) : 0;
            if (mass > 0)
            {
                sources.Add((Part(mass, own, shrinkage), own));
            }
        }

        return sources.OrderByDescending(s => s.Part).ThenBy(s => s.Community).Select(s => s.Community);
    }

    private long Part(long mass, int own, double shrinkage) => (long)(mass * rarity[own] / (sizes[own] - 1 + shrinkage));

    private double RarityOf(double size)
    {
        double whole = PortableMath.Log(evidence.Persons.Length + 1.0);
        return size > 1 ? 1 - (PortableMath.Log(size) / whole) : 1;
    }

    private double SizeOf<T>(ReadOnlySpan<(T, bool Current)> all)
    {
        int now = 0;
        foreach ((_, bool current) in all)
        {
            now += current ? 1 : 0;
        }

        return now + (former * (all.Length - now));
    }

    /// <summary>What the person adds to a row of their own, by belonging to the other community or having left it.</summary>
    private long OwnMass(int person, int community)
    {
        ReadOnlySpan<(int Community, bool Current)> own = evidence.Of(person);
        int at = own.BinarySearch((community, false));
        at = at < 0 ? ~at : at;
        return at < own.Length && own[at].Community == community ? Mass(person, 1, own[at].Current) : 0;
    }

    private long Mass(int person, double weight, bool current) => (long)(units[person] * weight * (current ? 1 : former));

    private (int Community, long Mass)[] Row(int community)
    {
        return rows[community] ??= Make();

        (int, long)[] Make()
        {
            Dictionary<int, long> sums = [];
            foreach ((int person, bool current) in evidence.In(community))
            {
                foreach ((int other, bool still) in evidence.Of(person))
                {
                    if (other != community)
                    {
                        sums[other] = sums.GetValueOrDefault(other) + Mass(person, current ? 1 : former, still);
                    }
                }
            }

            return [.. sums.Select(s => (s.Key, s.Value)).Order()];
        }
    }
}
