using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>Measures the graph stages of shared/bench: file of edges (two 32-bit numbers each), built, then read in six ways.</summary>
internal static class GraphSubject
{
    public static void Run(string path, int vertices, int repetitions)
    {
        (int[] from, int[] to) = Read(path);
        int[] groups = [.. Enumerable.Range(0, vertices).Select(vertex => (int)(Mix((ulong)vertex) % 20))];

        DirectedGraph graph = Stage.Measure("build", repetitions, () => DirectedGraph.FromEdges(vertices, from, to), built => built.EdgeCount);
        Stage.Measure("reciprocity", repetitions, () => Reciprocity.Of(graph), measured => measured.Share);
        UndirectedGraph ties = Stage.Measure("to undirected", repetitions, graph.ToUndirected, made => made.EdgeCount);
        Stage.Measure("k-core", repetitions, () => CoreNumbers.Innermost(ties), core => core.Number);
        Stage.Measure("transitivity", repetitions, () => Transitivity.Of(ties), measured => measured.Ratio);
        Stage.Measure("modularity", repetitions, () => GroupTies.Of(ties, groups), measured => measured.Modularity);
    }

    private static (int[] From, int[] To) Read(string path)
    {
        ReadOnlySpan<int> pairs = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(path));
        int[] from = new int[pairs.Length / 2];
        int[] to = new int[pairs.Length / 2];
        for (int edge = 0; edge < from.Length; edge++)
        {
            from[edge] = pairs[2 * edge];
            to[edge] = pairs[(2 * edge) + 1];
        }

        return (from, to);
    }

    public static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
