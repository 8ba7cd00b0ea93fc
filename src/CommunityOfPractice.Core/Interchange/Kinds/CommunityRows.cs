using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind community: its columns, and the way from and to a <see cref="CommunityEntry"/>.</summary>
internal sealed class CommunityRows(Draft draft) : KindRows
{
    private const int Community = 0, Name = 1, Description = 2, Topics = 3, Chartered = 4, Status = 5;

    public static Schema Schema { get; } = new(
        InterchangeKind.Community,
        "community",
        new Column("community", Required: true),
        new Column("name"),
        new Column("description"),
        new Column("topics", Shape.List),
        new Column("chartered", Shape.Time),
        new Column("status"));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryText(Name, out string? name)
            & row.TryText(Description, out string? description)
            & row.TryList(Topics, static text => new TopicId(text), out ValueList<TopicId> topics)
            & row.TryTime(Chartered, out DateTimeOffset? chartered)
            & row.TryText(Status, out string? status))
        {
            draft.Communities.Add(row, new CommunityEntry(community!.Value)
            {
                Name = name,
                Description = description,
                Topics = topics,
                Chartered = chartered,
                Status = status,
            });
        }
    }

    public static void Write(CommunityEntry entry, RowWriter row)
    {
        row.Text(Community, entry.Community.Text);
        row.Text(Name, entry.Name);
        row.Text(Description, entry.Description);
        row.List(Topics, entry.Topics);
        row.Time(Chartered, entry.Chartered);
        row.Text(Status, entry.Status);
    }
}
