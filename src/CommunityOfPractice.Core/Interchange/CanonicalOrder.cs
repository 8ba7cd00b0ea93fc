using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The one order of the rows of each kind, whatever order they came in.</summary>
internal static class CanonicalOrder
{
    public static ValueList<PersonEntry> Of(IEnumerable<PersonEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Person).ThenBy(e => e.From ?? DateTimeOffset.MinValue).ToValueList();

    public static ValueList<CommunityEntry> Of(IEnumerable<CommunityEntry> entries) =>
        entries.Distinct().OrderBy(e => e.Community).ToValueList();

    public static ValueList<MembershipPeriod> Of(IEnumerable<MembershipPeriod> periods) =>
        periods.Distinct().OrderBy(p => p.Community).ThenBy(p => p.Person).ThenBy(p => p.From)
            .ThenBy(p => p.Until ?? DateTimeOffset.MaxValue).ThenBy(p => p.Role).ToValueList();

    public static ValueList<MeetingEntry> Of(IEnumerable<MeetingEntry> entries) =>
        entries.Distinct().OrderBy(e => e.At).ThenBy(e => e.People, Comparer<ValueList<PersonId>>.Create(Compare))
            .ThenBy(e => e.Met).ThenBy(e => e.Useful).ToValueList();

    /// <summary>Whether two entries about one person hold at the same time, the first beginning no later than the second.</summary>
    public static bool Overlap(PersonEntry first, PersonEntry second) => second.From is null || first.Until is null || first.Until > second.From;

    private static int Compare(ValueList<PersonId> left, ValueList<PersonId> right)
    {
        for (int i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            int order = left[i].CompareTo(right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
