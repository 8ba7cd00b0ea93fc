using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using static CommunityOfPractice.Tool.Graphs.NetworkReading;

namespace CommunityOfPractice.Tool.Graphs;

/// <summary>What a network says about groups.</summary>
internal static class GroupReadings
{
    private const int MostPermutations = 9999, FewestPermutations = 99;
    private const int Work = 50_000_000;
    private const string OneGroup = "there are fewer than two groups";

    /// <summary>Measures the ties within and between groups; without groups every reading says why it has no value.</summary>
    public static IEnumerable<NetworkReading> Of(UndirectedGraph ties, int[]? groups, SplitMix64 random)
    {
        IEnumerable<NetworkReading> readings = Measured(ties, groups ?? Unknown(ties.VertexCount), random);
        return groups is null ? readings.Select(reading => reading.Without("no attribute was given")) : readings;
    }

    private static IEnumerable<NetworkReading> Measured(UndirectedGraph ties, int[] groups, SplitMix64 random)
    {
        GroupTies found = GroupTies.Of(ties, groups);
        string why = found.EiIndex is null ? "no edge has both groups known" : OneGroup;
        bool several = found.Groups > 1;
        int permutations = Math.Clamp(Work / Math.Max(1, ties.EdgeCount + ties.VertexCount), FewestPermutations, MostPermutations);
        EiPermutation? test = EiPermutation.Of(ties, groups, random, permutations);
        return
        [
            Count("groups", "Groups", found.Groups),
            Measure("groupCoverage", "Edges with both groups known", found.Coverage, "there are no edges"),
            Count("externalEdges", "Edges between groups", found.External),
            Count("internalEdges", "Edges within groups", found.Internal),
            Measure("externalShare", "Share of edges between groups", several ? (found.EiIndex + 1) / 2 : null, why),
            Measure("eiIndex", "E-I index", several ? found.EiIndex : null, why),
            Measure("eiExpected", "E-I expected, labels dealt at random", several ? found.EiExpected : null, OneGroup),
            Measure("eiDegreeNull", "E-I expected, degrees kept", several ? found.EiExpectedByDegrees : null, why),
            Measure("eiRescaled", "E-I between the lowest and highest possible", several ? found.EiRescaled : null, several && found.EiIndex is not null ? "only one value is possible" : why),
            Measure("eiPAtMost", "p: as inward by chance", test?.PAtMost, why),
            Measure("eiPAtLeast", "p: as outward by chance", test?.PAtLeast, why),
            Count("eiPermutations", "Permutations behind p", test?.Permutations, why),
            Measure("modularity", "Modularity of the groups", found.Modularity, why),
            Measure("assortativity", "Assortativity of the groups", found.Assortativity, found.EiIndex is null ? why : "all edges lie within one group"),
            Count("bridging", "People with contact in three groups or more", Bridging.Count(ties, groups)),
        ];
    }

    private static int[] Unknown(int vertices)
    {
        int[] groups = new int[vertices];
        Array.Fill(groups, -1);
        return groups;
    }
}
