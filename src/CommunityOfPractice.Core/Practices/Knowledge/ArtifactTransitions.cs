using System.Text;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Practices.ArtifactStatus;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One row of the table of an artifact's life.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Trigger">The command; for what follows from a merger, a split or a closing the fact.</param>
/// <param name="From">The statuses from which it is possible; empty for what brings an artifact into being.</param>
/// <param name="To">The status to which it leads; null when the status stays.</param>
/// <param name="Guards">The codes with which the command is refused, in the order of the alphabet; empty for what follows.</param>
public sealed record ArtifactTransition(Type Trigger, ValueList<ArtifactStatus> From, ArtifactStatus? To, ValueList<string> Guards);

/// <summary>The life of an artifact as a table: every command, and everything that follows from what happens to its community.</summary>
/// <remarks>The table says what the code does, and tests compare the two; the code does not read it.</remarks>
public static class ArtifactTransitions
{
    private static readonly ValueList<ArtifactStatus> Living = [Published, Superseded];
    private static readonly ValueList<ArtifactStatus> Here = [Published, Superseded, Retired, Archived];

    /// <summary>Gets the rows.</summary>
    /// <value>Those that change the status first.</value>
    public static ValueList<ArtifactTransition> All { get; } =
    [
        new(typeof(PublishArtifact), [], Published, ["actor.not-a-member", "artifact.exists", "artifact.id-reserved", "artifact.link", "artifact.no-title", "artifact.review-every", "community.not-open"]),
        Row<SupersedeArtifact>([Published], Superseded, "artifact.not-caretaker", "artifact.not-published", "successor.itself", "successor.not-published"),
        Row<RetireArtifact>(Living, Retired, "artifact.no-reason", "artifact.not-caretaker", "artifact.not-living"),
        Row<RestoreArtifact>([Superseded, Retired, Archived], Published, "artifact.not-caretaker", "artifact.published"),
        new(typeof(ArtifactArchived), Living, Archived, []),
        new(typeof(ArtifactTransferred), Living, Transferred, []),
        Row<ReviseArtifact>([Published], null, "artifact.link", "artifact.no-change", "artifact.no-title", "artifact.not-caretaker", "artifact.not-published"),
        Row<ConfirmArtifact>([Published], null, "artifact.not-caretaker", "artifact.not-published"),
        Row<SetArtifactTopics>(Living, null, "artifact.not-caretaker", "artifact.not-living"),
        Row<LinkArtifacts>(Living, null, "artifact.not-caretaker", "artifact.not-living", "link.itself", "link.unknown"),
        Row<AdvanceInnovation>([Published], null, "artifact.not-caretaker", "artifact.not-published", "innovation.none", "innovation.not-tried", "innovation.unchanged"),
        Row<HandOverArtifact>([Published], null, "artifact.not-caretaker", "artifact.not-published", "steward.not-active", "steward.same"),
        Row<AcceptStewardship>([Published], null, "artifact.not-published", "consent.not-own-act", "steward.not-active", "steward.not-offered"),
        Row<DeclineStewardship>([Published], null, "consent.not-own-act", "steward.not-offered"),
        Row<ResignStewardship>(Here, null, "consent.not-own-act", "steward.not-steward"),
        Row<RecordUse>([Published, Superseded, Archived], null, "actor.not-own-act", "artifact.retired"),
    ];

    /// <summary>Draws the transitions that change the status.</summary>
    /// <returns>A Mermaid state diagram, with lines that end in <c>\n</c>.</returns>
    public static string ToMermaid()
    {
        StringBuilder text = new("stateDiagram-v2\n");
        foreach (ArtifactTransition row in All.Where(r => r.To is not null))
        {
            foreach (string from in row.From.Count == 0 ? ["[*]"] : row.From.Select(f => f.ToString()))
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {from} --> {row.To} : {row.Trigger.Name}\n");
            }
        }

        return text.Append("    Transferred --> [*]\n").ToString();
    }

    private static ArtifactTransition Row<TCommand>(ValueList<ArtifactStatus> from, ArtifactStatus? to, params ReadOnlySpan<string> guards)
        where TCommand : ArtifactCommand =>
        new(typeof(TCommand), from, to, [.. ((string[])[.. guards, "artifact.moved", "artifact.unknown", .. typeof(TCommand) == typeof(RecordUse) ? Array.Empty<string>() : ["community.not-living"]]).Order(StringComparer.Ordinal)]);
}
