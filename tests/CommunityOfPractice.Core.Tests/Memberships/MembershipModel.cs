using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>The rules of domain.md 2.3 once more, written down independently: plain fields, no facts, no folds.</summary>
internal sealed class MembershipModel
{
    private readonly Dictionary<PersonId, Row> rows = [];

    public CommunityStatus Status { get; set; }

    public JoinPolicy Joins { get; set; }

    public int CommunitySponsors { get; set; }

    public MembershipPolicy Policy { get; set; } = MembershipPolicy.Default;

    public IEnumerable<KeyValuePair<PersonId, Row>> Rows => rows;

    private bool TakesIn => Status is CommunityStatus.Proposed or CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant;

    private bool Ended => Status is CommunityStatus.None or CommunityStatus.Closed or CommunityStatus.Merged or CommunityStatus.Rejected;

    public Row Of(PersonId person)
    {
        if (!rows.TryGetValue(person, out Row? row))
        {
            rows.Add(person, row = new());
        }

        return row;
    }

    public bool InCharge(Actor by) => by.HostName is not null || (by.Person is { } p && Of(p) is { Status: MembershipStatus.Active, Facilitates: true });

    /// <summary>The codes that the rules ask for.</summary>
    public SortedSet<string> Expected(MembershipCommand command, Actor by, DateTimeOffset at)
    {
        SortedSet<string> codes = new(StringComparer.Ordinal);
        void If(bool wrong, string code)
        {
            if (wrong)
            {
                codes.Add(code);
            }
        }

        Row row = Of(command.Person);
        bool own = by.Person == command.Person, host = by.HostName is not null, inCharge = InCharge(by);
        bool open = row.Expires > at, pends = row.Status is MembershipStatus.Invited or MembershipStatus.Requested;
        MembershipStatus stands = pends && !open ? row.Before : row.Status;
        bool active = by.Person is { } actor && Of(actor).Status == MembershipStatus.Active;
        // when a policy ends the last facilitator's role, the grace period begins by itself
        bool last = row is { Facilitates: true, Status: MembershipStatus.Active } && Status == CommunityStatus.Active && by.RuleId is null
            && rows.Values.Count(r => r.Facilitates && r.Status == MembershipStatus.Active) <= 1;
        void Governs()
        {
            If(!inCharge, "actor.not-in-charge");
            If(own, "actor.own-case");
        }

        void Waits(MembershipStatus status, string not, string expired)
        {
            If(row.Status != status, not);
            If(row.Status == status && !open, expired);
        }

        switch (command)
        {
            case InviteMember:
                If(!active && !host, "actor.not-a-member");
                If(!Policy.MembersInvite && !inCharge, "actor.not-in-charge");
                If(!TakesIn, "community.not-open");
                If(stands is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed, "membership.exists");
                If(stands == MembershipStatus.Invited, "invitation.exists");
                If(stands == MembershipStatus.Requested, "request.exists");
                If(stands == MembershipStatus.Removed, "membership.removed");
                If(stands == MembershipStatus.Blocked, "membership.blocked");
                If(stands == MembershipStatus.Erased, "membership.erased");
                If(at < row.NoInvitationBefore, "invitation.cool-off");
                If(row.Muted, "invitation.muted");
                If(active && Of(by.Person!.Value).InvitedOn.Count(d => d.UtcDateTime.Date == at.UtcDateTime.Date) >= Policy.MaxInvitationsPerDay, "invitation.rate-limit");
                break;
            case AcceptInvitation:
                If(!own, "consent.not-own-act");
                Waits(MembershipStatus.Invited, "membership.not-invited", "invitation.expired");
                If(!TakesIn, "community.not-open");
                break;
            case DeclineInvitation:
                If(!own, "actor.not-own-act");
                Waits(MembershipStatus.Invited, "membership.not-invited", "invitation.expired");
                break;
            case WithdrawInvitation:
                If(!inCharge && !(row.Status == MembershipStatus.Invited && row.Inviter == by), "actor.not-inviter");
                Waits(MembershipStatus.Invited, "membership.not-invited", "invitation.expired");
                break;
            case RequestMembership:
                If(!own, "consent.not-own-act");
                If(!TakesIn, "community.not-open");
                If(Joins == JoinPolicy.Open && stands != MembershipStatus.Removed, "request.join-instead");
                If(Joins == JoinPolicy.ByInvitation && stands != MembershipStatus.Removed, "join.by-invitation");
                If(stands is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed, "membership.exists");
                If(stands == MembershipStatus.Invited, "invitation.exists");
                If(stands == MembershipStatus.Requested, "request.exists");
                If(stands == MembershipStatus.Blocked, "membership.blocked");
                If(stands == MembershipStatus.Erased, "membership.erased");
                If(at < row.NoRequestBefore, "request.cool-off");
                If(stands == MembershipStatus.Removed && at < row.RemovedOn + Policy.RemovalCoolOff, "removal.cool-off");
                break;
            case SponsorRequest:
                If(!active, "actor.not-a-member");
                Waits(MembershipStatus.Requested, "membership.not-requested", "request.expired");
                If(active && row.Status == MembershipStatus.Requested && row.Sponsors.Contains(by.Person!.Value), "request.sponsored");
                break;
            case ApproveRequest:
                Governs();
                Waits(MembershipStatus.Requested, "membership.not-requested", "request.expired");
                If(
                    row.Status == MembershipStatus.Requested && open
                        && row.Sponsors.Count(s => Of(s).Status == MembershipStatus.Active) < Math.Max(CommunitySponsors, Policy.RequiredSponsors),
                    "request.too-few-sponsors");
                If(!TakesIn, "community.not-open");
                break;
            case DeclineRequest c:
                Governs();
                Waits(MembershipStatus.Requested, "membership.not-requested", "request.expired");
                If(c.Reason.Trim().Length == 0, "reason.missing");
                break;
            case WithdrawRequest:
                If(!own, "actor.not-own-act");
                Waits(MembershipStatus.Requested, "membership.not-requested", "request.expired");
                break;
            case JoinCommunity:
                If(!own, "consent.not-own-act");
                If(!TakesIn, "community.not-open");
                If(Joins == JoinPolicy.ByRequest && row.Status != MembershipStatus.Lapsed, "join.by-request");
                If(Joins == JoinPolicy.ByInvitation && row.Status != MembershipStatus.Lapsed, "join.by-invitation");
                If(row.Status is MembershipStatus.Active or MembershipStatus.Paused, "membership.exists");
                If(row.Status == MembershipStatus.Removed || (pends && row.Before == MembershipStatus.Removed), "membership.removed");
                If(row.Status == MembershipStatus.Blocked, "membership.blocked");
                If(row.Status == MembershipStatus.Erased, "membership.erased");
                break;
            case PauseMembership c:
                If(!own, "actor.not-own-act");
                If(row.Status != MembershipStatus.Active, "membership.not-active");
                If(c.Until <= at, "pause.until-past");
                If(last, "role.last-facilitator");
                break;
            case ResumeMembership:
                If(!own, "actor.not-own-act");
                If(row.Status != MembershipStatus.Paused, "membership.not-paused");
                If(Ended, "community.ended");
                break;
            case ReturnFromLapse:
                If(!own, "actor.not-own-act");
                If(row.Status != MembershipStatus.Lapsed, "membership.not-lapsed");
                If(Ended, "community.ended");
                break;
            case UndoLapse:
                If(!own, "actor.not-own-act");
                If(row.Status != MembershipStatus.Lapsed && row.LapsesOn is null, "lapse.nothing-to-undo");
                If(Ended, "community.ended");
                break;
            case LeaveCommunity c:
                bool machine = host || by.RuleId is not null;
                If(c.Reason == LeaveReason.Choice && !own, "actor.not-own-act");
                If(c.Reason == LeaveReason.OrganisationExit && !own && !host, "leave.reason");
                If(c.Reason == LeaveReason.CommunityClosed && !(machine && Status == CommunityStatus.Closed), "leave.reason");
                If(c.Reason == LeaveReason.CommunityMerged && !(machine && Status == CommunityStatus.Merged), "leave.reason");
                If(c.Reason > LeaveReason.CommunityMerged, "leave.reason");
                If(!row.IsMember, "membership.not-member");
                If(last, "role.last-facilitator");
                break;
            case ChooseAlumniListing:
                If(!own, "actor.not-own-act");
                If(!row.IsMember && row.Status != MembershipStatus.Alumni, "alumni.never-member");
                break;
            case RecordAlumnus:
                If(!host, "actor.not-host");
                If(row.Status != MembershipStatus.None, "alumni.known");
                If(Ended, "community.ended");
                break;
            case RemoveMember c:
                Governs();
                If(!row.IsMember, "membership.not-member");
                If(c.Reason.Trim().Length == 0, "reason.missing");
                If(last, "role.last-facilitator");
                break;
            case AppealRemoval:
                If(!own, "actor.not-own-act");
                If(!row.CanAppeal, "membership.not-removed");
                If(row.CanAppeal && row.Appealed, "appeal.exists");
                If(row.CanAppeal && at >= row.RemovedOn + Policy.AppealWindow, "appeal.too-late");
                break;
            case DecideAppeal c:
                Governs();
                If(!row.CanAppeal, "membership.not-removed");
                If(row.CanAppeal && (!row.Appealed || row.Upheld), "appeal.none");
                If(row.CanAppeal && by.Person is not null && row.RemovedBy == by, "appeal.own-decision");
                If(c.Reason.Trim().Length == 0, "reason.missing");
                If(c.Outcome == AppealOutcome.RemovalOverturned && row.Status == MembershipStatus.Blocked, "membership.blocked");
                If(c.Outcome == AppealOutcome.RemovalOverturned && Ended, "community.ended");
                break;
            case BlockPerson c:
                Governs();
                If(row.Status == MembershipStatus.Blocked, "membership.blocked");
                If(row.Status == MembershipStatus.Erased, "membership.erased");
                If(c.Reason.Trim().Length == 0, "reason.missing");
                If(last, "role.last-facilitator");
                break;
            case UnblockPerson c:
                Governs();
                If(row.Status != MembershipStatus.Blocked, "membership.not-blocked");
                If(c.Reason.Trim().Length == 0, "reason.missing");
                break;
            case SetMembershipTerm c:
                If(!own && !inCharge, "actor.not-in-charge");
                If(!row.IsMember, "membership.not-member");
                If(row.TermEndsOn is not null, "term.exists");
                If(c.EndsOn <= at, "term.past");
                If(!own && c.EndsOn < at + Policy.TermNotice, "term.too-soon");
                break;
            case ExtendMembershipTerm c:
                Governs();
                If(!row.IsMember, "membership.not-member");
                If(row.TermEndsOn is null, "term.none");
                If(c.EndsOn <= at || c.EndsOn <= row.TermEndsOn, "term.not-later");
                break;
            case GiveConsent c:
                If(!own, "actor.not-own-act");
                If(row.Status == MembershipStatus.Erased, "membership.erased");
                If(row.Agreed.GetValueOrDefault(c.Consent.Purpose) == c.Consent.TextVersion, "processing.exists");
                break;
            case WithdrawConsent c:
                If(!own, "actor.not-own-act");
                If(!row.Agreed.ContainsKey(c.Purpose), "processing.none");
                break;
            case ObjectToProcessing c:
                If(!own, "actor.not-own-act");
                If(row.Status == MembershipStatus.Erased, "membership.erased");
                If(row.Objected.Contains(c.Purpose), "processing.objected");
                break;
            case LiftObjection c:
                If(!own, "actor.not-own-act");
                If(!row.Objected.Contains(c.Purpose), "processing.not-objected");
                break;
            case MuteInvitations:
                If(!own, "actor.not-own-act");
                If(row.Status == MembershipStatus.Erased, "membership.erased");
                If(row.Muted, "mute.exists");
                break;
            case UnmuteInvitations:
                If(!own, "actor.not-own-act");
                If(row.Status == MembershipStatus.Erased, "membership.erased");
                If(!row.Muted, "mute.none");
                break;
            case SetMembershipFields c:
                If(!host, "actor.not-host");
                If(!row.Known, "membership.unknown");
                If(row.Status == MembershipStatus.Erased, "membership.erased");
                If(c.Fields.Any(f => f.Name.Trim().Length == 0), "fields.name-blank");
                If(c.Fields.GroupBy(f => f.Name).Any(g => g.Count() > 1), "fields.name-twice");
                break;
            default:
                throw new InvalidOperationException($"No rules for {command.GetType().Name}.");
        }

        return codes;
    }

