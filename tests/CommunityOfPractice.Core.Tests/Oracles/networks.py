"""Graph measures of igraph and networkx. A line in: {"Vertices", "From", "To", "Groups"}; a line out: the measures, null where undefined.

Where both libraries offer a measure they must agree here, before the answer is given.
"""
import json
import sys

import igraph
import networkx


def agreed(first, second):
    assert abs(first - second) < 1e-9, (first, second)
    return first


for line in sys.stdin:
    graph = json.loads(line)
    n, groups = graph["Vertices"], graph["Groups"]
    edges = sorted({(u, v) for u, v in zip(graph["From"], graph["To"]) if u != v})
    directed = igraph.Graph(n=n, edges=edges, directed=True)
    ties = directed.as_undirected(mode="collapse")
    nx_directed = networkx.DiGraph()
    nx_directed.add_nodes_from(range(n))
    nx_directed.add_edges_from(edges)
    nx_ties = nx_directed.to_undirected()
    m = ties.ecount()
    cores, nx_cores = ties.coreness(), networkx.core_number(nx_ties)
    assert cores == [nx_cores[v] for v in range(n)]
    sizes = ties.connected_components(mode="weak").sizes()
    has_triples = any(d >= 2 for d in ties.degree())

    known = ties.induced_subgraph([v for v in range(n) if groups[v] >= 0])
    labels = [g for g in groups if g >= 0]
    crossing = sum(labels[e.source] != labels[e.target] for e in known.es)

    def centralization(degrees, largest):
        return sum(max(degrees) - d for d in degrees) / largest if m and largest else None

    gone = [v for v in range(n) if groups[v] == 0]
    left = ties.induced_subgraph([v for v in range(n) if groups[v] != 0])
    has_rest = gone and left.vcount() >= 4
    nx_known = nx_ties.subgraph([v for v in range(n) if groups[v] >= 0])
    networkx.set_node_attributes(nx_known, {v: groups[v] for v in nx_known}, "group")
    touched = {groups[v] for e in nx_known.edges for v in e}

    print(json.dumps({
        "density": agreed(directed.density(), networkx.density(nx_directed)),
        "tie_density": agreed(ties.density(), networkx.density(nx_ties)),
        "reciprocity": agreed(directed.reciprocity(), networkx.overall_reciprocity(nx_directed)) if edges else None,
        "transitivity": agreed(ties.transitivity_undirected(), networkx.transitivity(nx_ties)) if has_triples else None,
        "isolates": networkx.number_of_isolates(nx_ties),
        "cores": cores,
        "components": len(sizes),
        "giant": agreed(max(sizes), max(len(c) for c in networkx.connected_components(nx_ties))),
        "external": crossing,
        "internal": known.ecount() - crossing,
        "unknown": m - known.ecount(),
        "modularity": known.modularity(labels) if known.ecount() else None,
        "assortativity": agreed(
            known.assortativity_nominal(labels, directed=False), networkx.attribute_assortativity_coefficient(nx_known, "group")
        ) if len(touched) > 1 else None,
        "degree_mean": sum(ties.degree()) / n,
        "centralization": centralization(ties.degree(), (n - 1) * (n - 2)),
        "centralization_in": centralization(directed.indegree(), (n - 1) ** 2),
        "centralization_out": centralization(directed.outdegree(), (n - 1) ** 2),
        "bridging": sum(len({groups[u] for u in ties.neighbors(v)} - {-1}) >= 3 for v in range(n)),
        "giant_share_without": max(left.connected_components().sizes()) / left.vcount() if has_rest else None,
    }))
