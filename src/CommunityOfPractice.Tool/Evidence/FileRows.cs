using System.Collections.Concurrent;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Evidence;

/// <summary>The rows of interchange files by community, whatever the instant that is looked at.</summary>
internal sealed class FileRows
{
    private readonly ConcurrentDictionary<CommunityId, Roster> rosters = new();

    public FileRows(InterchangeData data)
    {
        Data = data;
        People = data.ToPeople().ToDictionary(p => p.Id);
        Memberships = data.Memberships.ToLookup(m => m.Community);
        Entries = data.Communities.ToDictionary(c => c.Community);
        Gatherings = data.Gatherings.ToLookup(g => g.Community);
        Attendances = data.Attendances.ToLookup(a => (a.Community, a.Gathering));
        Artifacts = data.Artifacts.ToLookup(a => a.Community);
        Stories = data.Stories.ToLookup(s => s.Community);
        Communities = [.. data.Log.Communities.Concat(Memberships.Select(m => m.Key)).Concat(Entries.Keys)
            .Concat(Gatherings.Select(g => g.Key)).Concat(Artifacts.Select(g => g.Key)).Concat(Stories.Select(g => g.Key)).Distinct().Order()];
    }

    public InterchangeData Data { get; }

    public Dictionary<PersonId, Person> People { get; }

    public ILookup<CommunityId, MembershipPeriod> Memberships { get; }

    public Dictionary<CommunityId, CommunityEntry> Entries { get; }

    /// <summary>Who belonged when, sorted once; null when the files do not say so.</summary>
    public Roster? RosterOf(CommunityId community) =>
        Memberships.Contains(community) ? rosters.GetOrAdd(community, id => new(id, Memberships[id].ToValueList())) : null;

    public ILookup<CommunityId, GatheringEntry> Gatherings { get; }

    public ILookup<(CommunityId, string), AttendanceEntry> Attendances { get; }

    public ILookup<CommunityId, ArtifactEntry> Artifacts { get; }

    public ILookup<CommunityId, StoryEntry> Stories { get; }

    /// <summary>Every community of which anything is known, by id.</summary>
    public IReadOnlyList<CommunityId> Communities { get; }
}
