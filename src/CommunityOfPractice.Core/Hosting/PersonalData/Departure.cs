using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What goes before an erasure: every role of the person ends in the open, as in any other farewell (M-I3, law 37).</summary>
internal static class Departure
{
    /// <summary>The facts that end the roles; guards that are not met are noted, each with its community.</summary>
    public static Fact[] Of(CommunityRecord record, PersonId person, DecisionContext context, LastFacilitatorChoice? choice, List<Reason> unmet)
    {
        Membership leaving = record.Members[person];
        if (leaving.Roles.Count == 0)
        {
            return [];
        }

        Guards guards = new();
        MembershipContext at = new(context.At.ToUniversalTime(), context.By, context.Policies.Membership, record.Community, record.Members) { CommunityPolicy = context.Policies.Community };
        Fact[] facts = [.. HandOver.End(leaving, leaving.Roles.AsSpan(), RoleEndReason.MembershipEnded, null, at, guards, choice)];
        unmet.AddRange(guards.Unmet.Select(r => new Reason(r.Code, $"{record.Id}: {r.Text}") { Arguments = [record.Id.Text, .. r.Arguments ?? []] }));
        return facts;
    }
}
