namespace CommunityOfPractice.Core.Communities;

// owned by branch communities: minimal versions of what the policies need; keep the owner's.

/// <content>What the policies need to know.</content>
public sealed partial record Community
{
    /// <summary>Gets the grace period of a community without a facilitator.</summary>
    /// <value>Null when none is running.</value>
    public FacilitationGrace? FacilitationGrace { get; init; }

    /// <summary>Gets the notice that the community is about to become dormant.</summary>
    /// <value>Null when none was given, or it was lifted.</value>
    public DormancyNotice? DormancyNotice { get; init; }

    /// <summary>Gets when its last break ended.</summary>
    /// <value>In UTC; null when it never was on one.</value>
    public DateTimeOffset? LastBreakEnded { get; init; }
}

/// <content>What the policies need to know.</content>
public sealed partial record CommunityPolicy
{
    /// <summary>Gets G1: how long a community may be without a facilitator.</summary>
    /// <value>The default value is 28 days (Kubernetes working groups: 4 weeks).</value>
    public TimeSpan FacilitationGrace { get; init; } = TimeSpan.FromDays(28);

    /// <summary>Gets G2: how long nothing may happen before a community goes to rest.</summary>
    /// <value>The default value is 90 days (Kubernetes, CNCF: 3 months).</value>
    public TimeSpan NoInteraction { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets N: how long before its effect a notice of dormancy is given.</summary>
    /// <value>The default value is 14 days.</value>
    public TimeSpan DormancyNotice { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets P: how long a proposal lives without interest.</summary>
    /// <value>The default value is 90 days.</value>
    public TimeSpan ProposalExpiry { get; init; } = TimeSpan.FromDays(90);
}

/// <summary>A notice that a community is about to become dormant.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="GivenOn">When it was given, in UTC.</param>
/// <param name="EffectiveOn">When it takes effect unless something changes, in UTC.</param>
/// <param name="Reason">Why, as a code: <c>no-facilitator</c> or <c>no-interaction</c>.</param>
public sealed record DormancyNotice(DateTimeOffset GivenOn, DateTimeOffset EffectiveOn, string Reason);

/// <summary>Notice was given that the community is about to become dormant.</summary>
/// <param name="EffectiveOn">When it takes effect unless something changes, in UTC.</param>
/// <param name="Reason">Why, as a code: <c>no-facilitator</c> or <c>no-interaction</c>.</param>
public sealed record DormancyNoticed(DateTimeOffset EffectiveOn, string Reason) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { DormancyNotice = new(change.OccurredAt, EffectiveOn, Reason) };
}

/// <summary>The notice of dormancy no longer stands: what it was about has changed.</summary>
public sealed record DormancyNoticeLifted : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { DormancyNotice = null };
}

/// <summary>C3 happened: the proposal ran out without interest.</summary>
public sealed record ProposalExpired : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Rejected, change);
}

/// <summary>The grace period is over: somebody facilitates.</summary>
public sealed record FacilitationGraceEnded : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { FacilitationGrace = null };
}

/// <summary>The community's break is over.</summary>
public sealed record PauseEnded : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { PausedUntil = null, LastBreakEnded = change.OccurredAt };
}