    /// <summary>What an accepted command does.</summary>
    public void Happen(MembershipCommand command, Actor by, DateTimeOffset at)
    {
        Row row = Of(command.Person);
        row.Known = true;
        if (row.Status is MembershipStatus.Invited or MembershipStatus.Requested && row.Expires <= at && command is InviteMember or RequestMembership)
        {
            row.Status = row.Before;
        }

        switch (command)
        {
            case InviteMember:
                row.Wait(MembershipStatus.Invited, at + Policy.InvitationExpiry);
                row.Inviter = by;
                if (by.Person is { } inviter)
                {
                    Of(inviter).InvitedOn.Add(at);
                }

                break;
            case RequestMembership:
                row.Wait(MembershipStatus.Requested, at + Policy.RequestExpiry);
                break;
            case SponsorRequest:
                row.Sponsors.Add(by.Person!.Value);
                break;
            case AcceptInvitation or ApproveRequest or JoinCommunity or ResumeMembership or ReturnFromLapse or DecideAppeal { Outcome: AppealOutcome.RemovalOverturned }:
                row.Enter(at);
                break;
            case DeclineInvitation:
                row.Status = row.Before;
                row.NoInvitationBefore = at + Policy.InvitationCoolOff;
                break;
            case DeclineRequest:
                row.Status = row.Before;
                row.NoRequestBefore = at + Policy.RequestCoolOff;
                break;
            case WithdrawInvitation or WithdrawRequest:
                row.Status = row.Before;
                break;
            case PauseMembership c:
                row.Suspend(MembershipStatus.Paused);
                row.PausedUntil = c.Until;
                break;
            case UndoLapse when row.Status == MembershipStatus.Lapsed:
                row.Enter(at);
                break;
            case UndoLapse:
                row.LapsesOn = null;
                break;
            case LeaveCommunity c:
                row.End(MembershipStatus.Alumni, at, c.Reason);
                break;
            case ChooseAlumniListing c:
                row.Listed = c.Listed;
                break;
            case RecordAlumnus:
                row.Status = MembershipStatus.Alumni;
                row.Recorded = true;
                break;
            case RemoveMember:
                row.Remove(by, at);
                break;
            case AppealRemoval:
                row.Appealed = true;
                break;
            case DecideAppeal:
                row.Upheld = true;
                break;
            case BlockPerson:
                if (row.IsMember)
                {
                    row.Remove(by, at);
                }

                row.Status = MembershipStatus.Blocked;
                break;
            case UnblockPerson:
                row.Status = row.RemovedOn is not null ? MembershipStatus.Removed : row.Past.Count > 0 || row.Recorded ? MembershipStatus.Alumni : MembershipStatus.None;
                break;
            case SetMembershipTerm c:
                row.TermEndsOn = c.EndsOn;
                break;
            case ExtendMembershipTerm c:
                row.TermEndsOn = c.EndsOn;
                break;
            case GiveConsent c:
                row.Agreed[c.Consent.Purpose] = c.Consent.TextVersion;
                row.Objected.Remove(c.Consent.Purpose);
                break;
            case ObjectToProcessing c:
                row.Agreed.Remove(c.Purpose);
                row.Objected.Add(c.Purpose);
                break;
            case LiftObjection c:
                row.Objected.Remove(c.Purpose);
                break;
            case WithdrawConsent c:
                row.Agreed.Remove(c.Purpose);
                break;
            case MuteInvitations or UnmuteInvitations:
                row.Muted = command is MuteInvitations;
                break;
        }
    }

