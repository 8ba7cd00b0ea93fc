using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Tool.Assigning;

/// <summary>A vertex: a name, and the side it stands on when there are two.</summary>
internal readonly record struct Named(string? Side, string Id);

/// <summary>A weights file solved: who is paired with whom, and the checked proof.</summary>
/// <param name="Mode">General or bipartite.</param>
/// <param name="Names">The vertices, in order of side and name.</param>
/// <param name="Graph">The edges.</param>
/// <param name="Matching">The result.</param>
/// <param name="Proof">What the independent check says.</param>
internal sealed record SolvedWeights(string Mode, IReadOnlyList<Named> Names, WeightedGraph Graph, GraphMatching Matching, Verification Proof)
{
    public const string General = "general";
    public const string Bipartite = "bipartite";

    /// <summary>Gets the pairs, in order.</summary>
    public IEnumerable<(int From, int To, long Weight)> Pairs =>
        Enumerable.Range(0, Names.Count).Where(v => Matching.Mates[v] > v).Select(v => (v, Matching.Mates[v], Graph.Weight(v, Matching.Mates[v])!.Value));

    /// <summary>Gets who stays alone, in order.</summary>
    public IEnumerable<int> Unmatched => Enumerable.Range(0, Names.Count).Where(v => Matching.Mates[v] < 0);

    public static SolvedWeights Solve(IReadOnlyList<WeightRow> rows, string mode, bool maximumCardinality)
    {
        bool apart = mode == Bipartite;
        Named[] names = [.. Side(rows.Select(r => r.From), "from").Concat(Side(rows.Select(r => r.To), "to")).Distinct()
            .OrderBy(n => n.Side, StringComparer.Ordinal).ThenBy(n => n.Id, StringComparer.Ordinal)];
        Dictionary<Named, int> numbers = names.Select((name, number) => (name, number)).ToDictionary(n => n.name, n => n.number);
        WeightedGraph graph = WeightedGraph.FromEdges(
            names.Length,
            [.. rows.Select(r => numbers[new(apart ? "from" : null, r.From)])],
            [.. rows.Select(r => numbers[new(apart ? "to" : null, r.To)])],
            [.. rows.Select(r => r.Weight)]);
        try
        {
            GraphMatching matching = MaximumWeightMatching.Of(graph, maximumCardinality);
            return new(mode, names, graph, matching, MaximumWeightMatching.Verify(graph, matching, maximumCardinality));
        }
        catch (ArgumentOutOfRangeException problem)
        {
            throw new DataException(problem.Message);
        }

        IEnumerable<Named> Side(IEnumerable<string> ids, string side) => ids.Select(id => new Named(apart ? side : null, id));
    }
}
