"""Maximum-weight matchings of networkx. A line in: {"Vertices", "From", "To", "Weight", "PairsFirst"}; a line out: pairs and weight."""
import json
import sys

import networkx

for line in sys.stdin:
    question = json.loads(line)
    graph = networkx.Graph()
    graph.add_nodes_from(range(question["Vertices"]))
    for u, v, weight in zip(question["From"], question["To"], question["Weight"]):
        if u != v and (not graph.has_edge(u, v) or graph[u][v]["weight"] < weight):
            graph.add_edge(u, v, weight=weight)
    pairs = networkx.max_weight_matching(graph, maxcardinality=question["PairsFirst"])
    print(json.dumps({"pairs": len(pairs), "weight": sum(graph[u][v]["weight"] for u, v in pairs)}))
