using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The rows of a finished log on their way into a builder: every distinct text is interned once, not once a row; ids of people by the person behind them.</summary>
internal sealed class ActivityLogUnion(ActivityLog log, ActivityTexts from, ActivityTexts into, PersonAliases aliases)
{
    private readonly int[] communities = Unmapped(from.Communities);
    private readonly int[] people = aliases.All.Count == 0 ? Unmapped(from.People) : Renamed(from.People, into.People, aliases);
    private readonly int[] ids = Unmapped(from.Ids);
    private readonly int[] topics = Unmapped(from.Topics);
    private readonly int[] topicSets = Unmapped(from.Sets);
    private readonly int[] peopleSets = Unmapped(from.Sets);

    /// <summary>The row at a position, in the builder's numbers.</summary>
    public ActivityRow Row(int position, int community)
    {
        ActivityColumns columns = log.Columns;
        int reply = ActivityColumns.Get(columns.Reply, position);
        return new()
        {
            At = columns.At[position],
            Community = Map(communities, community, from.Communities, into.Communities),
            Person = Map(people, columns.Person[position], from.People, into.People),
            Act = columns.Acts[position],
            Flags = columns.FlagsOf(position),
            Id = Id(ActivityColumns.Get(columns.Id, position)),
            Reply = Id(reply >= 0 ? columns.Id![reply] : reply == ActivityColumns.None ? reply : -2 - reply),
            Thread = Id(ActivityColumns.Get(columns.Thread, position)),
            Accepted = Id(ActivityColumns.Get(columns.Accepted, position)),
            Topics = Set(topicSets, ActivityColumns.Get(columns.Topics, position), topics, from.Topics, into.Topics, once: false),
            To = Set(peopleSets, ActivityColumns.Get(columns.To, position), people, from.People, into.People, once: aliases.All.Count > 0),
            Origin = log.OriginAt(position),
        };
    }

    /// <summary>What stands in the way of a row whose id is taken.</summary>
    public Reason Conflict(int position) => Activity.IdConflict(log[position].Id);

    private static int[] Unmapped(Utf8Pool pool)
    {
        int[] numbers = new int[pool.Count];
        Array.Fill(numbers, ActivityColumns.None);
        return numbers;
    }

    private static int[] Renamed(Utf8Pool pool, Utf8Pool into, PersonAliases aliases)
    {
        int[] numbers = new int[pool.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = into.Intern(aliases.PersonOf(new(pool.Text(i))).Text);
        }

        return numbers;
    }

    private static int Map(int[] numbers, int number, Utf8Pool from, Utf8Pool into)
    {
        if (numbers[number] == ActivityColumns.None)
        {
            numbers[number] = into.Intern(from[number]);
        }

        return numbers[number];
    }

    private int Id(int id) => id < 0 ? ActivityColumns.None : Map(ids, id, from.Ids, into.Ids);

    private int Set(int[] sets, int set, int[] numbers, Utf8Pool items, Utf8Pool intoItems, bool once)
    {
        if (set < 0)
        {
            return ActivityColumns.None;
        }

        if (sets[set] == ActivityColumns.None)
        {
            int[] mapped = [.. from.Sets.Numbers(set)];
            foreach (ref int item in mapped.AsSpan())
            {
                item = Map(numbers, item, items, intoItems);
            }

            mapped = once ? [.. mapped.Distinct()] : mapped; // two ids of one person
            sets[set] = into.Sets.Intern(System.Runtime.InteropServices.MemoryMarshal.AsBytes<int>(mapped));
        }

        return sets[set];
    }
}
