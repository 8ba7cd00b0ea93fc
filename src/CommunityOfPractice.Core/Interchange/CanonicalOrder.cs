using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The one order of the rows of each kind, whatever order they came in.</summary>
internal static class CanonicalOrder
{
    private static readonly Comparer<ValueList<PersonId>> People = Comparer<ValueList<PersonId>>.Create((left, right) => Compare(left, right, (one, other) => one.CompareTo(other)));

    public static ValueList<PersonEntry> Of(IEnumerable<PersonEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Person).ThenBy(e => e.From ?? DateTimeOffset.MinValue).ToValueList();

    public static ValueList<CommunityEntry> Of(IEnumerable<CommunityEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Community).ToValueList();

    public static ValueList<MembershipPeriod> Of(IEnumerable<MembershipPeriod> periods) =>
        periods.Distinct().OrderBy(p => p.Community).ThenBy(p => p.Person).ThenBy(p => p.From)
            .ThenBy(p => p.Until ?? DateTimeOffset.MaxValue).ThenBy(p => p.Role).ThenBy(p => p.Status).ThenBy(p => p.Reason).ToValueList();

    public static ValueList<MeetingEntry> Of(IEnumerable<MeetingEntry> entries) =>
        entries.Distinct().OrderBy(e => e.At).ThenBy(e => e.People, People)
            .ThenBy(e => e.Met).ThenBy(e => e.Useful).ThenBy(e => e.Host).ToValueList();

    public static ValueList<GatheringEntry> Of(IEnumerable<GatheringEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Community).ThenBy(e => e.Gathering, StringComparer.Ordinal).ToValueList();

    public static ValueList<AttendanceEntry> Of(IEnumerable<AttendanceEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Community).ThenBy(e => e.Gathering, StringComparer.Ordinal).ThenBy(e => e.Person).ToValueList();

    public static ValueList<ArtifactEntry> Of(IEnumerable<ArtifactEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Community).ThenBy(e => e.Artifact, StringComparer.Ordinal).ToValueList();

    public static ValueList<StoryEntry> Of(IEnumerable<StoryEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Community).ThenBy(e => e.Story, StringComparer.Ordinal).ToValueList();

    public static ValueList<StoryClaimEntry> Of(IEnumerable<StoryClaimEntry> claims) =>
        claims.Distinct().OrderBy(c => c.Cycle).ThenBy(c => c.Text, StringComparer.Ordinal)
            .ThenBy(c => c.Evidence, Comparer<ValueList<string>>.Create((left, right) => Compare(left, right, string.CompareOrdinal)))
            .ThenBy(c => c.Contributors, People).ToValueList();

    public static ValueList<HeadcountEntry> Of(IEnumerable<HeadcountEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Community).ThenBy(e => e.At).ThenBy(e => e.Source, StringComparer.Ordinal).ThenBy(e => e.Members).ToValueList();

    /// <summary>Whether two entries about one person hold at the same time, the first beginning no later than the second.</summary>
    public static bool Overlap(PersonEntry first, PersonEntry second) => second.From is null || first.Until is null || first.Until > second.From;

    private static int Compare<T>(ValueList<T> left, ValueList<T> right, Func<T, T, int> compare)
    {
        for (int i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            int order = compare(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
