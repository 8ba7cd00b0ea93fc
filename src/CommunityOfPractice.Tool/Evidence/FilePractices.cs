using System.Collections.Concurrent;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Evidence;

/// <summary>Makes practices of rows about gatherings, attendance, artifacts and stories, as of an instant.</summary>
internal sealed class FilePractices(FileRows rows, DateTimeOffset asOf)
{
    private readonly ILookup<CommunityId, GatheringEntry> gatherings = rows.Gatherings;
    private readonly ILookup<(CommunityId, string), AttendanceEntry> attendances = rows.Attendances;
    private readonly ILookup<CommunityId, ArtifactEntry> artifacts = rows.Artifacts;
    private readonly ILookup<CommunityId, StoryEntry> stories = rows.Stories;

    private readonly ConcurrentDictionary<CommunityId, Practice?> known = new();

    /// <summary>The practice, made once; null when the files say nothing about it.</summary>
    /// <exception cref="DataException">The rule of a series cannot be followed.</exception>
    public Practice? Of(CommunityId community) => known.GetOrAdd(community, Make);

    private Practice? Make(CommunityId community)
    {
        if (!gatherings.Contains(community) && !artifacts.Contains(community) && !stories.Contains(community))
        {
            return null;
        }

        FileGatherings calendar = new(asOf);
        foreach (GatheringEntry gathering in gatherings[community].OrderBy(g => g.Series is not null))
        {
            calendar.Add(gathering, attendances[(community, gathering.Gathering)]);
        }

        Artifact[] made = [.. artifacts[community].Select(ArtifactOf).OfType<Artifact>()];
        return Practice.Of(new()
        {
            Gatherings = calendar.Gatherings.OrderBy(g => g.Info.Id).ToValueList(),
            Series = calendar.Series.OrderBy(s => s.Id).ToValueList(),
            Artifacts = made.OrderBy(a => a.Id).ToValueList(),
            ArtifactUses = UsesOf(community, [.. made.Select(a => a.Id.Text)]).OrderBy(u => u.Artifact).ToValueList(),
            Stories = stories[community].Select(StoryOf).OfType<ValueStory>().OrderBy(s => s.Id).ToValueList(),
        });
    }

    private Artifact? ArtifactOf(ArtifactEntry entry)
    {
        DateTimeOffset? confirmed = entry.Confirmed < asOf ? entry.Confirmed : null;
        if ((entry.Published ?? confirmed) is not { } published || published >= asOf)
        {
            return null; // not there yet, or nobody knows since when
        }

        DateTimeOffset holds = confirmed > published ? confirmed.Value : published;
        return new(new(entry.Artifact), KindOf(entry.Type), entry.Title)
        {
            Status = StatusOf(entry),
            Topics = entry.Topics,
            Links = entry.Links,
            Authors = entry.Authors.Distinct().Order().ToValueList(),
            Steward = entry.Steward,
            Versions = [new(1, published, null, null)],
            ConfirmedOn = holds,
            ReviewEvery = entry.ReviewDue > holds ? entry.ReviewDue - holds : entry.ReviewDue is null ? null : TimeSpan.Zero,
            SupersededBy = entry.SupersededBy is { } other ? new ArtifactId(other) : null,
        };
    }

    /// <summary>An activity with the act use names its artifact by its thread, or by replying to an activity of the same id.</summary>
    private IEnumerable<ArtifactUse> UsesOf(CommunityId community, HashSet<string> known)
    {
        ActivityWindow activity = rows.Data.Log.Of(community).Before(asOf);
        for (int i = 0; i < activity.Count; i++)
        {
            if (activity.Acts[i] != Act.Use || activity.IsBot(i))
            {
                continue;
            }

            Activity use = activity[i];
            string? artifact = use.Thread?.Text is { } thread && known.Contains(thread) ? thread : use.InReplyTo?.Text is { } parent && known.Contains(parent) ? parent : null;
            if (artifact is not null)
            {
                yield return new(new(artifact), use.At, use.Person);
            }
        }
    }

    private ValueStory? StoryOf(StoryEntry entry) => (entry.At ?? entry.Published) is not { } told || told >= asOf ? null : new(new(entry.Story), entry.ToldBy ?? new PersonId("unknown"), entry.Title, told)
    {
        Status = entry.Published < asOf ? StoryStatus.Published : StoryStatus.Draft,
        PublishedOn = entry.Published < asOf ? entry.Published : null,
        Claims = entry.Claims.Select(c => new ValueClaim(c.Cycle, c.Text) { Contributors = c.Contributors }).ToValueList(),
    };

    private static ArtifactStatus StatusOf(ArtifactEntry entry) => entry.Status?.ToUpperInvariant() switch
    {
        "RETIRED" or "DEPRECATED" or "WITHDRAWN" => ArtifactStatus.Retired,
        "ARCHIVED" => ArtifactStatus.Archived,
        "SUPERSEDED" => ArtifactStatus.Superseded,
        _ => entry.SupersededBy is null ? ArtifactStatus.Published : ArtifactStatus.Superseded,
    };

    private static ArtifactKind KindOf(string type) =>
        Enum.TryParse(type.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out ArtifactKind kind) && Enum.IsDefined(kind) ? kind : ArtifactKind.Other;
}
