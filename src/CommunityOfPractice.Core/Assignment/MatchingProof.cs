namespace CommunityOfPractice.Core.Assignment;

/// <summary>Checks the certificate of a maximum-weight matching; shares nothing with the solver.</summary>
internal static class MatchingProof
{
    public static IEnumerable<string> FaultsOf(WeightedGraph graph, GraphMatching matching, bool maximumCardinality)
    {
        List<string> faults = [];
        try
        {
            if (CheckShape(graph, matching, faults))
            {
                CheckBonus(graph, matching.Certificate.PairBonus, maximumCardinality, faults);
                CheckDuals(graph, matching, tight: true, faults);
                CheckTotals(graph, matching, faults);
            }
        }
        catch (OverflowException)
        {
            faults.Add("The numbers are too large to be checked.");
        }

        return faults.Take(Verification.MostFaults);
    }

    /// <summary>What is wrong with a bound: duals that an edge beats, or a weight that is not the matching's.</summary>
    public static IEnumerable<string> BoundFaultsOf(WeightedGraph graph, GraphMatching matching)
    {
        List<string> faults = [];
        try
        {
            if (CheckShape(graph, matching, faults))
            {
                CheckBonus(graph, matching.Certificate.PairBonus, false, faults);
                CheckDuals(graph, matching, tight: false, faults);
                if (WeightOf(graph, matching) != matching.TotalWeight)
                {
                    faults.Add($"The pairs weigh {WeightOf(graph, matching)}, said to be {matching.TotalWeight}.");
                }
            }
        }
        catch (OverflowException)
        {
            faults.Add("The numbers are too large to be checked.");
        }

        return faults.Take(Verification.MostFaults);
    }

    /// <summary>Whether this is a matching of the graph, and the certificate speaks of its vertices.</summary>
    private static bool CheckShape(WeightedGraph graph, GraphMatching matching, List<string> faults)
    {
        int count = graph.VertexCount;
        ReadOnlySpan<int> mates = matching.Mates;
        if (mates.Length != count || matching.Certificate.VertexDuals.Length != count)
        {
            faults.Add($"There are {count} vertices, {mates.Length} mates and {matching.Certificate.VertexDuals.Length} duals.");
            return false;
        }

        for (int vertex = 0; vertex < count; vertex++)
        {
            int mate = mates[vertex];
            if (mate != -1 && ((uint)mate >= (uint)count || mates[mate] != vertex || graph.Weight(vertex, mate) is null))
            {
                faults.Add($"Vertex {vertex} has mate {mate}, which is no pair along an edge.");
            }
        }

        foreach (BlossomDual blossom in matching.Certificate.Blossoms)
        {
            HashSet<int> members = [.. blossom.Members];
            if (members.Count != blossom.Members.Length || members.Count < 3 || members.Count % 2 == 0 || members.Any(member => (uint)member >= (uint)count))
            {
                faults.Add($"The blossom of {blossom.Members.Length} members is no odd set of three or more vertices.");
            }
        }

        return faults.Count == 0;
    }

    /// <summary>A bonus is the same for all pairs, so it changes nothing but the worth of one more pair: that must be more than all weights can differ by.</summary>
    private static void CheckBonus(WeightedGraph graph, long bonus, bool maximumCardinality, List<string> faults)
    {
        if (!maximumCardinality && bonus != 0)
        {
            faults.Add("A bonus for each pair proves another total.");
        }

        if (maximumCardinality)
        {
            long least = 0;
            long most = 0;
            foreach (long weight in graph.AllWeights)
            {
                least = Math.Min(least, weight);
                most = Math.Max(most, weight);
            }

            if ((Int128)bonus <= (((Int128)most - least) * (graph.VertexCount / 2)) - least)
            {
                faults.Add($"The bonus of {bonus} for each pair is too small to put the number of pairs first.");
            }
        }
    }

