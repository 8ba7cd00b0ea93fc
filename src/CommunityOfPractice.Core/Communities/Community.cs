using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A community as its facts tell it: domain, community and practice in one charter, status, purpose and ties to others.</summary>
/// <remarks>Immutable and compared by value. Its members are told by the roster, its repertoire by the practice.</remarks>
/// <param name="Id">Which community it is.</param>
public sealed partial record Community(CommunityId Id)
{
    /// <summary>Gets where it stands.</summary>
    /// <value>By decision; <see cref="CommunityStatus.None"/> before it is proposed.</value>
    public CommunityStatus Status { get; init; }

    /// <summary>Gets since when it stands there.</summary>
    /// <value>In UTC; null before it is proposed.</value>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>Gets its name for people.</summary>
    /// <value>Empty before it is proposed.</value>
    public string Name { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Gets what it is in a few sentences.</summary>
    /// <value>Empty by default.</value>
    public string Summary { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Gets what sort of group it is.</summary>
    /// <value>The default value is <see cref="CommunityKind.CommunityOfPractice"/>.</value>
    public CommunityKind Kind { get; init; }

    /// <summary>Gets who sees that it exists.</summary>
    /// <value>The default value is <see cref="Visibility.Public"/>.</value>
    public Visibility Visibility { get; init; }

    /// <summary>Gets who sees who belongs to it.</summary>
    /// <value>The default value is <see cref="MemberListVisibility.Members"/>.</value>
    public MemberListVisibility MemberListVisibility { get; init; } = MemberListVisibility.Members;

    /// <summary>Gets how people come in.</summary>
    /// <value>The default value is <see cref="JoinPolicy.Open"/>.</value>
    public JoinPolicy JoinPolicy { get; init; }

    /// <summary>Gets how many members must sponsor somebody who asks to join.</summary>
    /// <value>The default value is 0.</value>
    public int RequiredSponsors { get; init; }

    /// <summary>Gets what somebody who asks to join is asked.</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> JoinQuestions { get; init => field = value ?? []; } = [];

    /// <summary>Gets how often the members meet.</summary>
    /// <value>Null when there is no rhythm yet.</value>
    public Rhythm? Rhythm { get; init; }

    /// <summary>Gets the places where the members connect.</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Space>))]
    public ValueList<Space> Spaces { get; init => field = value ?? []; } = [];

    /// <summary>Gets what the host attached to it.</summary>
    /// <value>By name; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Field>))]
    public ValueList<Field> Fields { get; init => field = value ?? []; } = [];

    /// <summary>Gets the latest proposal.</summary>
    /// <value>Kept after it was decided; null before the first.</value>
    public Proposal? Proposal { get; init; }

    /// <summary>Gets the approval that the terms of the first charter have.</summary>
    /// <value>Null unless it is proposed and somebody approved.</value>
    public CharterApproval? CharterApproval { get; init; }

    /// <summary>Gets every version of its charter.</summary>
    /// <value>Numbered 1, 2, 3 …; at most the last one is in force.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Charter>))]
    public ValueList<Charter> Charters { get; init => field = value ?? []; } = [];

    /// <summary>Gets the purpose reviews.</summary>
    /// <value>In order of time.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PurposeReview>))]
    public ValueList<PurposeReview> Reviews { get; init => field = value ?? []; } = [];

    /// <summary>Gets when the next purpose review is due.</summary>
    /// <value>In UTC; null without a charter in force.</value>
    public DateTimeOffset? NextReviewOn { get; init; }

    /// <summary>Gets for which due date it was noticed that a purpose review is overdue.</summary>
    /// <value>In UTC; null when it was not.</value>
    public DateTimeOffset? ReviewOverdueSince { get; init; }

    /// <summary>Gets when the next light check-in is due.</summary>
    /// <value>In UTC; null unless it is active.</value>
    public DateTimeOffset? NextCheckInOn { get; init; }

    /// <summary>Gets until when it is on a break.</summary>
    /// <value>In UTC; null when it is not.</value>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Gets when its latest break ended.</summary>
    /// <value>In UTC; null when it never was on one. Silence is counted from then on.</value>
    public DateTimeOffset? LastBreakEnded { get; init; }

    /// <summary>Gets the notice that it will go to rest.</summary>
    /// <value>Null when there is none.</value>
    public DormancyNotice? DormancyNotice { get; init; }

    /// <summary>Gets the time in which it may be without a facilitator.</summary>
    /// <value>Null when none is running.</value>
    public FacilitationGrace? FacilitationGrace { get; init; }

    /// <summary>Gets who wants to pick it up again.</summary>
    /// <value>By id; empty unless it is dormant.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> RevivalSupporters { get; init => field = value ?? []; } = [];

    /// <summary>Gets its closing.</summary>
    /// <value>Under way or done; null otherwise.</value>
    public Closure? Closing { get; init; }

    /// <summary>Gets earlier closings, which were cancelled or followed by a reopening.</summary>
    /// <value>In order of time.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Closure>))]
    public ValueList<Closure> PastClosings { get; init => field = value ?? []; } = [];

    /// <summary>Gets the communities that it has agreed to take in.</summary>
    /// <value>By id; empty unless it is active.</value>
    [JsonConverter(typeof(ValueListJsonConverter<CommunityId>))]
    public ValueList<CommunityId> MergesApproved { get; init => field = value ?? []; } = [];

    /// <summary>Gets how it is related to others.</summary>
    /// <value>The default value is <see cref="Lineage.None"/>.</value>
    public Lineage Lineage { get; init => field = value ?? Lineage.None; } = Lineage.None;

    /// <summary>Gets the charter in force.</summary>
    /// <value>Null before the first is adopted and after the end.</value>
    [JsonIgnore]
    public Charter? Charter => Charters is [.., { Until: null } last] ? last : null;

    /// <summary>Gets why it exists.</summary>
    /// <value>As the charter in force says, or else the latest proposal; empty before it is proposed.</value>
    [JsonIgnore]
    public string Purpose => Charter?.Purpose ?? Proposal?.Purpose ?? string.Empty;

    /// <summary>Gets what it cares about.</summary>
    /// <value>As the charter in force says, or else the latest proposal; null when nobody has said.</value>
    [JsonIgnore]
    public Domain? Domain => Charter is { } charter ? charter.Domain : Proposal?.Domain;

    /// <summary>Gets a value indicating whether it goes on: it is proposed and has neither ended nor been rejected.</summary>
    /// <value><see langword="true"/> from <see cref="CommunityStatus.Proposed"/> to <see cref="CommunityStatus.Closing"/>.</value>
    [JsonIgnore]
    public bool IsLiving => Status is >= CommunityStatus.Proposed and <= CommunityStatus.Closing;

    /// <summary>Gets how people come in here: a private community is entered by invitation, whatever its policy says.</summary>
    /// <value>Follows from <see cref="JoinPolicy"/> and <see cref="Visibility"/>.</value>
    [JsonIgnore]
    public JoinPolicy Admission => Visibility == Visibility.Private ? JoinPolicy.ByInvitation : JoinPolicy;

    /// <summary>Returns whether it is on a break.</summary>
    /// <param name="at">When.</param>
    /// <returns><see langword="true"/> while the break lasts.</returns>
    public bool IsPaused(DateTimeOffset at) => at < PausedUntil;

    /// <summary>Returns whether a purpose review should have been held.</summary>
    /// <param name="at">When.</param>
    /// <returns><see langword="true"/> from the due date on, for a chartered, active or dormant community.</returns>
    public bool IsReviewOverdue(DateTimeOffset at) =>
        at >= NextReviewOn && Status is (CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant);

    /// <summary>Returns whether a light check-in should have been made.</summary>
    /// <param name="at">When.</param>
    /// <returns><see langword="true"/> from the due date on, for an active community that is not on a break.</returns>
    public bool IsCheckInOverdue(DateTimeOffset at) => Status == CommunityStatus.Active && at >= NextCheckInOn && !IsPaused(at);

    /// <summary>Returns whether it has been at rest so long that it should be closed or picked up again.</summary>
    /// <param name="at">When.</param>
    /// <param name="policy">The policy that says how long (<see cref="CommunityPolicy.ClosableAfterDormancy"/>).</param>
    /// <returns><see langword="true"/> for a community that has been dormant for that long.</returns>
    public bool IsEligibleForClosing(DateTimeOffset at, CommunityPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Status == CommunityStatus.Dormant && at - StatusSince >= policy.ClosableAfterDormancy;
    }

    /// <summary>A new status, from the moment of the change on; what belonged to the old one only ends with it.</summary>
    internal Community To(CommunityStatus status, Change change)
    {
        bool active = status == CommunityStatus.Active;
        return this with
        {
            Status = status,
            StatusSince = change.OccurredAt,
            PausedUntil = active ? PausedUntil : null,
            DormancyNotice = active ? DormancyNotice : null,
            FacilitationGrace = active ? FacilitationGrace : null,
            NextCheckInOn = active ? NextCheckInOn : null,
            MergesApproved = active ? MergesApproved : [],
            CharterApproval = status == CommunityStatus.Proposed ? CharterApproval : null,
            RevivalSupporters = status == CommunityStatus.Dormant ? RevivalSupporters : [],
        };
    }

    /// <summary>With other objections to the closing that is under way.</summary>
    internal Community WithObjections(Func<Objection, Objection> with) =>
        Closing is { } closing ? this with { Closing = closing with { Objections = closing.Objections.Select(with).ToValueList() } } : this;

    /// <summary>A new charter in force; the review is due one cadence after the last one, or after the first charter of this life.</summary>
    internal Community Under(Charter charter)
    {
        DateTimeOffset anchor = NextReviewOn is { } next && Charter is { } old ? next - old.ReviewCadence : charter.From;
        DateTimeOffset due = anchor.After(charter.ReviewCadence);
        return WithoutCharter(charter.From) with
        {
            Charters = [.. WithoutCharter(charter.From).Charters, charter],
            NextReviewOn = due,
            ReviewOverdueSince = ReviewOverdueSince == due ? due : null,
        };
    }

    /// <summary>No charter in force any more.</summary>
    internal Community WithoutCharter(DateTimeOffset until) =>
        Charter is { } last ? this with { Charters = [.. Charters.SkipLast(1), last with { Until = until }], NextReviewOn = null, ReviewOverdueSince = null } : this;
}
