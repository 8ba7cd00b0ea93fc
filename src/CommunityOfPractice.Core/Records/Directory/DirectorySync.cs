using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Lets membership follow the company's directory as far as it may: it proposes invitations and records exits; it never adds anybody.</summary>
/// <remarks>
/// Nobody is invited twice this way: who was ever invited, asked, declined or left is left alone, since they know of the community; choices about one's own
/// data, such as an objection, are no such thing. Who no
/// longer fits the rule but is still in the organisation stays, because they chose to be here.
/// </remarks>
public static class DirectorySync
{
    /// <summary>Proposes what follows from the directory of today.</summary>
    /// <param name="record">The community as it stands.</param>
    /// <param name="fitting">Who fits the host's rule (a department, a job title) today, in any order.</param>
    /// <param name="departed">Who has left the organisation, in any order; it counts more than fitting.</param>
    /// <param name="context">When, and the host as the actor.</param>
    /// <returns>
    /// Commands that would be accepted now, first exits, then invitations, each by id. Deciding and applying them and proposing again
    /// proposes nothing. A last facilitator's exit is not among them until it can be accepted.
    /// </returns>
    /// <exception cref="ArgumentException">The actor is not the host.</exception>
    public static ValueList<MembershipCommand> Propose(
        CommunityRecord record, IReadOnlyCollection<PersonId> fitting, IReadOnlyCollection<PersonId> departed, DecisionContext context)
    {
        (ValueList<MembershipCommand> exits, ValueList<MembershipCommand> invitations) = Wanted(record, fitting, departed, context);
        return exits.Concat(invitations).Where(c => record.Decide(c, context).IsAccepted).ToValueList();
    }

    /// <summary>What the directory asks for, whether or not it can be accepted now.</summary>
    internal static (ValueList<MembershipCommand> Exits, ValueList<MembershipCommand> Invitations) Wanted(
        CommunityRecord record, IReadOnlyCollection<PersonId> fitting, IReadOnlyCollection<PersonId> departed, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(fitting);
        ArgumentNullException.ThrowIfNull(departed);
        ArgumentNullException.ThrowIfNull(context);
        if (context.By.HostName is null)
        {
            throw new ArgumentException("The directory is read by the host.", nameof(context));
        }

        HashSet<PersonId> gone = [.. departed];
        IEnumerable<MembershipCommand> exits = gone.Order().Where(p => record.Members[p] is { IsMember: true } or { Status: MembershipStatus.Invited }).Select<PersonId, MembershipCommand>(
            p => record.Members[p].Status == MembershipStatus.Invited ? new WithdrawInvitation(record.Id, p) : new LeaveCommunity(record.Id, p, LeaveReason.OrganisationExit));
        IEnumerable<MembershipCommand> invitations = fitting.Distinct().Where(p => !gone.Contains(p) && !HasMet(record, p)).Order()
            .Select(p => new InviteMember(record.Id, p));
        return (exits.ToValueList(), invitations.ToValueList());
    }

    /// <summary>Whether a person ever had to do with the community beyond choices about their own data.</summary>
    private static bool HasMet(CommunityRecord record, PersonId person) =>
        record.Members.Knows(person) && record.Members[person] with { Choices = null } != new Membership(person);
}
