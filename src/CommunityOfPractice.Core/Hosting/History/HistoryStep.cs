using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What happens to one person at one instant of a history; steps of one instant come in the order of their numbers.</summary>
/// <remarks>Ends come before beginnings, but a facilitator takes over before another one goes, so that a hand-over never leaves nobody.</remarks>
internal enum HistoryStepKind : byte
{
    RoleEnds = 0,
    FacilitatorJoins = 1,
    FacilitatorBegins = 2,
    FacilitatorEnds = 3,
    Leaves = 4,
    Joins = 5,
    RoleBegins = 6,
    RoleEndsAtOnce = 7,
    LeavesAtOnce = 8,
    WasMember = 9,
}

/// <summary>One step of a history, with the period that tells of it.</summary>
internal sealed record HistoryStep(DateTimeOffset At, HistoryStepKind Kind, PersonId Person, Role? Role, MembershipPeriod Source);

/// <summary>Puts the periods of a history into steps, in the one order that follows from what they say.</summary>
internal static class HistorySteps
{
    /// <summary>The steps before an instant.</summary>
    public static List<HistoryStep> Of(CommunityHistory history, DateTimeOffset before, RoleCatalogue roles)
    {
        List<HistoryStep> steps = [];
        MembershipPeriod[] periods = [.. history.Periods.Where(p => p.From < before)];
        HashSet<(PersonId Person, DateTimeOffset At)> facilitate = [], leave = [];
        foreach (Stretch role in Unite(periods.Where(p => p.Role == Role.Facilitator)))
        {
            facilitate.Add((role.Person, role.First.From));
        }

        foreach (Stretch membership in Unite(periods.Where(p => p.IsMembership)))
        {
            bool first = facilitate.Contains((membership.Person, membership.First.From));
            steps.Add(new(membership.First.From, first ? HistoryStepKind.FacilitatorJoins : HistoryStepKind.Joins, membership.Person, null, membership.First));
            if (membership.Until is { } until && until < before)
            {
                bool atOnce = until == membership.First.From;
                steps.Add(new(until, atOnce ? HistoryStepKind.LeavesAtOnce : HistoryStepKind.Leaves, membership.Person, null, membership.Last));
                leave.Add((membership.Person, until));
            }
        }

        foreach (IGrouping<Role, MembershipPeriod> role in periods.Where(p => p.Role is not null).GroupBy(p => p.Role!.Value))
        {
            bool endsByItself = roles.Of(role.Key).EndsWithMembership;
            foreach (Stretch held in Unite(role))
            {
                steps.Add(new(held.First.From, BeginOf(role.Key), held.Person, role.Key, held.First));
                if (role.Key != Role.Alumnus && held.Until is { } until && until < before && !(endsByItself && leave.Contains((held.Person, until))))
                {
                    steps.Add(new(until, EndOf(role.Key, atOnce: until == held.First.From), held.Person, role.Key, held.Last));
                }
            }
        }

        steps.Sort(Compare);
        return steps;
    }

    /// <summary>Periods of one person that overlap or touch make one stretch.</summary>
    private static IEnumerable<Stretch> Unite(IEnumerable<MembershipPeriod> periods)
    {
        Stretch? stretch = null;
        foreach (MembershipPeriod period in periods.OrderBy(p => p.Person).ThenBy(p => p.From).ThenBy(p => p.Until ?? DateTimeOffset.MaxValue).ThenBy(p => p.Role))
        {
            if (stretch is not null && stretch.Person == period.Person && !(stretch.Until < period.From))
            {
                stretch = stretch.Until is { } until && !(period.Until <= until) ? stretch with { Until = period.Until, Last = period } : stretch;
                continue;
            }

            if (stretch is not null)
            {
                yield return stretch;
            }

            stretch = new(period.Person, period.Until, period, period);
        }

        if (stretch is not null)
        {
            yield return stretch;
        }
    }

    private static HistoryStepKind BeginOf(Role role) => role switch
    {
        Role.Facilitator => HistoryStepKind.FacilitatorBegins,
        Role.Alumnus => HistoryStepKind.WasMember,
        _ => HistoryStepKind.RoleBegins,
    };

    private static HistoryStepKind EndOf(Role role, bool atOnce) =>
        atOnce ? HistoryStepKind.RoleEndsAtOnce : role == Role.Facilitator ? HistoryStepKind.FacilitatorEnds : HistoryStepKind.RoleEnds;

    private static int Compare(HistoryStep one, HistoryStep other)
    {
        int order = one.At.CompareTo(other.At);
        order = order != 0 ? order : one.Kind.CompareTo(other.Kind);
        order = order != 0 ? order : one.Person.CompareTo(other.Person);
        return order != 0 ? order : Nullable.Compare(one.Role, other.Role);
    }

    private sealed record Stretch(PersonId Person, DateTimeOffset? Until, MembershipPeriod First, MembershipPeriod Last);
}
