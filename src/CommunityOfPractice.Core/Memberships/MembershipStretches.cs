using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Cuts a membership into the stretches in which the member was there, on leave, or lapsed.</summary>
internal static class MembershipStretches
{
    /// <summary>All stretches of membership, and then those of roles.</summary>
    public static IEnumerable<MembershipPeriod> Of(CommunityId community, Membership membership)
    {
        List<PastAbsence> absences = [.. membership.Absences.OrderBy(a => a.From)];
        foreach (PastPeriod past in membership.History.Where(p => p.Role is null))
        {
            foreach (MembershipPeriod piece in Cut(community, membership, absences, past.From, past.Until))
            {
                yield return piece.Until == past.Until ? piece with { Reason = past.Reason } : piece;
            }
        }

        if (membership.MemberSince is { } since)
        {
            bool away = membership.Status is MembershipStatus.Paused or MembershipStatus.Lapsed;
            DateTimeOffset here = away && membership.Since is { } left ? left : DateTimeOffset.MaxValue;
            foreach (MembershipPeriod piece in Cut(community, membership, absences, since, away ? here : null))
            {
                yield return piece;
            }

            if (away)
            {
                yield return new(community, membership.Person, here) { Status = membership.Status };
            }
        }

        foreach (PastPeriod past in membership.History.Where(p => p.Role is not null))
        {
            yield return new(community, membership.Person, past.From, past.Until, past.Role);
        }

        foreach (RoleAssignment held in membership.Roles)
        {
            yield return new(community, membership.Person, held.From, until: null, held.Role);
        }
    }

    /// <summary>A stretch from one instant to another, or to no end, without empty pieces unless the whole is empty.</summary>
    private static IEnumerable<MembershipPeriod> Cut(
        CommunityId community, Membership membership, List<PastAbsence> absences, DateTimeOffset from, DateTimeOffset? until)
    {
        DateTimeOffset at = from;
        foreach (PastAbsence absence in absences.Where(a => a.From >= from && !(a.Until > until) && a.Until > a.From))
        {
            if (absence.From > at)
            {
                yield return new(community, membership.Person, at, absence.From);
            }

            yield return new(community, membership.Person, absence.From, absence.Until) { Status = absence.Status };
            at = absence.Until;
        }

        if (until is null || at < until || at == from)
        {
            yield return new(community, membership.Person, at, until);
        }
    }
}
