namespace CommunityOfPractice.Tool.Graphs;

/// <summary>A graph as it was read. Vertices are numbered by their sorted ids, so the order of the rows leaves no trace.</summary>
/// <param name="Vertices">How many vertices there are, those of the nodes file without an edge included.</param>
/// <param name="From">Where each edge starts, loops and repeats included.</param>
/// <param name="To">Where each edge ends.</param>
/// <param name="Groups">The group of each vertex, negative when it is unknown; null when there is no attribute.</param>
/// <param name="Strangers">How many vertices of the edges are not in the nodes file.</param>
internal sealed record GraphData(int Vertices, int[] From, int[] To, int[]? Groups, int Strangers);
