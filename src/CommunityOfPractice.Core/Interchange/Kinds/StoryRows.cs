using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>A row of the kind story: what it says of the story, and the one claim it holds, if any.</summary>
internal sealed record StoryRow(StoryEntry Story, StoryClaimEntry? Claim);

/// <summary>The kind story: its columns, and the way from and to a <see cref="StoryRow"/>.</summary>
internal sealed class StoryRows(Draft draft) : KindRows
{
    private const int Community = 0, Story = 1, Title = 2, ToldBy = 3, At = 4, Published = 5, Consents = 6, Cycle = 7, ClaimText = 8, Evidence = 9, Contributors = 10;

    private static readonly string[] Cycles = ["immediate", "potential", "applied", "realised", "reframed"];

    public static Schema Schema { get; } = new(
        InterchangeKind.Story,
        "story",
        new Column("community", Required: true),
        new Column("story", Required: true),
        new Column("title", Required: true),
        new Column("told_by"),
        new Column("at", Shape.Time),
        new Column("published", Shape.Time),
        new Column("consents", Shape.List),
        new Column("cycle"),
        new Column("text"),
        new Column("evidence", Shape.List),
        new Column("contributors", Shape.List));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryIdText(Story, out string? story)
            & row.TryText(Title, out string? title)
            & row.TryId(ToldBy, static text => new PersonId(text), out PersonId? toldBy)
            & row.TryTime(At, out DateTimeOffset? at)
            & row.TryTime(Published, out DateTimeOffset? published)
            & row.TryList(Consents, static text => new PersonId(text), out ValueList<PersonId> consents)
            & TryClaim(row, out StoryClaimEntry? claim))
        {
            StoryEntry entry = new(community!.Value, story!, title!) { ToldBy = toldBy, At = at, Published = published, Consents = consents };
            draft.Stories.Add(row, new StoryRow(entry, claim));
        }
    }

    public static void Write(StoryRow line, RowWriter row)
    {
        row.Text(Community, line.Story.Community.Text);
        row.Text(Story, line.Story.Story);
        row.Text(Title, line.Story.Title);
        row.Text(ToldBy, line.Story.ToldBy?.Text);
        row.Time(At, line.Story.At);
        row.Time(Published, line.Story.Published);
        row.List(Consents, line.Story.Consents);
        row.Text(Cycle, line.Claim is { } claim ? Cycles[(int)claim.Cycle] : null);
        row.Text(ClaimText, line.Claim?.Text);
        row.List(Evidence, line.Claim?.Evidence ?? []);
        row.List(Contributors, line.Claim?.Contributors ?? []);
    }

    /// <summary>The rows of a story: one for each claim, or one without a claim.</summary>
    public static IEnumerable<StoryRow> Of(StoryEntry story)
    {
        StoryEntry head = story with { Claims = [] };
        return story.Claims.Count == 0 ? [new StoryRow(head, null)] : story.Claims.Select(claim => new StoryRow(head, claim));
    }

    /// <summary>A claim has a cycle and a text; without both there is none, and nothing that belongs to one.</summary>
    private static bool TryClaim(Row row, out StoryClaimEntry? claim)
    {
        claim = null;
        bool good = row.TryWord(Cycle, ProblemCode.CycleUnknown, Cycles, out int cycle)
            & row.TryText(ClaimText, out string? text)
            & row.TryList(Evidence, static item => item, out ValueList<string> evidence, texts: true)
            & row.TryList(Contributors, static item => new PersonId(item), out ValueList<PersonId> contributors);
        if (!good)
        {
            return false;
        }

        bool none = cycle < 0 && text is null && evidence.Count == 0 && contributors.Count == 0;
        if (!none && (cycle < 0 || text is null))
        {
            row.Error(cycle < 0 ? Cycle : ClaimText, ProblemCode.ValueMissing, "a claim has a cycle and a text");
            return false;
        }

        claim = none ? null : new StoryClaimEntry((ValueCycle)cycle, text!) { Evidence = evidence, Contributors = contributors };
        return true;
    }
}
