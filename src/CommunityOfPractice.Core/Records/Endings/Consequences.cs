using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>What follows in the other parts of a record, in the same decision.</summary>
/// <remarks>
/// When a community ends, nobody keeps a role, members become alumni, what waits for an answer runs out, what was planned is cancelled, and open questions go where the legacy
/// plan says or are closed; what a proposal made is archived. When more people see it, stories are drafts again and everybody is asked anew. When somebody goes, their places at gatherings are free and given to who waits.
/// </remarks>
internal static class Consequences
{
    private const string Ended = "Its community has ended.";

    /// <summary>The facts with what follows from them; the same facts when nothing does.</summary>
    /// <remarks>Reads the record as it was before the facts: take all of them before any is applied to what is not immutable.</remarks>
    public static IEnumerable<Fact> Of(IEnumerable<Fact> facts, Community community, Members members, Practice practice, DateTimeOffset at)
    {
        Calendar calendar = practice.Calendar;
        foreach (Fact fact in facts.SelectMany(f => WithFarewell(f, community, members, practice)))
        {
            yield return fact;
            foreach (CalendarFact consequence in ForGatherings(fact, calendar, at))
            {
                calendar = consequence.Apply(calendar, at);
                yield return consequence;
            }
        }
    }

    private static IEnumerable<CalendarFact> ForGatherings(Fact fact, Calendar calendar, DateTimeOffset at) => fact switch
    {
        CommunityClosed or CommunityMerged or ProposalRejected or ProposalExpired => CalendarConsequences.OfTheEnd(calendar, at),
        MemberLeft or MembershipTermEnded => CalendarConsequences.OfLeaving(calendar, ((MembershipFact)fact).Person, everywhere: false, at),
        MemberRemoved or PersonBlocked or MemberErased => CalendarConsequences.OfLeaving(calendar, ((MembershipFact)fact).Person, everywhere: true, at),
        _ => [],
    };

    private static IEnumerable<Fact> WithFarewell(Fact fact, Community community, Members members, Practice practice) => fact switch
    {
        CommunityClosed => [fact, .. Farewell(members, LeaveReason.CommunityClosed), .. practice.Questions.Open.Select(q => Settled(q, community))],
        ProposalRejected or ProposalExpired =>
        [
            fact,
            .. Farewell(members, LeaveReason.CommunityClosed),
            .. practice.Repertoire.Living().Select(a => new ArtifactArchived(a.Id)),
            .. practice.Questions.Open.Select(q => new QuestionClosed(q, Ended)),
        ],
        CommunityMerged merged => [fact, .. Farewell(members, LeaveReason.CommunityMerged), .. practice.Questions.Open.Select(q => new QuestionForwarded(q, merged.Into))],
        VisibilitySet set when set.Visibility < community.Visibility => [fact, .. practice.Repertoire.Stories.Where(s => s.IsAgreedTo).Select(s => new StoryReturned(s.Id))],
        _ => [fact],
    };

    private static QuestionFact Settled(QuestionId question, Community community) =>
        community.Closing?.Plan.Items.FirstOrDefault(i => i.Name == Questions.ItemOf(question))?.TakenOverBy is { } taker
            ? new QuestionForwarded(question, taker)
            : new QuestionClosed(question, Ended);

    private static IEnumerable<Fact> Farewell(Members members, LeaveReason reason)
    {
        foreach (Membership member in members.All.Where(m => m.IsMember || m.Roles.Count > 0 || m.Status is MembershipStatus.Invited or MembershipStatus.Requested).OrderBy(m => m.Person))
        {
            foreach (RoleAssignment role in member.Roles)
            {
                yield return new RoleEnded(member.Person, role.Role, role.Scope, RoleEndReason.MembershipEnded);
            }

            if (member.IsMember)
            {
                yield return new MemberLeft(member.Person, reason, Note: null);
            }
            else if (member.Status == MembershipStatus.Invited)
            {
                yield return new InvitationExpired(member.Person);
            }
            else if (member.Status == MembershipStatus.Requested)
            {
                yield return new RequestExpired(member.Person);
            }
        }
    }
}
