using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool.Graphs;

/// <summary>Reads a list of edges and a list of nodes; every error is reported with file, line and column, and reading goes on.</summary>
internal sealed class GraphReader(Action<InterchangeProblem> report)
{
    private readonly VertexNames vertices = new(), groupNames = new();
    private readonly List<int> from = [], to = [];
    private readonly Dictionary<int, (long Line, int Group)> nodes = [];
    private bool hasNodes, hasGroups;

    /// <summary>Reads edges: the columns <c>from</c> and <c>to</c>, whatever else stands there.</summary>
    public void ReadEdges(Stream stream, string file, CancellationToken cancellationToken) =>
        new ColumnReader(file, "from", "to", SecondMayBeEmpty: false).Read(
            stream,
            report,
            (_, first, second) =>
            {
                from.Add(vertices.NumberOf(first));
                to.Add(vertices.NumberOf(second));
            },
            cancellationToken);

    /// <summary>Reads nodes: the column <c>id</c>, and the one of the attribute; an empty attribute is unknown.</summary>
    public void ReadNodes(Stream stream, string file, string? attribute, CancellationToken cancellationToken)
    {
        (hasNodes, hasGroups) = (true, attribute is not null);
        ColumnReader reader = new(file, "id", attribute, SecondMayBeEmpty: true);
        reader.Read(
            stream,
            report,
            (line, id, value) =>
            {
                int vertex = vertices.NumberOf(id);
                ref (long Line, int Group) node = ref CollectionsMarshal.GetValueRefOrAddDefault(nodes, vertex, out bool again);
                if (again)
                {
                    reader.Report(report, line, "id", "id.repeated", $"the id is there already, on line {node.Line}");
                    return;
                }

                node = (line, value.IsEmpty ? -1 : groupNames.NumberOf(value));
            },
            cancellationToken);
    }

    public GraphData Complete()
    {
        int[] places = vertices.Places();
        int[]? groups = null;
        if (hasGroups)
        {
            groups = new int[places.Length];
            Array.Fill(groups, -1);
            int[] groupPlaces = groupNames.Places();
            foreach ((int vertex, (_, int group)) in nodes)
            {
                groups[places[vertex]] = group < 0 ? -1 : groupPlaces[group];
            }
        }

        return new(places.Length, [.. from.Select(vertex => places[vertex])], [.. to.Select(vertex => places[vertex])], groups, hasNodes ? places.Length - nodes.Count : 0);
    }
}
