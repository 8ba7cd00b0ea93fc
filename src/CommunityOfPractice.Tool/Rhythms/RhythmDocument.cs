using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Rhythms;

/// <summary>What the files show of one community's life.</summary>
internal sealed record CommunityRhythm(CommunityId Id, string? Status, HeadcountEntry? Members, int Gatherings, DormancyCall Dormancy, Cadence? Cadence);

/// <summary>What the files show of each community's life, as of an instant.</summary>
internal sealed record RhythmDocument(DateTimeOffset AsOf, PolicySet Policies, IReadOnlyList<CommunityRhythm> Communities)
{
    /// <summary>Looks at all communities of some files.</summary>
    /// <param name="data">The files.</param>
    /// <param name="asOf">The first instant that is left out.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="assumeKnown">Whether the files hold everything from their first activity on, so that a community without any was quiet.</param>
    public static RhythmDocument Of(InterchangeData data, DateTimeOffset asOf, PolicySet policies, bool assumeKnown)
    {
        TimeWindow? known = assumeKnown && data.Log.Count > 0 ? new TimeWindow(data.Log.Communities.Min(id => data.Log.Of(id)[0].At), DateTimeOffset.MaxValue) : null;
        Dictionary<CommunityId, CommunityEntry> entries = data.Communities.ToDictionary(entry => entry.Community);
        ILookup<CommunityId, GatheringEntry> gatherings = data.Gatherings.ToLookup(gathering => gathering.Community);
        ILookup<CommunityId, HeadcountEntry> members = data.Headcounts.Where(count => count.At < asOf).ToLookup(count => count.Community);
        ILookup<CommunityId, DateTimeOffset> joined = data.Memberships.ToLookup(period => period.Community, period => period.From);
        List<CommunityRhythm> all = [];
        foreach (CommunityId id in entries.Keys.Concat(data.Log.Communities).Concat(gatherings.Select(g => g.Key)).Concat(joined.Select(j => j.Key)).Distinct().Order())
        {
            Core.Practices.ActivityWindow activity = data.Log.Of(id);
            CommunityEntry? entry = entries.GetValueOrDefault(id);
            IEnumerable<DateTimeOffset> beginnings = [.. joined[id], .. gatherings[id].Select(g => g.Start), .. activity.Count > 0 ? [activity[0].At] : (DateTimeOffset[])[]];
            DateTimeOffset? launched = entry?.Chartered ?? (beginnings.Any() ? beginnings.Min() : null);
            DormancyCall dormancy = launched is { } at
                ? DormancyCall.Of(id, at, activity, known, policies, asOf, isKnown: activity.Count > 0 || known is not null)
                : new(DormancyState.Unknown, null, null, "no date is known of it");
            int held = gatherings[id].Count(g => g.Start < asOf && g.Status != GatheringEntryStatus.Cancelled);
            all.Add(new(id, entry?.Status, members[id].LastOrDefault(), held, dormancy, Cadence.Of(gatherings[id], asOf)));
        }

        return new(asOf, policies, all);
    }
}
