"""Makes the invented community of this folder: the same files every time."""
import csv, datetime as dt, random

r = random.Random(20261126)
END = dt.datetime(2026, 6, 29)
DEPTS = [("IT & Operations", 16), ("Sales", 12), ("Research <R&D>", 9), ("Finance", 7), ("Human Resources", 3)]
PLACES = ["Aachen", "Bern", "Copenhagen"]


def iso(t):
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")


def write(name, rows):
    with open(name, "w", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows(rows)


people = [(f"p{i:02}", d) for i, d in enumerate(d for d, n in DEPTS for _ in range(n))]
dept = dict(people)
ids = [p for p, _ in people]
write("people.csv", [("person", "department", "location", "timezone")] + [(p, d, PLACES[i % 3], "Europe/Berlin") for i, (p, d) in enumerate(people)])
write("communities.csv", [("community", "name", "description", "topics", "chartered"),
                          ("circle", "Testing & Quality <Circle>", "How we test what we build.", "testing", iso(END - dt.timedelta(days=210)))])
members = [("community", "person", "from", "until", "role")]
for i, p in enumerate(ids):
    late = i % 4 == 3
    members.append(("circle", p, iso(END - dt.timedelta(days=(20 + 3 * (i % 23)) if late else 230)), "", ""))
members += [("circle", "p00", iso(END - dt.timedelta(days=230)), "", "facilitator"), ("circle", "p05", iso(END - dt.timedelta(days=180)), "", "sponsor")]
write("memberships.csv", members)

acts, n = [], 0


def act(person, at, what, parent="", thread="", formality=""):
    global n
    n += 1
    acts.append(("circle", person, iso(at), what, f"a{n}", parent, thread, formality))
    return f"a{n}"


def someone(near=None):
    if near and r.random() < 0.72:
        same = [p for p in ids if dept[p] == dept[near] and p != near]
        return r.choice(same)
    return r.choice([p for p in ids if p != near])


for week in range(26):
    for k in range([6, 7, 4, 8, 0, 5, 9, 3][week % 8]):
        at = END - dt.timedelta(weeks=26 - week) + dt.timedelta(hours=9 + r.randrange(7 * 24 - 10))
        asker = "p00" if r.random() < 0.3 else someone()
        if r.random() < 0.6:
            q = act(asker, at, "ask")
            for _ in range(r.choice([0, 1, 1, 2])):
                wait = r.choice([1, 2, 5, 20, 30, 60, 100, 200])
                if at + dt.timedelta(hours=wait) < END:
                    act(someone(asker), at + dt.timedelta(hours=wait), "answer", q)
        else:
            q = act(asker, at, "post")
            for _ in range(r.choice([0, 1, 2, 3])):
                act(someone(asker), min(at + dt.timedelta(hours=r.randrange(1, 70)), END - dt.timedelta(hours=1)), "reply", q)
    if week % 3 == 0:
        act(r.choice(["p00", "p01", "p20"]), END - dt.timedelta(weeks=26 - week) + dt.timedelta(days=2), "curate")
    if week % 5 == 0:
        act(r.choice(ids), END - dt.timedelta(weeks=26 - week) + dt.timedelta(days=3), "use", "", r.choice(["guide", "checklist", "talk"]))

gatherings = [("community", "gathering", "title", "start", "duration", "timezone", "type", "hosts", "status")]
attendance = [("community", "gathering", "person", "rsvp", "attended")]
for i, week in enumerate(range(0, 26, 2)):
    start = END - dt.timedelta(weeks=26 - week) + dt.timedelta(days=1, hours=12)
    status = ["held", "held", "held", "cancelled", "held", "scheduled"][i % 6]
    kind = ["talk", "coffee chat", "workshop"][i % 3]
    gatherings.append(("circle", f"g{i:02}", f"Circle {i + 1}", iso(start), "PT1H", "Europe/Berlin", kind, "p00" if i % 3 else "p01", status))
    if status == "held":
        for p in r.sample(ids, 14):
            attendance.append(("circle", f"g{i:02}", p, "yes", "yes" if r.random() < 0.8 else "no"))
write("gatherings.csv", gatherings)
write("attendance.csv", attendance)
write("artifacts.csv", [("community", "artifact", "type", "title", "steward", "published", "confirmed", "authors"),
                        ("circle", "guide", "guide", "How to test a form", "p01", iso(END - dt.timedelta(days=200)), iso(END - dt.timedelta(days=40)), "p01"),
                        ("circle", "checklist", "checklist", "Before a release", "p00", iso(END - dt.timedelta(days=150)), iso(END - dt.timedelta(days=150)), "p00"),
                        ("circle", "talk", "recording", "Talk on flaky tests", "", iso(END - dt.timedelta(days=190)), "", "p20")])
write("activity.csv", [("community", "person", "at", "act", "id", "in_reply_to", "thread", "formality")] + sorted(acts, key=lambda a: (a[2], int(a[4][1:]))))
