namespace CommunityOfPractice.Core.Interchange;

/// <summary>Takes rows of one kind into the draft, and reports everything that is wrong with a row.</summary>
internal abstract class KindRows
{
    public static IReadOnlyList<Schema> Schemas { get; } =
    [
        ActivityRows.Schema, PersonRows.Schema, CommunityRows.Schema, MembershipRows.Schema, MeetingRows.Schema,
        GatheringRows.Schema, AttendanceRows.Schema, ArtifactRows.Schema, StoryRows.Schema, HeadcountRows.Schema,
        AliasRows.Schema,
    ];

    public static Schema SchemaOf(InterchangeKind kind) => Schemas[(int)kind];

    public static KindRows Of(InterchangeKind kind, Draft draft) => kind switch
    {
        InterchangeKind.Activity => new ActivityRows(draft),
        InterchangeKind.Person => new PersonRows(draft),
        InterchangeKind.Community => new CommunityRows(draft),
        InterchangeKind.Membership => new MembershipRows(draft),
        InterchangeKind.Meeting => new MeetingRows(draft),
        InterchangeKind.Gathering => new GatheringRows(draft),
        InterchangeKind.Attendance => new AttendanceRows(draft),
        InterchangeKind.Artifact => new ArtifactRows(draft),
        InterchangeKind.Story => new StoryRows(draft),
        InterchangeKind.Headcount => new HeadcountRows(draft),
        _ => new AliasRows(draft),
    };

    public abstract void Read(Row row);
}
