using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The numbers behind alerts; data that can be replaced and versioned.</summary>
/// <remarks>Immutable and compared by value. Starting values of this library, not calibrated. Each rule has one number to begin and another to end, so that it does not flap.</remarks>
public sealed record AlertPolicy
{
    /// <summary>Gets the policy with its defaults.</summary>
    /// <value>Version <c>alert/1</c>.</value>
    public static AlertPolicy Default { get; } = new();

    /// <summary>Gets the version, which every alert report names.</summary>
    /// <value>The default value is <c>alert/1</c>.</value>
    public string Version { get; init => field = value ?? "alert/1"; } = "alert/1";

    /// <summary>Gets how long a period is.</summary>
    /// <value>From a week to a year; the default value is 28 days.</value>
    public TimeSpan Period { get; init; } = TimeSpan.FromDays(28);

    /// <summary>Gets over how many earlier periods what is usual is taken.</summary>
    /// <value>3 or more; the default value is 6.</value>
    public int Baseline { get; init; } = 6;

    /// <summary>Gets how many contributions a period has at least in a community that can go quiet.</summary>
    /// <value>1 or more; the default value is 8.</value>
    public int LeastUsual { get; init; } = 8;

    /// <summary>Gets at which part of what is usual, or less, a community has gone quiet.</summary>
    /// <value>From 0, below <see cref="ReturnShare"/>; the default value is 0.25.</value>
    public double QuietShare { get; init; } = 0.25;

    /// <summary>Gets at which part of what was usual, or more, a quiet community is back.</summary>
    /// <value>Up to 1; the default value is 0.5.</value>
    public double ReturnShare { get; init; } = 0.5;

    /// <summary>Gets at which share of all organising one facilitator is overloaded, or more.</summary>
    /// <value>Above <see cref="RelievedShare"/>, up to 1; the default value is 0.8.</value>
    public double OverloadShare { get; init; } = 0.8;

    /// <summary>Gets at which share of all organising nobody is overloaded any more, or less.</summary>
    /// <value>From 0; the default value is 0.65.</value>
    public double RelievedShare { get; init; } = 0.65;

    /// <summary>Gets on how many people half of all contributions rest at most when too few carry a community.</summary>
    /// <value>1, the default, or more, and below <see cref="RelievedPeople"/>. Looked at where there are <see cref="LeastUsual"/> contributions or more, by as many people as the smallest group has.</value>
    public int CarryingPeople { get; init; } = 1;

    /// <summary>Gets on how many people half of all contributions rest at least when enough carry a community again.</summary>
    /// <value>The default value is 3.</value>
    public int RelievedPeople { get; init; } = 3;

    /// <summary>Gets at which share of contributions made out of hours, or more, a community works out of hours.</summary>
    /// <value>Above <see cref="EasedHoursShare"/>, up to 1; the default value is 0.5.</value>
    public double OutOfHoursShare { get; init; } = 0.5;

    /// <summary>Gets at which share of contributions made out of hours, or less, it does not any more.</summary>
    /// <value>From 0; the default value is 0.35.</value>
    public double EasedHoursShare { get; init; } = 0.35;

    /// <summary>Gets how many facilitators there are at least, unless somebody has agreed to succeed.</summary>
    /// <value>1 or more; the default value is 2.</value>
    public int Facilitators { get; init; } = 2;

    /// <summary>Returns what is wrong with the policy.</summary>
    /// <returns>Every fault, empty when there is none: <c>policy.alert.version</c>, <c>.period</c>, <c>.counts</c>, <c>.quiet</c>, <c>.overload</c>, <c>.carrying</c>, <c>.hours</c>.</returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Version), "policy.alert.version", "A policy has a version.");
        guards.Require(Period >= TimeSpan.FromDays(7) && Period <= TimeSpan.FromDays(366), "policy.alert.period", "A period is from a week to a year.");
        guards.Require(Baseline >= 3 && LeastUsual >= 1 && Facilitators >= 1, "policy.alert.counts", "What is usual takes 3 periods or more; other counts are 1 or more.");
        guards.Require(QuietShare >= 0 && QuietShare < ReturnShare && ReturnShare <= 1, "policy.alert.quiet", "The share at which a community is quiet is from 0 and below the share at which it is back, which is up to 1.");
        guards.Require(RelievedShare >= 0 && RelievedShare < OverloadShare && OverloadShare <= 1, "policy.alert.overload", "The share at which somebody is overloaded is up to 1 and above the share at which they are not.");
        guards.Require(CarryingPeople >= 1 && RelievedPeople > CarryingPeople, "policy.alert.carrying", "Few are 1 or more people, and enough are more than few.");
        guards.Require(EasedHoursShare >= 0 && EasedHoursShare < OutOfHoursShare && OutOfHoursShare <= 1, "policy.alert.hours", "The share at which a community works out of hours is up to 1 and above the share at which it does not.");
        return guards.Unmet;
    }
}
