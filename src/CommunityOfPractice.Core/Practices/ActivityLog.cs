using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Activities of any number of communities, held in columns: community after community, each sorted by time and id.</summary>
/// <remarks>
/// Immutable and safe for any number of readers. 14 bytes an activity (13 in a log of a table where only people acted), 4 more for each optional column in use (id, reply, thread,
/// topics, addressees, accepted answer), and the distinct texts once. The content does not depend on the order in which the activities
/// were added: sorted by time, then id (ordinal by UTF-8 bytes; activities without an id after those with one, by their content).
/// </remarks>
public sealed class ActivityLog
{
    private readonly int[] communities;
    private readonly int[] starts;

    internal ActivityLog(ActivityColumns columns, ActivityTexts texts, int[] communities, int[] starts, List<BrokenReply> broken)
    {
        Columns = columns;
        Texts = texts;
        this.communities = communities;
        this.starts = starts;
        Communities = communities.Select(c => new CommunityId(texts.Communities.Text(c))).ToValueList();
        BrokenReplies = broken.ToValueList();
    }

    /// <summary>Gets the log without activities.</summary>
    /// <value>A shared, empty log.</value>
    public static ActivityLog Empty { get; } = new ActivityLogBuilder().Build();

    /// <summary>Gets the communities that have activities.</summary>
    /// <value>In the ordinal order of their ids' UTF-8 bytes.</value>
    public ValueList<CommunityId> Communities { get; }

    /// <summary>Gets how many activities there are.</summary>
    /// <value>Zero or more.</value>
    public int Count => Columns.Count;

    /// <summary>Gets how many distinct people acted or were addressed.</summary>
    /// <value>People are numbered from 0 to this, without it.</value>
    public int PersonCount => Texts.People.Count;

    /// <summary>Gets the replies that cannot be: to themselves, to something later, in a circle.</summary>
    /// <value>Empty for sound data. The activities are part of the log, the links are not followed.</value>
    public ValueList<BrokenReply> BrokenReplies { get; }

    /// <summary>Gets how many bytes the log's arrays hold.</summary>
    /// <value>Columns and texts, without object headers.</value>
    public long StateBytes => Columns.StateBytes + Texts.StateBytes + (4L * (communities.Length + starts.Length));

    internal ActivityColumns Columns { get; }

    internal ActivityTexts Texts { get; }