    /// <summary>No dual is negative and no edge beats the duals; for a proof also: what is matched is tight, who is alone has no dual, blossoms are full.</summary>
    private static void CheckDuals(WeightedGraph graph, GraphMatching matching, bool tight, List<string> faults)
    {
        ReadOnlySpan<long> duals = matching.Certificate.VertexDuals;
        ReadOnlySpan<int> mates = matching.Mates;
        List<int>?[] around = CheckBlossoms(matching, tight, faults);
        for (int vertex = 0; vertex < duals.Length && faults.Count < Verification.MostFaults; vertex++)
        {
            if (duals[vertex] < 0 || (tight && mates[vertex] < 0 && duals[vertex] != 0))
            {
                faults.Add($"Vertex {vertex} has a dual of {duals[vertex]}{(mates[vertex] < 0 ? " and stays alone" : string.Empty)}.");
            }

            for (int arc = graph.Starts[vertex]; arc < graph.Starts[vertex + 1]; arc++)
            {
                int other = graph.Ends[arc];
                long slack = checked(duals[vertex] + duals[other] - (2 * (graph.AllWeights[arc] + matching.Certificate.PairBonus)));
                if (slack < 0 || mates[vertex] == other)
                {
                    slack = checked(slack + (2 * SharedDual(around[vertex], around[other], matching.Certificate.Blossoms)));
                }

                if (slack < 0 || (tight && slack != 0 && mates[vertex] == other))
                {
                    faults.Add($"The edge of {vertex} and {other} has a slack of {slack}{(slack < 0 ? string.Empty : " and is matched")}.");
                }
            }
        }
    }

    /// <summary>Checks that blossoms are full and their duals not negative.</summary>
    /// <returns>For each vertex the blossoms that hold it, ascending; null for none.</returns>
    private static List<int>?[] CheckBlossoms(GraphMatching matching, bool tight, List<string> faults)
    {
        List<int>?[] around = new List<int>?[matching.Mates.Length];
        ReadOnlySpan<BlossomDual> blossoms = matching.Certificate.Blossoms;
        for (int blossom = 0; blossom < blossoms.Length; blossom++)
        {
            foreach (int member in blossoms[blossom].Members)
            {
                (around[member] ??= []).Add(blossom);
            }

            int matched = 0;
            foreach (int member in blossoms[blossom].Members)
            {
                int mate = matching.Mates[member];
                matched += mate >= 0 && around[mate] is { } found && found[^1] == blossom ? 1 : 0;
            }

            if (blossoms[blossom].Dual < 0 || (tight && blossoms[blossom].Dual > 0 && matched != blossoms[blossom].Members.Length - 1))
            {
                faults.Add($"The blossom of {blossoms[blossom].Members.Length} with dual {blossoms[blossom].Dual} has {matched} vertices matched inside.");
            }
        }

        return around;
    }

    private static long SharedDual(List<int>? one, List<int>? other, ReadOnlySpan<BlossomDual> blossoms)
    {
        long shared = 0;
        for (int i = 0, k = 0; i < one?.Count && k < other?.Count;)
        {
            shared = checked(shared + (one[i] == other[k] ? blossoms[one[i]].Dual : 0));
            (i, k) = one[i] == other[k] ? (i + 1, k + 1) : one[i] < other[k] ? (i + 1, k) : (i, k + 1);
        }

        return shared;
    }

    /// <summary>The doubled weight, bonuses included, reaches the bound that the duals give.</summary>
    private static void CheckTotals(WeightedGraph graph, GraphMatching matching, List<string> faults)
    {
        Int128 weight = WeightOf(graph, matching);
        Int128 bound = 0;
        foreach (long dual in matching.Certificate.VertexDuals)
        {
            bound += dual;
        }

        foreach (BlossomDual blossom in matching.Certificate.Blossoms)
        {
            bound += (Int128)blossom.Dual * (blossom.Members.Length - 1);
        }

        Int128 reached = 2 * (weight + ((Int128)matching.PairCount * matching.Certificate.PairBonus));
        if (weight != matching.TotalWeight || reached != bound)
        {
            faults.Add($"The pairs weigh {weight}, said to be {matching.TotalWeight}; {reached} in half units with bonuses, while the duals allow {bound}.");
        }
    }

    private static Int128 WeightOf(WeightedGraph graph, GraphMatching matching)
    {
        Int128 weight = 0;
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            weight += matching.Mates[vertex] > vertex ? graph.Weight(vertex, matching.Mates[vertex])!.Value : 0;
        }

        return weight;
    }
}
