#!/usr/bin/env python3
"""Converts membership intervals (see README.md) to memberships of the interchange format.

    convert.py rust INTERVALS.csv rust-teams.csv.gz
    convert.py kubernetes INTERVALS.csv kubernetes-teams.csv.gz
"""
import csv
import gzip
import io
import sys


def rows(source, path):
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            team = row["team"] if source == "rust" else f"{row['org']}/{row['team']}"
            until = "" if row["still_open"] == "1" else row["last_seen"]
            role = "" if row["role"] == "member" else row["role"]
            yield team, row["person"], row["first_seen"], until, role


def main():
    source, path, target = sys.argv[1:]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["community", "person", "from", "until", "role"])
    writer.writerows(sorted(set(rows(source, path))))
    with open(target, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.getvalue().encode("utf-8"))


main()
