#!/usr/bin/python3
"""The same readings with pandas, numpy and igraph: peer_pandas.py FILE AS_OF DAYS PASSES. Prints one JSON line a community, then the timings of each pass.

Written as a data engineer would who knows pandas: typed columns, categories for what repeats, everything grouped and vectorised over all
communities at once; a loop over the communities only for the graphs, which igraph wants one by one. The clock starts before the file is
opened; interpreter start and imports are outside."""
import json
import resource
import sys
import time

import igraph
import numpy as np
import pandas as pd

DAY, WEEK, HOUR = 86_400, 604_800, 3_600
CONTRIBUTIONS = ["post", "ask", "answer", "reply", "comment", "host", "publish", "mentor", "welcome", "curate"]


def read(path):
    df = pd.read_csv(
        path,
        usecols=["community", "person", "at", "act", "id", "in_reply_to"],
        dtype={"community": "category", "person": "category", "act": "category", "id": object, "in_reply_to": object, "at": object},
        keep_default_na=False,
    )
    t = pd.to_datetime(df["at"], utc=True)  # without a format: ten times faster in pandas 1.5
    return pd.DataFrame({
        "c": df["community"].cat.codes.astype(np.int32),
        "p": df["person"].cat.codes.astype(np.int32),
        "t": t.astype(np.int64).to_numpy() // 10**9,
        "act": df["act"],
        "gives": df["act"].isin(CONTRIBUTIONS).to_numpy(),
        "id": df["id"],
        "re": df["in_reply_to"],
    }), df["community"].cat.categories


