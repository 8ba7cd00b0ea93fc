using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Checks across rows: the same row twice counts once, rows that contradict each other are errors, and the first one stays.</summary>
internal static class EntryChecks
{
    public static List<CommunityEntry> Communities(Draft draft) =>
        Distinct(draft, draft.Communities.Rows, entry => entry.Community, "community", ProblemCode.CommunityConflict, entry => entry.Community.Text);

    public static List<GatheringEntry> Gatherings(Draft draft) =>
        Distinct(draft, draft.Gatherings.Rows, entry => (entry.Community, entry.Gathering), "gathering", ProblemCode.EntryConflict, entry => entry.Gathering);

    public static List<AttendanceEntry> Attendances(Draft draft) =>
        Distinct(draft, draft.Attendances.Rows, entry => (entry.Community, entry.Gathering, entry.Person), "person", ProblemCode.EntryConflict, entry => entry.Person.Text);

    public static List<ArtifactEntry> Artifacts(Draft draft) =>
        Distinct(draft, draft.Artifacts.Rows, entry => (entry.Community, entry.Artifact), "artifact", ProblemCode.EntryConflict, entry => entry.Artifact);

    /// <summary>The rows of a story say the same of the story, and each one of its claims.</summary>
    public static List<StoryEntry> Stories(Draft draft)
    {
        List<(StoryEntry Entry, int Origin)> heads = [.. draft.Stories.Rows.Select(row => (row.Entry.Story, row.Origin))];
        List<StoryEntry> known = Distinct(draft, heads, entry => (entry.Community, entry.Story), "story", ProblemCode.EntryConflict, entry => entry.Story);
        ILookup<StoryEntry, StoryClaimEntry?> claims = draft.Stories.Rows.ToLookup(row => row.Entry.Story, row => row.Entry.Claim);
        return [.. known.Select(head => head with { Claims = claims[head].OfType<StoryClaimEntry>().ToValueList() })];
    }

    /// <summary>An alias stands for one person, and the way from it comes to an end; a row that closes a circle is an error, the others stay.</summary>
    public static PersonAliases Aliases(Draft draft)
    {
        Dictionary<PersonId, PersonId> next = [];
        List<PersonAlias> good = [];
        foreach ((PersonAlias entry, int origin) in FirstOfEach(draft, draft.Aliases.Rows, entry => entry.Alias, "alias", ProblemCode.EntryConflict, entry => entry.Alias.Text))
        {
            PersonId end = entry.Person;
            while (end != entry.Alias && next.TryGetValue(end, out PersonId further))
            {
                end = further;
            }

            if (end == entry.Alias)
            {
                Place place = draft.PlaceOf(origin);
                place.File.Error(place.Line, "person", ProblemCode.AliasCircle, $"{Shown.Text(entry.Person.Text)} is {Shown.Text(entry.Alias.Text)}, or stands for it already");
            }
            else
            {
                next.Add(entry.Alias, entry.Person);
                good.Add(entry);
            }
        }

        return new(good.ToValueList());
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

    private static List<TEntry> Distinct<TEntry, TKey>(
        Draft draft, IEnumerable<(TEntry Entry, int Origin)> rows, Func<TEntry, TKey> keyOf, string column, string code, Func<TEntry, string> nameOf)
        where TEntry : class, IEquatable<TEntry>
        where TKey : notnull =>
        [.. FirstOfEach(draft, rows, keyOf, column, code, nameOf).Select(row => row.Entry)];

    private static Dictionary<TKey, (TEntry Entry, int Origin)>.ValueCollection FirstOfEach<TEntry, TKey>(
        Draft draft, IEnumerable<(TEntry Entry, int Origin)> rows, Func<TEntry, TKey> keyOf, string column, string code, Func<TEntry, string> nameOf)
        where TEntry : class, IEquatable<TEntry>
        where TKey : notnull
    {
        Dictionary<TKey, (TEntry Entry, int Origin)> known = [];
        foreach ((TEntry entry, int origin) in rows)
        {
            TKey key = keyOf(entry);
            if (!known.TryAdd(key, (entry, origin)) && !known[key].Entry.Equals(entry))
            {
                Place place = draft.PlaceOf(origin);
                place.File.Error(place.Line, column, code, $"{draft.PlaceOf(known[key].Origin)} says something else about {Shown.Text(nameOf(entry))}");
            }
        }

        return known.Values;
    }
}
