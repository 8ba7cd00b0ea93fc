using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Checks across rows: the same row twice counts once, rows that contradict each other are errors, and the first one stays.</summary>
internal static class EntryChecks
{
    public static List<CommunityEntry> Communities(Draft draft)
    {
        Dictionary<CommunityId, (CommunityEntry Entry, int Origin)> known = [];
        foreach ((CommunityEntry entry, int origin) in draft.Communities.Rows)
        {
            if (!known.TryAdd(entry.Community, (entry, origin)) && known[entry.Community].Entry != entry)
            {
                Place place = draft.PlaceOf(origin);
                place.File.Error(
                    place.Line,
                    "community",
                    ProblemCode.CommunityConflict,
                    $"{draft.PlaceOf(known[entry.Community].Origin)} says something else about {Shown.Text(entry.Community.Text)}");
            }
        }

        return [.. known.Values.Select(row => row.Entry)];
    }

    public static List<PersonEntry> People(Draft draft)
    {
        List<PersonEntry> good = [];
        foreach (IGrouping<PersonId, (PersonEntry Entry, int Origin)> person in draft.People.Rows.GroupBy(row => row.Entry.Person))
        {
            (PersonEntry Entry, int Origin)? last = null;
            foreach ((PersonEntry Entry, int Origin) row in person.DistinctBy(row => row.Entry).OrderBy(row => row.Entry.From ?? DateTimeOffset.MinValue))
            {
                if (last is { } before && CanonicalOrder.Overlap(before.Entry, row.Entry))
                {
                    Place place = draft.PlaceOf(row.Origin);
                    place.File.Error(
                        place.Line,
                        "person",
                        ProblemCode.PersonOverlap,
                        $"{draft.PlaceOf(before.Origin)} has an entry about {Shown.Text(person.Key.Text)} that holds at the same time");
                }
                else
                {
                    last = row;
                    good.Add(row.Entry);
                }
            }
        }

        return good;
    }
}