def concentration(win, n):
    counts = win[win["gives"]].groupby(["c", "p"], sort=False).size().rename("n").reset_index().sort_values(["c", "n"], kind="stable")
    g = counts.groupby("c", sort=False)["n"]
    people, total = g.transform("size"), g.transform("sum")
    rank = g.cumcount()  # 0 for the smallest
    top = people - rank  # 1 for the largest
    counts["w"] = (2 * rank + 1 - people) * counts["n"]
    upto = total - g.cumsum() + counts["n"]  # of this one and all larger ones
    counts["carry"] = np.where(2 * upto >= total, top, np.iinfo(np.int64).max)
    counts["tenth"] = np.where(top <= (people + 9) // 10, counts["n"], 0)
    r = counts.groupby("c").agg(people=("n", "size"), total=("n", "sum"), w=("w", "sum"), absence_factor=("carry", "min"), tenth=("tenth", "sum"))
    return pd.DataFrame({
        "contributors": r["people"],
        "gini": (r["w"] / (r["total"] * (r["people"] - 1))).where(r["people"] >= 5),
        "absence_factor": r["absence_factor"],
        "top_tenth": (r["tenth"] / r["total"]).where(r["people"] >= 20),
    })


def waiting(hist, win, parent, end):
    asked = (win["act"] == "ask").to_numpy()
    questions = win.index[asked]
    replies = hist.index[hist["act"].isin(["answer", "reply"]).to_numpy() & (parent >= 0)]
    p = parent[replies]
    who, com, when = hist["p"].to_numpy(), hist["c"].to_numpy(), hist["t"].to_numpy()
    good = who[replies] != who[p]
    first = pd.Series(when[replies[good]]).groupby(p[good]).min()
    first = first.reindex(questions)
    q = pd.DataFrame({"c": com[questions], "wait": first.fillna(end).to_numpy().astype(np.int64) - when[questions], "answered": first.notna().to_numpy()})
    g = q.groupby(["c", "wait"])["answered"].agg(d="sum", n="size").reset_index()
    by = g.groupby("c")
    at_risk = by["n"].transform("sum") - by["n"].cumsum() + g["n"]
    g["s"] = (1 - g["d"] / at_risk).groupby(g["c"]).cumprod()
    s48 = g[g["wait"] <= 48 * HOUR].groupby("c")["s"].last()
    median = g[(g["s"] <= 0.5 + 1e-12) & (g["d"] > 0)].groupby("c")["wait"].first() / HOUR
    q["full"] = q["answered"] | (q["wait"] >= 48 * HOUR)
    r = q.groupby("c").agg(n=("wait", "size"), a=("answered", "sum"), f=("full", "sum"))
    return pd.DataFrame({
        "answered_48h": (1 - s48.reindex(r.index).fillna(1)).where((r["n"] >= 10) & ((r["a"] >= 3) | (r["f"] >= 10))),
        "median_hours": median.reindex(r.index).where((r["n"] >= 10) & (r["a"] >= 3)),
    })


def newcomers(evidence, begin, end):
    start = evidence.groupby(["c", "p"], sort=False)["t"].transform("min")
    cohort = (start >= begin) & (start + 30 * DAY <= end)
    h = evidence.loc[cohort, ["c", "p"]]
    since = evidence.loc[cohort, "t"] - start[cohort]
    h["back"] = (since >= 7 * DAY) & (since < 30 * DAY)
    people = h.groupby(["c", "p"], sort=False)["back"].any().groupby("c").agg(["size", "mean"])
    return people["mean"].where(people["size"] >= 5).rename("newcomer_return")


def momentum(evidence, win, n, begin, end):
    first = evidence.groupby("c")["t"].min().reindex(range(n))
    weeks = ((end - np.maximum(begin, first.fillna(end))) // WEEK).to_numpy().astype(int)
    most = int(weeks.max())
    g = win[win["gives"]]
    back = (end - 1 - g["t"]) // WEEK
    seen = pd.DataFrame({"c": g["c"], "p": g["p"], "b": back}).drop_duplicates()
    table = np.zeros((n, most))
    inside = (seen["b"] < most).to_numpy()
    np.add.at(table, (seen["c"].to_numpy()[inside], most - 1 - seen["b"].to_numpy()[inside]), 1)
    y = np.log(1 + table)
    y[np.arange(most)[None, :] < (most - weeks)[:, None]] = np.nan
    i, j = np.triu_indices(most, 1)
    d = y[:, j] - y[:, i]
    enough = weeks >= 8
    slope = np.full(n, np.nan)
    slope[enough] = np.nanmedian(d[enough] / (j - i), axis=1)
    s = np.where(enough, np.nansum(np.sign(d), axis=1), np.nan)
    return pd.DataFrame({"slope": slope, "s": s}, index=pd.RangeIndex(n, name="c"))


def network(hist, win, parent):
    mine = win.index[win["gives"].to_numpy()]
    mine = mine[parent[mine] >= 0]
    who, com = hist["p"].to_numpy(), hist["c"].to_numpy()
    a, b = who[mine], who[parent[mine]]
    ties = pd.DataFrame({"c": com[mine], "a": a, "b": b}).drop_duplicates()
    by = dict(tuple(ties.groupby("c")))
    rows = {}
    for c, people in win.groupby("c")["p"]:
        t = by.get(c)
        ends = np.concatenate([t["a"].to_numpy(), t["b"].to_numpy()]) if t is not None else np.empty(0, np.int32)
        everybody, number = np.unique(np.concatenate([ends, people.unique()]), return_inverse=True)
        m = len(ends) // 2
        g = igraph.Graph(n=len(everybody), edges=np.stack([number[:m], number[m:2 * m]], 1), directed=True)
        alone = int((np.asarray(g.degree()) == 0).sum())
        rows[c] = (g.reciprocity() if m else np.nan, alone / len(everybody) if len(everybody) >= 5 else np.nan)
    return pd.DataFrame.from_dict(rows, orient="index", columns=["reciprocity", "isolates"])


def one_pass(path, as_of, days, number):
    end = int(pd.Timestamp(as_of).timestamp())
    begin = end - int(days) * DAY
    t0, cpu = time.perf_counter(), time.process_time()
    df, names = read(path)
    t1 = time.perf_counter()
    hist = df[df["t"] < end].reset_index(drop=True)
    parent = np.full(len(hist), -1, np.int64)
    replies = (hist["re"] != "").to_numpy()
    parent[replies] = pd.Index(hist["id"]).get_indexer(hist["re"][replies])
    who, com = hist["p"].to_numpy(), hist["c"].to_numpy()
    parent[(parent >= 0) & (com != com[parent])] = -1
    oneself = (parent >= 0) & (who == who[parent]) & (hist["act"] != "withdraw").to_numpy()
    evidence = hist[~oneself]  # the index still counts the rows of hist
    win = evidence[evidence["t"] >= begin]
    n = len(names)
    out = pd.DataFrame(index=pd.RangeIndex(n)).join([
        concentration(win, n), waiting(hist, win, parent, end), newcomers(evidence, begin, end), momentum(evidence, win, n, begin, end), network(hist, win, parent)])
    out["contributors"] = out["contributors"].fillna(0)
    t2, cpu = time.perf_counter(), time.process_time() - cpu
    if number == 0:
        for c, row in zip(names, out.itertuples(index=False)):
            print(json.dumps({"community": c, **{k: None if pd.isna(v) else float(v) for k, v in row._asdict().items()}}))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"pass": number, "read_s": t1 - t0, "assess_s": t2 - t1, "total_s": t2 - t0, "cpu_s": cpu, "peak_mb": peak}))


for number in range(int(sys.argv[4])):
    one_pass(*sys.argv[1:4], number)
