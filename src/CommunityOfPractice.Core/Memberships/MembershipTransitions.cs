using System.Text;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Memberships.MembershipStatus;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>The membership machine as data: every command and every automatic fact in every status.</summary>
/// <remarks>The table says what the code does, and tests compare the two; the code does not read it.</remarks>
public static class MembershipTransitions
{
    private static readonly MembershipStatus[] Members = [Active, Paused, Lapsed];
    private static readonly MembershipStatus[] Everybody = [None, Invited, Requested, Active, Paused, Lapsed, Alumni, Removed, Blocked];
    private static readonly MembershipStatus[] Stay = [];
    private static readonly MembershipStatus[] Back = [None, Alumni];

    /// <summary>Gets every row.</summary>
    /// <value>In the order of the ids.</value>
    public static ValueList<MembershipTransition> All { get; } =
    [
        Row("M1", nameof(InviteMember), [None, Alumni], [Invited], TransitionActor.MemberOrHost, "actor.not-a-member", "actor.not-in-charge", "community.not-open", "membership.exists", "invitation.exists", "request.exists", "membership.removed", "membership.blocked", "membership.erased", "invitation.cool-off", "invitation.muted", "invitation.rate-limit"),
        Row("M2", nameof(AcceptInvitation), [Invited], [Active], TransitionActor.Person, "consent.not-own-act", "membership.not-invited", "invitation.expired", "community.not-open"),
        Row("M3", nameof(DeclineInvitation), [Invited], Back, TransitionActor.Person, "actor.not-own-act", "membership.not-invited", "invitation.expired"),
        Row("M3", nameof(WithdrawInvitation), [Invited], Back, TransitionActor.InviterOrInCharge, "actor.not-inviter", "membership.not-invited", "invitation.expired"),
        Row("M3", nameof(InvitationExpired), [Invited], Back, TransitionActor.Rule),
        Row("M4", nameof(RequestMembership), [None, Alumni, Removed], [Requested], TransitionActor.Person, "consent.not-own-act", "community.not-open", "request.join-instead", "join.by-invitation", "membership.exists", "invitation.exists", "request.exists", "membership.blocked", "membership.erased", "request.cool-off", "removal.cool-off"),
        Row("-", nameof(SponsorRequest), [Requested], Stay, TransitionActor.Member, "actor.not-a-member", "membership.not-requested", "request.expired", "request.sponsored"),
        Row("M4", nameof(ApproveRequest), [Requested], [Active], TransitionActor.InCharge, "actor.not-in-charge", "actor.own-case", "membership.not-requested", "request.expired", "request.too-few-sponsors", "community.not-open"),
        Row("M4", nameof(DeclineRequest), [Requested], [None, Alumni, Removed], TransitionActor.InCharge, "actor.not-in-charge", "actor.own-case", "membership.not-requested", "request.expired", "reason.missing"),
        Row("M4", nameof(WithdrawRequest), [Requested], [None, Alumni, Removed], TransitionActor.Person, "actor.not-own-act", "membership.not-requested", "request.expired"),
        Row("M4", nameof(RequestExpired), [Requested], [None, Alumni, Removed], TransitionActor.Rule),
        Row("M5", nameof(JoinCommunity), [None, Invited, Requested, Lapsed, Alumni], [Active], TransitionActor.Person, "consent.not-own-act", "community.not-open", "join.by-request", "join.by-invitation", "membership.exists", "membership.removed", "membership.blocked", "membership.erased"),
        Row("M6", nameof(PauseMembership), [Active], [Paused], TransitionActor.Person, "actor.not-own-act", "membership.not-active", "pause.until-past", "role.last-facilitator"),
        Row("M6", nameof(ResumeMembership), [Paused], [Active], TransitionActor.Person, "actor.not-own-act", "membership.not-paused", "community.ended"),
        Row("M6", nameof(MembershipResumed), [Paused], [Active], TransitionActor.Rule),
        Row("-", nameof(LapseWarned), [Active], Stay, TransitionActor.Rule),
        Row("-", nameof(LapseWarningLifted), [Active], Stay, TransitionActor.Rule),
        Row("M7", nameof(MemberLapsed), [Active], [Lapsed], TransitionActor.Rule),
        Row("M8", nameof(ReturnFromLapse), [Lapsed], [Active], TransitionActor.Person, "actor.not-own-act", "membership.not-lapsed", "community.ended"),
        Row("M8", nameof(UndoLapse), [Active, Lapsed], [Active], TransitionActor.Person, "actor.not-own-act", "lapse.nothing-to-undo", "community.ended"),
        Row("M9", nameof(LeaveCommunity), Members, [Alumni], TransitionActor.PersonOrHost, "actor.not-own-act", "leave.reason", "membership.not-member", "role.last-facilitator"),
        Row("-", nameof(ChooseAlumniListing), [Active, Paused, Lapsed, Alumni], Stay, TransitionActor.Person, "actor.not-own-act", "alumni.never-member"),
        Row("M11", nameof(RemoveMember), Members, [Removed], TransitionActor.InCharge, "actor.not-in-charge", "actor.own-case", "membership.not-member", "reason.missing", "role.last-facilitator"),
        Row("-", nameof(AppealRemoval), [Removed, Blocked], Stay, TransitionActor.Person, "actor.not-own-act", "membership.not-removed", "appeal.exists", "appeal.too-late"),
        Row("M11", nameof(DecideAppeal), [Removed, Blocked], [Active, Removed, Blocked], TransitionActor.InCharge, "actor.not-in-charge", "actor.own-case", "membership.not-removed", "appeal.none", "appeal.own-decision", "reason.missing", "membership.blocked", "community.ended"),
        Row("M13", nameof(MemberErased), Everybody, [Erased], TransitionActor.Rule),
        Row("M14", nameof(BlockPerson), [None, Invited, Requested, Active, Paused, Lapsed, Alumni, Removed], [Blocked], TransitionActor.InCharge, "actor.not-in-charge", "actor.own-case", "membership.blocked", "membership.erased", "reason.missing", "role.last-facilitator"),
        Row("M15", nameof(UnblockPerson), [Blocked], [None, Alumni, Removed], TransitionActor.InCharge, "actor.not-in-charge", "actor.own-case", "membership.not-blocked", "reason.missing"),
        Row("-", nameof(SetMembershipTerm), Members, Stay, TransitionActor.PersonOrInCharge, "actor.not-in-charge", "membership.not-member", "term.exists", "term.past", "term.too-soon"),
        Row("-", nameof(ExtendMembershipTerm), Members, Stay, TransitionActor.InCharge, "actor.not-in-charge", "actor.own-case", "membership.not-member", "term.none", "term.not-later"),
        Row("M16", nameof(MembershipTermEnded), Members, [Alumni], TransitionActor.Rule),
        Row("M17", nameof(RecordAlumnus), [None], [Alumni], TransitionActor.Host, "actor.not-host", "alumni.known", "community.ended"),
        Row("-", nameof(GiveConsent), Everybody, Stay, TransitionActor.Person, "actor.not-own-act", "membership.erased", "processing.exists"),
        Row("-", nameof(WithdrawConsent), Everybody, Stay, TransitionActor.Person, "actor.not-own-act", "processing.none"),
        Row("-", nameof(ObjectToProcessing), Everybody, Stay, TransitionActor.Person, "actor.not-own-act", "membership.erased", "processing.objected"),
        Row("-", nameof(LiftObjection), Everybody, Stay, TransitionActor.Person, "actor.not-own-act", "processing.not-objected"),
        Row("-", nameof(MuteInvitations), Everybody, Stay, TransitionActor.Person, "actor.not-own-act", "membership.erased", "mute.exists"),
        Row("-", nameof(UnmuteInvitations), Everybody, Stay, TransitionActor.Person, "actor.not-own-act", "membership.erased", "mute.none"),
        Row("-", nameof(SetMembershipFields), Everybody, Stay, TransitionActor.Host, "actor.not-host", "membership.unknown", "membership.erased", "fields.name-blank", "fields.name-twice"),
    ];

