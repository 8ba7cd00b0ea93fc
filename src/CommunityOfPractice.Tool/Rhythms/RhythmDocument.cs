using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Rhythms;

/// <summary>What the files show of one community's life; listed says that its members are those of the memberships at the instant, since nobody counted them.</summary>
internal sealed record CommunityRhythm(CommunityId Id, string? Status, HeadcountEntry? Members, bool Listed, int Gatherings, DormancyCall Dormancy, Cadence? Cadence);

/// <summary>What the files show of each community's life, as of an instant.</summary>
internal sealed record RhythmDocument(AsOf Until, PolicySet Policies, IReadOnlyList<CommunityRhythm> Communities)
{
    /// <summary>The source of a number of members that was not counted but follows from memberships.</summary>
    private const string Memberships = "memberships";

    public DateTimeOffset AsOf => Until.At;

    /// <summary>Looks at all communities of some files.</summary>
    /// <param name="data">The files.</param>
    /// <param name="until">The first instant that is left out, and why.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="assumeKnown">Whether the files hold everything from their first activity on, so that a community without any was quiet.</param>
    public static RhythmDocument Of(InterchangeData data, AsOf until, PolicySet policies, bool assumeKnown)
    {
        DateTimeOffset asOf = until.At;
        TimeWindow? known = assumeKnown && data.Log.Count > 0 ? new TimeWindow(data.Log.Communities.Min(id => data.Log.Of(id)[0].At), DateTimeOffset.MaxValue) : null;
        Dictionary<CommunityId, CommunityEntry> entries = data.Communities.ToDictionary(entry => entry.Community);
        ILookup<CommunityId, GatheringEntry> gatherings = data.Gatherings.ToLookup(gathering => gathering.Community);
        ILookup<CommunityId, HeadcountEntry> members = data.Headcounts.Where(count => count.At < asOf).ToLookup(count => count.Community);
        ILookup<CommunityId, MembershipPeriod> joined = data.Memberships.ToLookup(period => period.Community);
        List<CommunityRhythm> all = [];
        foreach (CommunityId id in entries.Keys.Concat(data.Log.Communities).Concat(gatherings.Select(g => g.Key)).Concat(joined.Select(j => j.Key)).Distinct().Order())
        {
            Core.Practices.ActivityWindow activity = data.Log.Of(id);
            CommunityEntry? entry = entries.GetValueOrDefault(id);
            IEnumerable<DateTimeOffset> beginnings = [.. joined[id].Select(period => period.From), .. gatherings[id].Select(g => g.Start), .. activity.Count > 0 ? [activity[0].At] : (DateTimeOffset[])[]];
            DateTimeOffset? launched = entry?.Chartered ?? (beginnings.Any() ? beginnings.Min() : null);
            DormancyCall dormancy = launched is { } at
                ? DormancyCall.Of(id, at, activity, known, policies, asOf, isKnown: activity.Count > 0 || known is not null)
                : new(DormancyState.Unknown, null, null, "no date is known of it");
            int held = gatherings[id].Count(g => g.Start < asOf && g.Status != GatheringEntryStatus.Cancelled);
            HeadcountEntry? counted = members[id].LastOrDefault();
            bool listed = counted is null && joined.Contains(id);
            HeadcountEntry? there = listed ? new(id, asOf, new Roster(id, joined[id].ToValueList()).ActiveAt(asOf.AddTicks(-1)).Count) { Source = Memberships } : counted;
            all.Add(new(id, entry?.Status, there, listed, held, dormancy, Cadence.Of(gatherings[id], asOf)));
        }

        return new(until, policies, all);
    }
}
