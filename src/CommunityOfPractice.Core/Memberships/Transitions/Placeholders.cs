using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch memberships: minimal versions of what the policies need; keep the owner's.

/// <content>What the policies need to know.</content>
public sealed partial record Membership
{
    /// <summary>Gets when an open invitation runs out.</summary>
    /// <value>In UTC; null when none is open.</value>
    public DateTimeOffset? InvitationExpiresOn { get; init; }

    /// <summary>Gets when an open request runs out.</summary>
    /// <value>In UTC; null when none is open.</value>
    public DateTimeOffset? RequestExpiresOn { get; init; }

    /// <summary>Gets until when they are on leave.</summary>
    /// <value>In UTC; null when they are not, or did not say.</value>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Gets when their membership ends by itself.</summary>
    /// <value>In UTC; null when it does not.</value>
    public DateTimeOffset? TermEndsOn { get; init; }

    /// <summary>Gets the warning that their membership is about to lapse.</summary>
    /// <value>Null when none was given, or it was lifted.</value>
    public LapseWarning? LapseWarning { get; init; }
}

/// <content>What the policies need to know.</content>
public sealed partial record MembershipPolicy
{
    /// <summary>Gets T: after how long without a sign of life a membership lapses.</summary>
    /// <value>The default value is 365 days (Kubernetes: 12 months).</value>
    public TimeSpan LapseAfter { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Gets N: how long before it lapses the person is warned.</summary>
    /// <value>The default value is 14 days.</value>
    public TimeSpan LapseNotice { get; init; } = TimeSpan.FromDays(14);
}

/// <summary>A warning that a membership is about to lapse.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="WarnedOn">When it was given, in UTC.</param>
/// <param name="LapsesOn">When the membership lapses unless the person is seen, in UTC.</param>
public sealed record LapseWarning(DateTimeOffset WarnedOn, DateTimeOffset LapsesOn);

/// <summary>M3: an invitation ran out.</summary>
/// <param name="Person">Who had been invited.</param>
public sealed record InvitationExpired(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.None, change) with { InvitationExpiresOn = null };
}

/// <summary>M4: a request ran out.</summary>
/// <param name="Person">Who had asked.</param>
public sealed record RequestExpired(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.None, change) with { RequestExpiresOn = null };
}

/// <summary>M7: a member was warned that the membership is about to lapse.</summary>
/// <param name="Person">Who was warned.</param>
/// <param name="LapsesOn">When it lapses unless the person is seen, in UTC.</param>
public sealed record LapseWarned(PersonId Person, DateTimeOffset LapsesOn) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { LapseWarning = new(change.OccurredAt, LapsesOn) };
}

/// <summary>M7: the warning no longer stands: the person was seen.</summary>
/// <param name="Person">Who had been warned.</param>
public sealed record LapseWarningLifted(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { LapseWarning = null };
}

/// <summary>M7 happened: the membership lapsed; any act of the person's own brings them back.</summary>
/// <param name="Person">Whose membership.</param>
public sealed record MemberLapsed(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Lapsed, change) with { LapseWarning = null };
}

/// <summary>M6, M8: a member is back from leave, or after the membership had lapsed.</summary>
/// <param name="Person">Who is back.</param>
public sealed record MembershipResumed(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Active, change) with { PausedUntil = null };
}

/// <summary>M9: a membership for a fixed time came to its end.</summary>
/// <param name="Person">Whose membership.</param>
public sealed record MembershipTermEnded(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Alumni, change) with { TermEndsOn = null, PausedUntil = null, LapseWarning = null };
}
