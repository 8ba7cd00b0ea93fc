"""The k of greatest posterior under a Dirichlet-multinomial likelihood, by looking at many k. A line in: {"Counts": [[[count, share], …] of each topic]}; out: k."""
import json
import math
import sys


def posterior(k, topics):
    value = -((math.log(k) - math.log(20)) ** 2) / (2 * math.log(10) ** 2)
    for people in topics:
        total = sum(count for count, _ in people)
        value += math.lgamma(k) - math.lgamma(total + k)
        value += sum(math.lgamma(count + k * share) - math.lgamma(k * share) for count, share in people)
    return value


for line in sys.stdin:
    topics = json.loads(line)["Counts"]
    low, high = math.log(0.1), math.log(1e5)
    for _ in range(8):  # ever finer grids around the best
        step = (high - low) / 100
        grid = [low + step * i for i in range(101)]
        best = max(grid, key=lambda at: posterior(math.exp(at), topics))
        low, high = max(math.log(0.1), best - step), min(math.log(1e5), best + step)
    print(json.dumps({"k": math.exp(best)}))
