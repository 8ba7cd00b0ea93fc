using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind headcount: its columns, and the way from and to a <see cref="HeadcountEntry"/>.</summary>
internal sealed class HeadcountRows(Draft draft) : KindRows
{
    private const int Community = 0, At = 1, Members = 2, Source = 3;

    public static Schema Schema { get; } = new(
        InterchangeKind.Headcount,
        "headcount",
        new Column("community", Required: true),
        new Column("at", Shape.Time, Required: true),
        new Column("members", Shape.Number, Required: true),
        new Column("source"));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryTime(At, out DateTimeOffset? at)
            & row.TryNumber(Members, 0, ProblemCode.MembersOutOfRange, out int? members)
            & row.TryText(Source, out string? source))
        {
            draft.Headcounts.Add(row, new HeadcountEntry(community!.Value, at!.Value, members!.Value) { Source = source });
        }
    }

    public static void Write(HeadcountEntry entry, RowWriter row)
    {
        row.Text(Community, entry.Community.Text);
        row.Time(At, entry.At);
        row.Number(Members, entry.Members);
        row.Text(Source, entry.Source);
    }
}
