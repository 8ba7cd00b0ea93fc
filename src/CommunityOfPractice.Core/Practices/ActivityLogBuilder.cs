using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Collects activities, in any order, into an <see cref="ActivityLog"/>.</summary>
/// <remarks>
/// Adding is O(1) amortised and allocates nothing per activity beyond the growth of the columns. Not safe for concurrent use.
/// The log that comes out does not depend on the order in which activities went in.
/// </remarks>
public sealed class ActivityLogBuilder
{
    private static readonly Decision<bool> Added = Decision<bool>.Accept(true);
    private static readonly Decision<bool> Known = Decision<bool>.Accept(false);

    private ActivityColumns columns = new();
    private int[] rowOfId = [];

    /// <summary>Gets how many activities are held.</summary>
    /// <value>Duplicates count once.</value>
    public int Count => columns.Count;

    internal ActivityTexts Texts { get; private set; } = new();

    /// <summary>Adds an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>
    /// Accepted with <see langword="true"/> when it is new and with <see langword="false"/> when the same activity is already there;
    /// refused with the code <c>activity.id-conflict</c> when another activity has its id (the first one stays).
    /// </returns>
    /// <exception cref="ArgumentException">An id of the activity has the default value, or its act, setting or actor is not a defined one.</exception>
    public Decision<bool> Add(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.Check();
        ActivityRow row = new()
        {
            At = activity.At.UtcTicks,
            Community = Texts.Communities.Intern(activity.Community.Text),
            Person = Texts.People.Intern(activity.Person.Text),
            Act = activity.Act,
            Flags = ActivityColumns.Pack(activity.Formality, activity.Actor),
            Id = Intern(Texts.Ids, activity.Id?.Text),
            Reply = Intern(Texts.Ids, activity.InReplyTo?.Text),
            Thread = Intern(Texts.Ids, activity.Thread?.Text),
            Accepted = Intern(Texts.Ids, activity.Accepted?.Text),
            Topics = InternSet(Texts.Topics, activity.Topics, static topic => topic.Text),
            To = InternSet(Texts.People, activity.To, static person => person.Text),
        };
        return Add(row) switch
        {
            >= 0 => Added,
            Duplicate => Known,
            _ => Decision<bool>.Refuse(Activity.IdConflict(activity.Id)),
        };
    }

    /// <summary>Adds activities.</summary>
    /// <param name="activities">The activities, in any order.</param>
    /// <returns>
    /// Accepted with the number of new activities; refused with one reason for each activity whose id is taken by a different one
    /// (the others are in).
    /// </returns>
    public Decision<int> AddRange(IEnumerable<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(activities);
        int added = 0;
        List<Reason> refused = [];
        foreach (Activity activity in activities)
        {
            switch (Add(activity))
            {
                case Decision<bool>.Accepted { Value: true }:
                    added++;
                    break;
                case Decision<bool>.Refused no:
                    refused.AddRange(no.Refusal.Reasons);
                    break;
            }
        }

        return refused.Count == 0 ? Decision<int>.Accept(added) : Decision<int>.Refuse([.. refused]);
    }

    /// <summary>Adds everything that a finished log holds: logs of shards, weeks or machines unite to the log of the whole, in any order and grouping.</summary>
    /// <param name="log">The log; it stays as it is.</param>
    /// <returns>
    /// Accepted with the number of new activities (those that are there already with the same content count once); refused with one reason for each activity
    /// whose id is taken by a different one (the others are in).
    /// </returns>
    /// <remarks>O(n) for n activities; each distinct text is looked up once. Activities without an id cannot be recognised and are added again.</remarks>
    public Decision<int> AddRange(ActivityLog log) => AddRange(log, PersonAliases.None);

    /// <summary>Turns what was collected into a log and leaves the builder empty.</summary>
    /// <returns>The log, sorted by community, time and id.</returns>
    /// <remarks>O(n log n) for n activities, O(n) when they came in order of time.</remarks>
    public ActivityLog Build()
    {
        ActivityLog log = ActivityLogAssembly.Assemble(columns, Texts, rowOfId);
        columns = new();
        Texts = new();
        rowOfId = [];
        return log;
    }

    internal Decision<int> AddRange(ActivityLog log, PersonAliases aliases)
    {
        ArgumentNullException.ThrowIfNull(log);
        ActivityLogUnion union = new(log, log.Texts, Texts, aliases);
        int added = 0;
        List<Reason> refused = [];
        for (int rank = 0; rank < log.Communities.Count; rank++)
        {
            (int community, Range range) = log.Section(rank);
            for (int position = range.Start.Value; position < range.End.Value; position++)
            {
                int row = Add(union.Row(position, community));
                added += row >= 0 ? 1 : 0;
                if (row < Duplicate)
                {
                    refused.Add(union.Conflict(position));
                }
            }
        }

        return refused.Count == 0 ? Decision<int>.Accept(added) : Decision<int>.Refuse([.. refused]);
    }

    /// <summary>The row's number when new, <see cref="Duplicate"/>, or -2 minus the row that holds the id with other content.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Add(in ActivityRow row)
    {
        if (row.Id != ActivityColumns.None)
        {
            if (row.Id >= rowOfId.Length)
            {
                int old = rowOfId.Length;
                Array.Resize(ref rowOfId, Math.Max(Math.Max(64, Texts.Ids.Count), old * 2));
                rowOfId.AsSpan(old).Fill(ActivityColumns.None);
            }

            int known = rowOfId[row.Id];
            if (known >= 0)
            {
                return columns.Same(known, row) ? Duplicate : -2 - known;
            }

            rowOfId[row.Id] = columns.Count;
        }

        columns.Append(row);
        return columns.Count - 1;
    }

    /// <summary>Makes room for rows that are expected to be like those so far.</summary>
    internal void Reserve(int rows)
    {
        if (columns.Count > 0)
        {
            columns.Reserve(columns.Count + rows);
            Texts.Ids.Reserve((int)Math.Min(columns.Count + rows, Texts.Ids.Count + ((long)Texts.Ids.Count * rows / columns.Count)));
        }
    }

    internal const int Duplicate = -1;

    internal int OriginOf(int row) => columns.Origin is null ? 0 : columns.Origin[row];

    internal int InternSet(ReadOnlySpan<int> numbers) =>
        numbers.IsEmpty ? ActivityColumns.None : Texts.Sets.Intern(MemoryMarshal.AsBytes(numbers));

    private static int Intern(Utf8Pool pool, string? text) => text is null ? ActivityColumns.None : pool.Intern(text);

    private int InternSet<T>(Utf8Pool pool, ValueList<T> values, Func<T, string> text)
    {
        if (values.Count == 0)
        {
            return ActivityColumns.None;
        }

        Span<int> numbers = values.Count <= 128 ? stackalloc int[values.Count] : new int[values.Count];
        for (int i = 0; i < values.Count; i++)
        {
            numbers[i] = pool.Intern(text(values[i]));
        }

        return InternSet(numbers);
    }
}
