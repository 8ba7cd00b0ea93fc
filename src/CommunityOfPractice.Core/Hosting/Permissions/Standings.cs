using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Tells in what capacities somebody acts.</summary>
internal static class Standings
{
    public static Standing Of(Actor by, Command command, CommunityRecord record) =>
        Of(by, record) | (command.Subject is { } subject && by.Is(subject) ? Standing.Self : Standing.None);

    /// <summary>In what capacities, whomever it concerns.</summary>
    public static Standing Of(Actor by, CommunityRecord record)
    {
        if (by.Person is not { } person)
        {
            return by.HostName is not null ? Standing.Administrator : by.RuleId is not null ? Standing.Policy : Standing.None;
        }

        Membership membership = record.Members[person];
        Standing standing = Standing.Anyone;
        standing |= IsProposer(person, record.Community) ? Standing.Proposer : Standing.None;
        standing |= membership.Holds(Role.Sponsor) ? Standing.Sponsor : Standing.None;
        if (membership.Status == MembershipStatus.Active)
        {
            standing |= Standing.Member;
            standing |= membership.Holds(Role.CoreGroup) ? Standing.CoreGroup : Standing.None;
            standing |= membership.Holds(Role.Facilitator) ? Standing.Facilitator : Standing.None;
        }

        return standing;
    }

    /// <summary>While there is no facilitator yet; what is proposed is theirs.</summary>
    private static bool IsProposer(PersonId person, Community community) =>
        community is { Status: CommunityStatus.Proposed, Proposal: { } proposal } && proposal.Proposer == person;
}