    /// <summary>What a rule does.</summary>
    public void Happen(MembershipFact fact, DateTimeOffset at)
    {
        Row row = Of(fact.Person);
        switch (fact)
        {
            case InvitationExpired or RequestExpired:
                row.Status = row.Before;
                break;
            case MembershipResumed:
                row.Enter(at);
                break;
            case LapseWarned f:
                row.LapsesOn = f.LapsesOn;
                break;
            case LapseWarningLifted:
                row.LapsesOn = null;
                break;
            case MemberLapsed:
                row.Suspend(MembershipStatus.Lapsed);
                break;
            case MembershipTermEnded:
                row.End(MembershipStatus.Alumni, at, LeaveReason.TermEnded);
                break;
            case MemberErased:
                if (row.IsMember)
                {
                    row.End(MembershipStatus.Erased, at, LeaveReason.Erased);
                }

                rows[fact.Person] = new() { Status = MembershipStatus.Erased, Known = true, Past = row.Past };
                break;
        }
    }

    public sealed class Row
    {
        public MembershipStatus Status { get; set; }

        public MembershipStatus Before { get; set; }

        public DateTimeOffset Expires { get; set; }

        public Actor Inviter { get; set; }

        public HashSet<PersonId> Sponsors { get; } = [];

        public DateTimeOffset? NoInvitationBefore { get; set; }

