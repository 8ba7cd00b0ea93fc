using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>The same community with one kind of thing that an indicator may read taken away or made another.</summary>
/// <remarks>What every indicator looks at stays: bots, the first act of a person, and which acts reply to acts of the same person.</remarks>
internal static class Variations
{
    private static readonly string[] Attributes = ["department", "location", "timeZone", "seniority"];

    /// <summary>Every kind of thing there is, by name.</summary>
    public static IEnumerable<string> All =>
    [
        .. Enum.GetValues<Act>().Select(a => $"act {a}"), "replies", "memberships", "roles", .. Attributes, .. Enum.GetValues<ReadingRecord>().Select(r => r.ToString()),
    ];

    /// <summary>The kinds that a row declares.</summary>
    public static IEnumerable<string> DeclaredBy(ReadingSources sources)
    {
        string[] flags = [sources.Replies ? "replies" : string.Empty, sources.Memberships ? "memberships" : string.Empty, sources.Roles ? "roles" : string.Empty];
        return [.. sources.Acts.Select(a => $"act {a}"), .. flags.Where(f => f.Length > 0), .. sources.Attributes, .. sources.Records.Select(r => r.ToString())];
    }

    /// <summary>Changes everything of some kinds.</summary>
    /// <param name="community">The community.</param>
    /// <param name="kinds">Kinds of <see cref="All"/>.</param>
    /// <param name="part">0 takes all of it away; 1 takes every other one away.</param>
    public static SmallCommunity Of(SmallCommunity community, IReadOnlyCollection<string> kinds, int part)
    {
        Act[] acts = [.. Enum.GetValues<Act>().Where(a => kinds.Contains($"act {a}"))];
        SmallCommunity other = WithoutActs(kinds.Contains("replies") ? WithoutReplies(community, part) : community, acts, part);
        other = other with
        {
            Activities = other.Activities.Select(a => a with
            {
                Topics = [],
                Accepted = kinds.Contains(nameof(ReadingRecord.AcceptedAnswers)) ? null : a.Accepted,
                Formality = kinds.Contains(nameof(ReadingRecord.Formality)) ? (Formality)(((int)a.Formality + 1 + part) % 3) : a.Formality,
            }).ToValueList(),
            Roster = other.Roster is null ? null : new(SmallCommunity.Id, other.Roster.Periods.Where((p, i) => !(kinds.Contains(p.Role is null ? "memberships" : "roles") && Goes(i, part))).ToValueList()),
            People = Attributes.All(kinds.Contains) ? [] : other.People.Select(p => new Person(p.Id, p.History.Select(h => With(h, kinds, part)).ToValueList())).ToValueList(),
            Organisation = kinds.Contains(nameof(ReadingRecord.Organisation)) ? null : other.Organisation,
            Practice = other.Practice is null ? null : With(other.Practice, kinds, part),
        };
        return kinds.Contains(nameof(ReadingRecord.Community)) ? other with { State = null, Breaks = [] } : other;
    }

    private static bool Goes(int index, int part) => part == 0 || index % 2 == 0;

    private static SmallCommunity WithoutReplies(SmallCommunity community, int part)
    {
        ActivityWindow all = community.Log.Of(SmallCommunity.Id);
        List<Activity> kept = [.. community.Activities.Where(a => a.Community != SmallCommunity.Id)];
        for (int i = 0; i < all.Count; i++)
        {
            int parent = all.Replies.IsEmpty || all.Replies[i] < 0 ? -1 : all.Replies[i] - all.Start;
            bool another = parent >= 0 && parent < all.Count && all.People[parent] != all.People[i];
            kept.Add(!Goes(i, part) ? all[i] : another ? all[i] with { InReplyTo = null, To = [] } : all[i] with { To = [] });
        }

        return community with { Activities = kept.ToValueList() };
    }

    /// <summary>Takes acts away where nothing replies to them; others become another act of those named.</summary>
    private static SmallCommunity WithoutActs(SmallCommunity community, Act[] acts, int part)
    {
        HashSet<ActivityId> parents = [.. community.Activities.Select(a => a.InReplyTo).OfType<ActivityId>()];
        Activity? first = community.Activities.Where(a => a.Actor == ActorKind.Human && a.Community == SmallCommunity.Id).MinBy(a => a.At);
        List<Activity> kept = [];
        foreach ((int i, Activity activity) in community.Activities.Index())
        {
            bool free = activity != first && (activity.Id is null || !parents.Contains(activity.Id.Value));
            if (!acts.Contains(activity.Act) || activity.Actor == ActorKind.Bot)
            {
                kept.Add(activity);
            }
            else if (!free || !Goes(i, part))
            {
                kept.Add(activity with { Act = acts[(Array.IndexOf(acts, activity.Act) + 1) % acts.Length] });
            }
        }

        return community with { Activities = kept.ToValueList() };
    }

    private static PersonAttributes With(PersonAttributes known, IReadOnlyCollection<string> kinds, int part) => known with
    {
        Department = kinds.Contains("department") ? part == 0 ? null : "elsewhere" : known.Department,
        Location = kinds.Contains("location") ? part == 0 ? null : "nowhere" : known.Location,
        Seniority = kinds.Contains("seniority") ? "any" : known.Seniority,
        TimeZone = kinds.Contains("timeZone") ? part == 0 ? null : "Asia/Tokyo" : known.TimeZone,
    };

    private static PracticeState? With(PracticeState practice, IReadOnlyCollection<string> kinds, int part)
    {
        ReadingRecord[] records = [ReadingRecord.Gatherings, ReadingRecord.Artifacts, ReadingRecord.Stories];
        if (part == 0 && records.All(r => kinds.Contains(r.ToString())))
        {
            return null;
        }

        bool gatherings = kinds.Contains(nameof(ReadingRecord.Gatherings)), artifacts = kinds.Contains(nameof(ReadingRecord.Artifacts));
        Artifact[] made = [.. practice.Artifacts.Where((_, i) => !(artifacts && Goes(i, part)))];
        return practice with
        {
            Gatherings = practice.Gatherings.Where((_, i) => !(gatherings && Goes(i, part))).ToValueList(),
            Series = gatherings ? [] : practice.Series,
            Artifacts = made.ToValueList(),
            ArtifactUses = practice.ArtifactUses.Where(u => made.Any(a => a.Id == u.Artifact)).ToValueList(),
            Stories = practice.Stories.Where((_, i) => !(kinds.Contains(nameof(ReadingRecord.Stories)) && Goes(i, part))).ToValueList(),
        };
    }
}
