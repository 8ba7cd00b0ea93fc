using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What was read so far, from all files, each row with its origin: the number of its line, counted through all files.</summary>
internal sealed class Draft
{
    private readonly List<FileScope> files = [];
    private Dictionary<MembershipPeriod, int>? places;

    public ActivityLogBuilder Activities { get; } = new();

    /// <summary>The way of activities into the log; to be drained before the log is looked at.</summary>
    public ActivityPipeline Pipeline => field ??= new(this, Activities);

    public DraftRows<PersonEntry> People { get; } = new();

    public DraftRows<CommunityEntry> Communities { get; } = new();

    public DraftRows<MembershipPeriod> Memberships { get; } = new();

    public DraftRows<MeetingEntry> Meetings { get; } = new();

    public DraftRows<GatheringEntry> Gatherings { get; } = new();

    public DraftRows<AttendanceEntry> Attendances { get; } = new();

    public DraftRows<ArtifactEntry> Artifacts { get; } = new();

    public DraftRows<StoryRow> Stories { get; } = new();

    public DraftRows<HeadcountEntry> Headcounts { get; } = new();

    public DraftRows<PersonAlias> Aliases { get; } = new();

    public void Begin(FileScope file) => files.Add(file);

    /// <summary>Whether so many more bytes surely fit into the tables of texts.</summary>
    public bool HasRoomFor(long bytes)
    {
        Pipeline.Drain();
        return Activities.Texts.HasRoomFor(bytes);
    }

    public Place PlaceOf(int origin)
    {
        FileScope file = files.FindLast(file => file.FirstOrigin < origin)!;
        return new Place(file, origin - file.FirstOrigin);
    }

    /// <summary>The first place at which a membership was read.</summary>
    public Place? PlaceOf(MembershipPeriod period)
    {
        places ??= Memberships.Rows.DistinctBy(row => row.Entry).ToDictionary(row => row.Entry, row => row.Origin);
        return places.TryGetValue(period, out int origin) ? PlaceOf(origin) : null;
    }

    /// <summary>Checks what no row shows by itself, and makes the data of what can stay.</summary>
    public InterchangeData Complete()
    {
        ActivityLog log = Activities.Build();
        ReplyCheck.Report(log, this);
        log = log.BrokenReplies.Count == 0 ? log : WithoutBrokenReplies(log);
        return new InterchangeData(log, EntryChecks.People(this), EntryChecks.Communities(this), Memberships.Entries, Meetings.Entries)
        {
            Gatherings = CanonicalOrder.Of(EntryChecks.Gatherings(this)),
            Attendances = CanonicalOrder.Of(EntryChecks.Attendances(this)),
            Artifacts = CanonicalOrder.Of(EntryChecks.Artifacts(this)),
            Stories = CanonicalOrder.Of(EntryChecks.Stories(this)),
            Headcounts = CanonicalOrder.Of(Headcounts.Entries),
            Aliases = EntryChecks.Aliases(this),
        };
    }

    /// <summary>A row whose reply cannot be is a row with an error: it is not among the good ones.</summary>
    private static ActivityLog WithoutBrokenReplies(ActivityLog log)
    {
        HashSet<int> broken = [.. log.BrokenReplies.Select(reply => reply.Position)];
        ActivityLogBuilder good = new();
        for (int position = 0; position < log.Count; position++)
        {
            if (!broken.Contains(position))
            {
                good.Add(log[position]).OrThrow();
            }
        }

        return good.Build();
    }
}

/// <summary>Rows of one kind, in the order in which they were read.</summary>
internal sealed class DraftRows<T>
{
    private readonly List<(T Entry, int Origin)> rows = [];

    public IReadOnlyList<(T Entry, int Origin)> Rows => rows;

    public IEnumerable<T> Entries => rows.Select(row => row.Entry);

    public void Add(Row row, T entry) => rows.Add((entry, row.File.Origin(row.Line)));
}

/// <summary>A line of a file.</summary>
internal readonly record struct Place(FileScope File, long Line)
{
    public override string ToString() => $"{File.File}:{Line}";
}
