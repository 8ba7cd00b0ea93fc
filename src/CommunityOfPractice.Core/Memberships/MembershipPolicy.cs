using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>The numbers behind the rules about memberships; data that can be replaced, versioned and tried out over history.</summary>
/// <remarks>Immutable and compared by value. The defaults and their sources stand in docs/lifecycle-members.md.</remarks>
public sealed partial record MembershipPolicy
{
    /// <summary>Gets the policy with its sourced defaults.</summary>
    /// <value>Version <c>membership/1</c>.</value>
    public static MembershipPolicy Default { get; } = new();

    /// <summary>Gets the version, which every automatic fact names.</summary>
    /// <value>The default value is <c>membership/1</c>.</value>
    public string Version { get; init => field = value ?? "membership/1"; } = "membership/1";

    /// <summary>Gets how long an invitation can be accepted (M1).</summary>
    /// <value>More than zero; the default value is 30 days (Discourse, <c>invite_expiry_days</c>).</value>
    public TimeSpan InvitationExpiry { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets how long nobody is invited again after they declined (M3).</summary>
    /// <value>Zero or more; the default value is 90 days (a choice of this library).</value>
    public TimeSpan InvitationCoolOff { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets a value indicating whether any active member can invite (M1); otherwise only facilitators and the host can.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool MembersInvite { get; init; } = true;

    /// <summary>Gets how many people one member can invite on one day, in UTC; the host is not counted.</summary>
    /// <value>Zero or more; the default value is 20 (a choice of this library: a small start, no mailing).</value>
    public int MaxInvitationsPerDay { get; init; } = 20;

    /// <summary>Gets how long a request can be approved (M4).</summary>
    /// <value>More than zero; the default value is 30 days (in use are 10 to 30; PushFar: 10).</value>
    public TimeSpan RequestExpiry { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets how long nobody can ask again after their request was declined.</summary>
    /// <value>Zero or more; the default value is 90 days (a choice of this library, as for invitations).</value>
    public TimeSpan RequestCoolOff { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets how many active members must vouch for somebody who asks, at the least; a community can ask for more.</summary>
    /// <value>Zero or more; the default value is 0 (Kubernetes: 2).</value>
    public int RequiredSponsors { get; init; }

    /// <summary>Gets how long a member is not seen before their membership lapses (M7).</summary>
    /// <value>More than zero; the default value is 365 days (Kubernetes: 12 months; OVN: 6; Node.js: 18; Hyperledger: 3 to 6).</value>
    public TimeSpan LapseAfter { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Gets how long before it lapses the member is warned.</summary>
    /// <value>Zero or more, less than <see cref="LapseAfter"/>; the default value is 14 days (a choice of this library, as for communities).</value>
    public TimeSpan LapseNotice { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets how long a removal can be appealed (M11).</summary>
    /// <value>More than zero; the default value is 14 days (a choice of this library, as CNCF's comment window).</value>
    public TimeSpan AppealWindow { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets how long somebody who was removed cannot ask to join again (M12).</summary>
    /// <value>Zero or more; the default value is 90 days (a choice of this library).</value>
    public TimeSpan RemovalCoolOff { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets how far ahead the end of a membership is set by somebody other than the member, so that it is no removal without appeal.</summary>
    /// <value>Zero or more; the default value is 30 days (a choice of this library).</value>
    public TimeSpan TermNotice { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Lists everything that is wrong with the numbers.</summary>
    /// <returns>
    /// One reason a fault, coded <c>policy.version-missing</c>, <c>policy.not-positive</c>, <c>policy.negative</c> or
    /// <c>policy.notice-too-long</c>; empty when all is well.
    /// </returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Version), "policy.version-missing", "Version: automatic facts name it.");
        Positive(InvitationExpiry, nameof(InvitationExpiry));
        Positive(RequestExpiry, nameof(RequestExpiry));
        Positive(LapseAfter, nameof(LapseAfter));
        Positive(AppealWindow, nameof(AppealWindow));
        NotNegative(InvitationCoolOff.Ticks, nameof(InvitationCoolOff));
        NotNegative(RequestCoolOff.Ticks, nameof(RequestCoolOff));
        NotNegative(RemovalCoolOff.Ticks, nameof(RemovalCoolOff));
        NotNegative(LapseNotice.Ticks, nameof(LapseNotice));
        NotNegative(TermNotice.Ticks, nameof(TermNotice));
        NotNegative(MaxInvitationsPerDay, nameof(MaxInvitationsPerDay));
        NotNegative(RequiredSponsors, nameof(RequiredSponsors));
        guards.Require(LapseNotice < LapseAfter, "policy.notice-too-long", "LapseNotice: a warning comes after the member was seen, so it is shorter than LapseAfter.");
        return guards.Decide(() => true).Match(_ => ValueList<Reason>.Empty, refusal => refusal.Reasons);

        void Positive(TimeSpan value, string name) =>
            guards.Require(value > TimeSpan.Zero, "policy.not-positive", $"{name}: '{value}' is not more than zero.");

        void NotNegative(long value, string name) =>
            guards.Require(value >= 0, "policy.negative", $"{name}: it is less than zero.");
    }
}
