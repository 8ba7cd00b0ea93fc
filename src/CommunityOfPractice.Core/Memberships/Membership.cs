using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>How one person stands to one community, as the facts tell it.</summary>
/// <remarks>
/// Immutable and compared by value. There is one for each person and community (M-I2). It says nothing about how much somebody takes
/// part, and reading never depends on that (M-I4).
/// </remarks>
/// <param name="Person">The person.</param>
public sealed partial record Membership(PersonId Person)
{
    /// <summary>Gets how the person stands to the community.</summary>
    /// <value>The default is <see cref="MembershipStatus.None"/>.</value>
    public MembershipStatus Status { get; init; }

    /// <summary>Gets since when they stand so.</summary>
    /// <value>In UTC; null when nothing ever happened.</value>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets when they became a member, this time.</summary>
    /// <value>In UTC; null unless they are a member (active, paused or lapsed).</value>
    public DateTimeOffset? MemberSince { get; init; }

    /// <summary>Gets their own agreement to be a member.</summary>
    /// <value>Null when they never agreed.</value>
    public JoinConsent? Consent { get; init; }

    /// <summary>Gets the roles that they hold.</summary>
    /// <value>Sorted by role, scope and start; empty when they hold none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<RoleAssignment>))]
    public ValueList<RoleAssignment> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Gets the earlier stretches of membership and of roles.</summary>
    /// <value>In the order in which they ended.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PastPeriod>))]
    public ValueList<PastPeriod> History { get; init => field = value ?? []; } = [];

    /// <summary>Gets the earlier stretches in which they were on leave, or lapsed.</summary>
    /// <value>In the order in which they ended.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PastAbsence>))]
    public ValueList<PastAbsence> Absences { get; init => field = value ?? []; } = [];

    /// <summary>Gets what is under way while they are no member.</summary>
    /// <value>Null when nothing is.</value>
    public MembershipCase? Case { get; init; }

    /// <summary>Gets what is set to happen to the membership by a date.</summary>
    /// <value>Null when nothing is.</value>
    public MembershipDates? Dates { get; init; }

    /// <summary>Gets what they chose for themselves.</summary>
    /// <value>Null when they never chose anything.</value>
    public MemberChoices? Choices { get; init; }

    /// <summary>Gets how many invitations they sent on the latest day on which they sent any.</summary>
    /// <value>Null when they never invited anybody.</value>
    public InvitationsSent? Sent { get; init; }

    /// <summary>Gets what the host attached.</summary>
    /// <value>Empty by default.</value>
    [PersonalData]
    [JsonConverter(typeof(ValueListJsonConverter<Field>))]
    public ValueList<Field> Fields { get; init => field = value ?? []; } = [];

    /// <summary>Gets a value indicating whether they are a member: active, on leave or lapsed.</summary>
    /// <value>Follows from the status.</value>
    [JsonIgnore]
    public bool IsMember => IsMembership(Status);

    /// <summary>Whether they were a member before.</summary>
    internal bool WasMember => History.Any(p => p.Role is null or Role.Alumnus);

    /// <summary>Gets the invitation that waits for an answer.</summary>
    /// <value>Null unless they are invited.</value>
    [JsonIgnore]
    public Invitation? Invitation => Case?.Invitation;

    /// <summary>Gets the request that waits for an answer.</summary>
    /// <value>Null unless they have asked to join.</value>
    [JsonIgnore]
    public JoinRequest? Request => Case?.Request;

    /// <summary>Gets when the invitation runs out.</summary>
    /// <value>In UTC; null unless they are invited.</value>
    [JsonIgnore]
    public DateTimeOffset? InvitationExpiresOn => Invitation?.ExpiresOn;

    /// <summary>Gets when the request runs out.</summary>
    /// <value>In UTC; null unless they have asked to join.</value>
    [JsonIgnore]
    public DateTimeOffset? RequestExpiresOn => Request?.ExpiresOn;

    /// <summary>Gets until when they are on leave.</summary>
    /// <value>In UTC; null when they are not, or until further notice.</value>
    [JsonIgnore]
    public DateTimeOffset? PausedUntil => Dates?.PausedUntil;

    /// <summary>Gets the warning that their membership is about to lapse.</summary>
    /// <value>Null when none was given, or it was lifted.</value>
    [JsonIgnore]
    public LapseWarning? LapseWarning => Dates?.LapseWarning;

    /// <summary>Gets when their membership ends by its term.</summary>
    /// <value>In UTC; null for an open end.</value>
    [JsonIgnore]
    public DateTimeOffset? TermEndsOn => Dates?.TermEndsOn;

    /// <summary>Gets the removal that stands.</summary>
    /// <value>Null unless they were removed.</value>
    [JsonIgnore]
    public Removal? Removal => Case?.Removal;

    /// <summary>Gets the next instant at which a rule has something to do about them: an expiry, the end of a leave, of a warning or of a term.</summary>
    /// <value>In UTC; null when no date is set.</value>
    [JsonIgnore]
    public DateTimeOffset? NextDate
    {
        get
        {
            DateTimeOffset? next = Case is null ? null : PendingUntil;
            return Dates is null ? next : Earlier(Earlier(Earlier(next, PausedUntil), LapseWarning?.LapsesOn), TermEndsOn);
        }
    }

