using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind artifact: its columns, and the way from and to an <see cref="ArtifactEntry"/>.</summary>
internal sealed class ArtifactRows(Draft draft) : KindRows
{
    private const int Community = 0, Artifact = 1, Type = 2, Title = 3, Steward = 4, Version = 5, Published = 6, Confirmed = 7, ReviewDue = 8, Status = 9,
        SupersededBy = 10, Topics = 11, Links = 12, Authors = 13;

    public static Schema Schema { get; } = new(
        InterchangeKind.Artifact,
        "artifact",
        new Column("community", Required: true),
        new Column("artifact", Required: true),
        new Column("type", Required: true),
        new Column("title", Required: true),
        new Column("steward"),
        new Column("version"),
        new Column("published", Shape.Time),
        new Column("confirmed", Shape.Time),
        new Column("review_due", Shape.Time),
        new Column("status"),
        new Column("superseded_by"),
        new Column("topics", Shape.List),
        new Column("links", Shape.List),
        new Column("authors", Shape.List));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryIdText(Artifact, out string? artifact)
            & row.TryText(Type, out string? type)
            & row.TryText(Title, out string? title)
            & row.TryId(Steward, static text => new PersonId(text), out PersonId? steward)
            & row.TryText(Version, out string? version)
            & row.TryTime(Published, out DateTimeOffset? published)
            & row.TryTime(Confirmed, out DateTimeOffset? confirmed)
            & row.TryTime(ReviewDue, out DateTimeOffset? reviewDue)
            & row.TryText(Status, out string? status)
            & row.TryIdText(SupersededBy, out string? supersededBy)
            & row.TryList(Topics, static text => new TopicId(text), out ValueList<TopicId> topics)
            & row.TryList(Links, static text => text, out ValueList<string> links, texts: true)
            & row.TryList(Authors, static text => new PersonId(text), out ValueList<PersonId> authors))
        {
            draft.Artifacts.Add(row, new ArtifactEntry(community!.Value, artifact!, type!, title!)
            {
                Steward = steward,
                Version = version,
                Published = published,
                Confirmed = confirmed,
                ReviewDue = reviewDue,
                Status = status,
                SupersededBy = supersededBy,
                Topics = topics,
                Links = links,
                Authors = authors,
            });
        }
    }

    public static void Write(ArtifactEntry entry, RowWriter row)
    {
        row.Text(Community, entry.Community.Text);
        row.Text(Artifact, entry.Artifact);
        row.Text(Type, entry.Type);
        row.Text(Title, entry.Title);
        row.Text(Steward, entry.Steward?.Text);
        row.Text(Version, entry.Version);
        row.Time(Published, entry.Published);
        row.Time(Confirmed, entry.Confirmed);
        row.Time(ReviewDue, entry.ReviewDue);
        row.Text(Status, entry.Status);
        row.Text(SupersededBy, entry.SupersededBy);
        row.List(Topics, entry.Topics);
        row.List(Links, entry.Links);
        row.List(Authors, entry.Authors);
    }
}
