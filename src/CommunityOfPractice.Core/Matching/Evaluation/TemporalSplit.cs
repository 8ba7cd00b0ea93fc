using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Memberships cut in two at a moment: what was known, and what people joined afterwards.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Known">The memberships that began before the cut, as they looked then: those that ended later have no end yet.</param>
/// <param name="Joined">What people joined between the cut and the end of the period.</param>
public sealed record TemporalSplit(
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<MembershipPeriod>))] ValueList<MembershipPeriod> Known,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<JoinedLater>))] ValueList<JoinedLater> Joined)
{
    /// <summary>Cuts memberships.</summary>
    /// <param name="memberships">The memberships, in any order; what is no membership is passed over.</param>
    /// <param name="cut">The first instant of what is to be predicted.</param>
    /// <param name="until">The first instant after it.</param>
    /// <returns>
    /// The split. What counts as joined: memberships that begin in the period, of people who belonged to something at the cut, in communities that had a member then and not that person. O(n log n).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is not after <paramref name="cut"/>.</exception>
    public static TemporalSplit At(IEnumerable<MembershipPeriod> memberships, DateTimeOffset cut, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, cut);
        MembershipPeriod[] all = [.. memberships.Where(m => m.IsMembership)];
        MembershipPeriod[] known =
        [
            .. all.Where(m => m.From < cut).Select(m => m.Until >= cut ? new MembershipPeriod(m.Community, m.Person, m.From, null, m.Role) { Status = m.Status } : m)
                .Distinct().OrderBy(m => m.Person).ThenBy(m => m.Community).ThenBy(m => m.From).ThenBy(m => m.Until ?? DateTimeOffset.MaxValue).ThenBy(m => m.Role),
        ];
        ILookup<PersonId, CommunityId> belongs = known.Where(m => m.Until is null).ToLookup(m => m.Person, m => m.Community);
        HashSet<CommunityId> living = [.. known.Where(m => m.Until is null).Select(m => m.Community)];
        IEnumerable<JoinedLater> joined = all.Where(m => m.From >= cut && m.From < until && belongs.Contains(m.Person) && living.Contains(m.Community) && !belongs[m.Person].Contains(m.Community))
            .GroupBy(m => m.Person).OrderBy(g => g.Key).Select(g => new JoinedLater(g.Key, g.Select(m => m.Community).Distinct().Order().ToValueList()));
        return new(ValueList.Create<MembershipPeriod>(known), joined.ToValueList());
    }
}
