"""Assignments of scipy. A line in: {"Values", "Rows", "Columns", "Greatest"}; a line out: the total."""
import json
import sys

import numpy
from scipy.optimize import linear_sum_assignment

for line in sys.stdin:
    question = json.loads(line)
    values = numpy.array(question["Values"], dtype=numpy.int64).reshape(question["Rows"], question["Columns"])
    rows, columns = linear_sum_assignment(values, maximize=question["Greatest"])
    print(json.dumps({"total": int(values[rows, columns].sum())}))