    /// <summary>Draws the table: statuses as states, one arrow for each way from one to another.</summary>
    /// <returns>A Mermaid state diagram, with <c>\n</c> between the lines and none at the end.</returns>
    public static string ToMermaid()
    {
        StringBuilder text = new("stateDiagram-v2\n    [*] --> None");
        var arrows =
            from row in All
            from start in row.From
            from end in Ends(row, start)
            where start != end
            group $"{row.Id} {row.Trigger}" by (start, end) into arrow
            orderby arrow.Key.start, arrow.Key.end
            select arrow;
        foreach (var arrow in arrows)
        {
            text.Append("\n    ").Append(arrow.Key.start).Append(" --> ").Append(arrow.Key.end).Append(": ").AppendJoin(", ", arrow);
        }

        return text.Append("\n    Erased --> [*]").ToString();
    }

    /// <summary>What can follow from a status: an appeal of somebody who is kept out brings nobody in.</summary>
    internal static IEnumerable<MembershipStatus> Ends(MembershipTransition row, MembershipStatus start) =>
        row.To.Count == 0 ? [start]
        : row.Trigger == nameof(DecideAppeal) ? row.To.Where(end => end == start || (start == Removed && end == Active))
        : row.To;

    private static MembershipTransition Row(string id, string trigger, MembershipStatus[] from, MembershipStatus[] to, TransitionActor actor, params string[] guards) =>
        new(id, trigger, [.. from], [.. to], actor, [.. guards]);
}