        public DateTimeOffset? NoRequestBefore { get; set; }

        public DateTimeOffset? RemovedOn { get; private set; }

        public Actor RemovedBy { get; private set; }

        public bool Appealed { get; set; }

        public bool Upheld { get; set; }

        public bool Recorded { get; set; }

        public bool Muted { get; set; }

        public bool? Listed { get; set; }

        public bool Facilitates { get; set; }

        public bool Known { get; set; }

        public Dictionary<ProcessingPurpose, string> Agreed { get; } = [];

        public HashSet<ProcessingPurpose> Objected { get; } = [];

        public List<DateTimeOffset> InvitedOn { get; } = [];

        public DateTimeOffset? MemberSince { get; private set; }

        public List<(DateTimeOffset From, DateTimeOffset Until, LeaveReason Why)> Past { get; init; } = [];

        public DateTimeOffset? TermEndsOn { get; set; }

        public DateTimeOffset? PausedUntil { get; set; }

        public DateTimeOffset? LapsesOn { get; set; }

        public bool IsMember => Status is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed;

        public bool CanAppeal => RemovedOn is not null && Status is MembershipStatus.Removed or MembershipStatus.Blocked && RemovedOn is not null;

        public DateTimeOffset? Due => Status is MembershipStatus.Invited or MembershipStatus.Requested ? Expires
            : new[] { TermEndsOn, PausedUntil, LapsesOn }.Min();

        public void Wait(MembershipStatus status, DateTimeOffset until)
        {
            (Before, Status, Expires) = (Status, status, until);
            Sponsors.Clear();
        }

        public void Enter(DateTimeOffset at)
        {
            MemberSince ??= at;
            (Status, RemovedOn, NoInvitationBefore, NoRequestBefore, PausedUntil, LapsesOn) = (MembershipStatus.Active, null, null, null, null, null);
        }

        public void Suspend(MembershipStatus status) => (Status, Facilitates, LapsesOn, PausedUntil) = (status, false, null, null);

        public void End(MembershipStatus status, DateTimeOffset at, LeaveReason why)
        {
            Past.Add((MemberSince!.Value, at, why));
            Suspend(status);
            (MemberSince, TermEndsOn) = (null, null);
        }

        public void Remove(Actor by, DateTimeOffset at)
        {
            End(MembershipStatus.Removed, at, LeaveReason.Removed);
            (RemovedOn, RemovedBy, Appealed, Upheld) = (at, by, false, false);
        }
    }
}
