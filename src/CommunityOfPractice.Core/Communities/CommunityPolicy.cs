using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The numbers behind the rules about communities; data that can be replaced, versioned and tried out over history.</summary>
/// <remarks>Immutable and compared by value. The defaults follow the practice of Kubernetes, CNCF and the CDC's guide, see docs/lifecycle.md.</remarks>
public sealed partial record CommunityPolicy
{
    /// <summary>Gets the policy with its sourced defaults.</summary>
    /// <value>Version <c>community/1</c>.</value>
    public static CommunityPolicy Default { get; } = new();

    /// <summary>Gets the version, which every automatic fact names.</summary>
    /// <value>The default value is <c>community/1</c>.</value>
    public string Version { get; init => field = value ?? "community/1"; } = "community/1";

    /// <summary>Gets how many consenting members a launch or a revival needs.</summary>
    /// <value>The default value is 3: a small start (CDC's kit: 3 to 5).</value>
    public int MinMembers { get; init; } = 3;

    /// <summary>Gets after how long without new interest a proposal runs out (C3).</summary>
    /// <value>The default value is 90 days: a design choice.</value>
    public TimeSpan ProposalExpiry { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets a value indicating whether the first charter needs the approval of the sponsor or the host (C2).</summary>
    /// <value>The default value is <see langword="false"/>: communities found themselves.</value>
    public bool CharterNeedsApproval { get; init; }

    /// <summary>Gets for how long an active community may be without a facilitator (G1).</summary>
    /// <value>The default value is 28 days (Kubernetes: 4 weeks for a working group without a chair).</value>
    public TimeSpan FacilitationGrace { get; init; } = TimeSpan.FromDays(28);

    /// <summary>Gets after how long without any interaction an active community is due to go to rest (G2).</summary>
    /// <value>The default value is 90 days (Kubernetes: channels unused for 3 months; CNCF: 3 months).</value>
    public TimeSpan NoInteraction { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets how long before it a community is told that it will go to rest.</summary>
    /// <value>The default value is 14 days: a design choice; zero when no notice is needed.</value>
    public TimeSpan DormancyNotice { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets after how long at rest a community is eligible for closing.</summary>
    /// <value>The default value is 180 days (Kubernetes: must retire after 6 months without quorum; CNCF: 6 months).</value>
    public TimeSpan ClosableAfterDormancy { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Gets how long members can object to a closing (C7).</summary>
    /// <value>The default value is 14 days (CNCF: 2 weeks of final comments).</value>
    public TimeSpan ObjectionWindow { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets the longest time between two purpose reviews, for charters that do not say.</summary>
    /// <value>The default value is 365 days (Kubernetes: annual report).</value>
    public TimeSpan ReviewCadence { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Gets the longest time between two light check-ins.</summary>
    /// <value>The default value is 91 days (Apache: quarterly board report; CNCF: at least quarterly).</value>
    public TimeSpan CheckInCadence { get; init; } = TimeSpan.FromDays(91);

    /// <summary>Gets the longest break that a community can take before it goes to rest instead.</summary>
    /// <value>The default value is 180 days: a design choice, so that a break does not hide an end.</value>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Returns what is wrong with the policy.</summary>
    /// <returns>
    /// Every fault, empty when there is none: <c>policy.version</c> (blank), <c>policy.min-members</c> (below 1), <c>policy.span</c> (a time that is not from
    /// one day to ten years; a notice may also be zero).
    /// </returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Version), "policy.version", "A policy has a version.");
        guards.Require(MinMembers >= 1, "policy.min-members", "A community has at least one member.");
        foreach ((string name, TimeSpan span) in (ReadOnlySpan<(string, TimeSpan)>)
        [
            (nameof(ProposalExpiry), ProposalExpiry), (nameof(FacilitationGrace), FacilitationGrace), (nameof(NoInteraction), NoInteraction),
            (nameof(ClosableAfterDormancy), ClosableAfterDormancy), (nameof(ObjectionWindow), ObjectionWindow), (nameof(ReviewCadence), ReviewCadence),
            (nameof(CheckInCadence), CheckInCadence), (nameof(LongestPause), LongestPause),
        ])
        {
            guards.Require(IsSpan(span), "policy.span", $"{name} is not from one day to ten years.");
        }

        guards.Require(DormancyNotice == TimeSpan.Zero || IsSpan(DormancyNotice), "policy.span", "DormancyNotice is neither zero nor from one day to ten years.");
        return guards.Unmet;
    }

    /// <summary>Whether a time makes sense in a rule: from one day to ten years.</summary>
    internal static bool IsSpan(TimeSpan span) => span >= TimeSpan.FromDays(1) && span <= TimeSpan.FromDays(3653);
}
