"""recall, precision, reciprocal rank and nDCG by their definitions. A line in: {"Ranked", "Relevant", "K"}; a line out: the four."""
import json
import math
import sys

for line in sys.stdin:
    question = json.loads(line)
    relevant, k = set(question["Relevant"]), question["K"]
    hits = [1 if item in relevant else 0 for item in question["Ranked"][:k]]
    gain = sum(hit / math.log2(place + 2) for place, hit in enumerate(hits))
    ideal = sum(1 / math.log2(place + 2) for place in range(min(k, len(relevant))))
    first = next((1 / (place + 1) for place, hit in enumerate(hits) if hit), 0)
    print(json.dumps({"recall": sum(hits) / len(relevant), "precision": sum(hits) / k, "first": first, "ndcg": gain / ideal}))