    /// <summary>Gets a value indicating whether they are shown among the alumni: they are one, and asked for it.</summary>
    /// <value><see langword="false"/> unless they asked for it.</value>
    [JsonIgnore]
    public bool IsListedAlumnus => Status == MembershipStatus.Alumni && Choices?.ListedAsAlumni == true;

    /// <summary>Returns whether they agreed that their data are used for a purpose; asked before every use.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <returns><see langword="true"/> when they agreed and did not take it back.</returns>
    public bool Allows(ProcessingPurpose purpose)
    {
        foreach (ProcessingConsent consent in (Choices?.Consents ?? []).AsSpan())
        {
            if (consent.Purpose == purpose)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether they object to their data being used for a purpose; asked before every use that rests on no agreement.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <returns><see langword="true"/> when they objected and did not take it back.</returns>
    public bool ObjectsTo(ProcessingPurpose purpose) => Choices?.Objections.AsSpan().Contains(purpose) == true;

    /// <summary>Returns whether they hold a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns><see langword="true"/> when they hold it, in any scope.</returns>
    public bool Holds(Role role)
    {
        foreach (RoleAssignment held in Roles.AsSpan())
        {
            if (held.Role == role)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A new status, from the moment of the change on; stretches of membership begin and end with it.</summary>
    /// <remarks>Roles for members that were not ended before end here (M-I3); dates hold as far as they still make sense.</remarks>
    internal Membership To(MembershipStatus status, Change change, LeaveReason? reason = null)
    {
        bool isMember = IsMembership(status);
        bool over = status is MembershipStatus.Alumni or MembershipStatus.Removed or MembershipStatus.Blocked or MembershipStatus.Erased;
        Membership after = this with
        {
            Status = status,
            Since = change.OccurredAt,
            MemberSince = isMember ? MemberSince ?? change.OccurredAt : null,
            Case = isMember ? null : Case,
            Dates = isMember && Dates?.TermEndsOn is { } end ? new() { TermEndsOn = end } : null,
            Nominations = over ? [] : Nominations,
            Participation = over ? null : Participation,
            Absences = WithAbsence(status, change),
        };
        if (status != MembershipStatus.Active && Roles.Count > 0)
        {
            after = after.WithoutMemberRoles(change, all: status is MembershipStatus.Erased or MembershipStatus.Removed or MembershipStatus.Blocked);
        }

        return IsMember && !isMember
            ? after with { History = [.. after.History, new PastPeriod(MemberSince!.Value, change.OccurredAt, Role: null) { Reason = reason ?? LeaveReason.Choice }] }
            : after;
    }

    /// <summary>Back to where they stood before an invitation or a request that came to nothing.</summary>
    internal Membership Rest(Change change) => Rested() is var rest && !ReferenceEquals(rest, this) ? rest with { Since = change.OccurredAt } : this;

    /// <summary>As rules see it at an instant: an invitation or request that has expired counts as nothing, whether or not that was recorded.</summary>
    internal Membership AsOf(DateTimeOffset at) => PendingUntil <= at ? Rested() : this;

    /// <summary>With other dates; none at all when none is set.</summary>
    internal Membership WithDates(MembershipDates dates) => this with { Dates = dates == new MembershipDates() ? null : dates };

    /// <summary>With an invitation or a request in place of any that came before it.</summary>
    internal Membership Pending(MembershipStatus status, Change change, Func<MembershipStatus, MembershipCase, MembershipCase> with)
    {
        Membership rested = Rested();
        return rested.To(status, change) with { Case = with(rested.Status, rested.Case ?? new()) };
    }

    /// <summary>With something changed about what is under way.</summary>
    internal Membership Waits(Func<MembershipCase, MembershipCase> with) => this with { Case = with(Case ?? new()) };

    /// <summary>With something changed about the removal that stands.</summary>
    internal Membership Removes(Func<Removal, Removal> with) => Removal is { } removal ? Waits(waits => waits with { Removal = with(removal) }) : this;

    /// <summary>Where they stood before an invitation or a request.</summary>
    internal Membership Rested()
    {
        if (Invitation is null && Request is null)
        {
            return this;
        }

        MembershipCase rest = Case! with { Invitation = null, Request = null };
        return this with { Status = Invitation?.Before ?? Request!.Before, Case = rest == new MembershipCase() ? null : rest };
    }

    private DateTimeOffset? PendingUntil => InvitationExpiresOn ?? RequestExpiresOn;

    private static bool IsMembership(MembershipStatus status) => status is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

    /// <summary>Leave, or having lapsed, is over with any other status.</summary>
    private ValueList<PastAbsence> WithAbsence(MembershipStatus next, Change change) =>
        Status is MembershipStatus.Paused or MembershipStatus.Lapsed && next != Status && Since is { } since
            ? [.. Absences, new PastAbsence(since, change.OccurredAt, Status)]
            : Absences;

    private Membership WithoutMemberRoles(Change change, bool all)
    {
        bool Ends(RoleAssignment held) => all || held.Role != Role.Sponsor;
        return this with
        {
            Roles = Roles.Where(r => !Ends(r)).ToValueList(),
            History = [.. History, .. Roles.Where(Ends).Select(r => new PastPeriod(r.From, change.OccurredAt, r.Role))],
        };
    }
}