    /// <summary>Gets the activity at a position.</summary>
    /// <param name="position">From 0 to <see cref="Count"/>, without it.</param>
    /// <value>A new object at each call, equal to what was added.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is outside the log.</exception>
    public Activity this[int position]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Count);
            int reply = ActivityColumns.Get(Columns.Reply, position);
            int thread = ActivityColumns.Get(Columns.Thread, position);
            return new Activity(CommunityAt(position), Person(Columns.Person[position]), new DateTimeOffset(Columns.At[position], TimeSpan.Zero), Columns.Acts[position])
            {
                Id = IdOf(ActivityColumns.Get(Columns.Id, position)),
                InReplyTo = IdOf(reply >= 0 ? Columns.Id![reply] : reply == ActivityColumns.None ? reply : -2 - reply),
                Thread = thread < 0 ? null : new ThreadId(Texts.Ids.Text(thread)),
                Accepted = IdOf(ActivityColumns.Get(Columns.Accepted, position)),
                To = SetOf(ActivityColumns.Get(Columns.To, position), Person),
                Topics = SetOf(ActivityColumns.Get(Columns.Topics, position), topic => new TopicId(Texts.Topics.Text(topic))),
                Formality = ActivityColumns.FormalityOf(Columns.FlagsOf(position)),
                Actor = ActivityColumns.ActorOf(Columns.FlagsOf(position)),
            };
        }
    }

    /// <summary>Makes a log of activities.</summary>
    /// <param name="activities">The activities, in any order.</param>
    /// <returns>The log; refused when different activities have the same id, with one reason for each.</returns>
    public static Decision<ActivityLog> Of(IEnumerable<Activity> activities)
    {
        ActivityLogBuilder builder = new();
        return builder.AddRange(activities).Match(_ => Decision<ActivityLog>.Accept(builder.Build()), Decision<ActivityLog>.Refuse);
    }

    /// <summary>Makes a log of a table, without an object or a text for each activity: the quickest way in for millions of them.</summary>
    /// <param name="table">The table. A person's number in the log is their place in <see cref="ActivityTable.People"/>.</param>
    /// <param name="threads">On how many threads at most; 1 by default. The log is the same for any number.</param>
    /// <returns>The log; refused with a reason for each fault (at most 100): a number that names nothing, a time or an act that does not exist, a name that is there twice.</returns>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <remarks>O(n) for n activities in order of time, O(n log n) otherwise. Besides the log it takes 4 bytes an activity while it works, 16 more where the rows are not in order of time.</remarks>
    public static Decision<ActivityLog> Of(ActivityTable table, int threads = 1) => ActivityTableReader.Read(table, threads, overwrite: false);

    /// <summary>Makes a log of a table that nobody needs any more, in less memory: columns of the table become columns of the log.</summary>
    /// <param name="table">The table. What its <see cref="ActivityTable.Community"/> and <see cref="ActivityTable.Person"/> hold is overwritten, unless the table is refused; nobody may look at them afterwards.</param>
    /// <param name="threads">On how many threads at most; 1 by default. The log is the same for any number.</param>
    /// <returns>As <see cref="Of(ActivityTable, int)"/>.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, or one of those two shares memory with the other or with <see cref="ActivityTable.ReplyTo"/>; nothing is overwritten.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <remarks>
    /// As <see cref="Of(ActivityTable, int)"/>, with 8 bytes an activity less: 18 where each replies to something, besides the table. Columns that are not whole arrays are copied.
    /// </remarks>
    public static Decision<ActivityLog> Take(ActivityTable table, int threads = 1) => ActivityTableReader.Read(table, threads, overwrite: true);

    /// <summary>Returns all activities of a community.</summary>
    /// <param name="community">The community.</param>
    /// <returns>A view, without copying; empty when the community has no activities.</returns>
    public ActivityWindow Of(CommunityId community)
    {
        int rank = RankOf(community);
        return rank < 0 ? new ActivityWindow(this, 0, 0) : At(rank);
    }

    /// <summary>Returns the person behind a number.</summary>
    /// <param name="number">From 0 to <see cref="PersonCount"/>, without it.</param>
    /// <returns>The person's id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is not the number of a person.</exception>
    public PersonId Person(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, PersonCount);
        return new(Texts.People.Text(number));
    }

    /// <summary>Returns the number of a person.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The number, or null when the person neither acted nor was addressed.</returns>
    public int? NumberOf(PersonId person)
    {
        int found = Texts.People.Find(System.Text.Encoding.UTF8.GetBytes(person.Text));
        return found < 0 ? null : found;
    }

    /// <summary>Returns the log with every id of a person in the place of the person behind it.</summary>
    /// <param name="aliases">Which ids are one person.</param>
    /// <returns>A log of people, as if it had been recorded with them; this one when no alias is in it. O(n log n) for n activities.</returns>
    public ActivityLog Under(PersonAliases aliases)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        if (!aliases.All.Any(a => NumberOf(a.Alias) is not null))
        {
            return this;
        }

        ActivityLogBuilder builder = new();
        builder.AddRange(this, aliases).OrThrow();
        return builder.Build();
    }

    internal ReadOnlySpan<int> Addressed(int position)
    {
        int set = ActivityColumns.Get(Columns.To, position);
        return set < 0 ? [] : Texts.Sets.Numbers(set);
    }

    /// <summary>Whether the answer at a position is the accepted one of the question at another.</summary>
    internal bool IsAccepted(int question, int answer) =>
        ActivityColumns.Get(Columns.Accepted, question) is >= 0 and int wanted && wanted == ActivityColumns.Get(Columns.Id, answer);

    /// <summary>All activities of the community at a place in <see cref="Communities"/>.</summary>
    internal ActivityWindow At(int rank) => new(this, starts[rank], starts[rank + 1] - starts[rank]);

    /// <summary>The number of a community's text, and where its activities stand.</summary>
    internal (int Community, Range Range) Section(int rank) => (communities[rank], starts[rank]..starts[rank + 1]);

    /// <summary>Where the activity came from when it was read from a file; 0 when unknown.</summary>
    internal int OriginAt(int position) => Columns.Origin is null ? 0 : Columns.Origin[position];

    private CommunityId CommunityAt(int position)
    {
        int rank = Array.BinarySearch(starts, position);
        rank = rank < 0 ? ~rank - 1 : rank;
        while (starts[rank + 1] == position)
        {
            rank++;
        }

        return Communities[rank];
    }

    private int RankOf(CommunityId community)
    {
        byte[] name = System.Text.Encoding.UTF8.GetBytes(community.Text);
        int low = 0, high = communities.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = Texts.Communities[communities[middle]].SequenceCompareTo(name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private ActivityId? IdOf(int id) => id < 0 ? null : new ActivityId(Texts.Ids.Text(id));

    private ValueList<T> SetOf<T>(int set, Func<int, T> item)
    {
        if (set < 0)
        {
            return [];
        }

        ReadOnlySpan<int> numbers = Texts.Sets.Numbers(set);
        T[] items = new T[numbers.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = item(numbers[i]);
        }

        return [.. items];
    }
}
