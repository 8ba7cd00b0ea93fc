using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The numbers behind the stages; data that can be replaced, versioned and tried out over history.</summary>
/// <remarks>Immutable and compared by value. Starting values, not calibrated; their sources stand in docs/stages.md.</remarks>
public sealed record StagePolicy
{
    /// <summary>Gets the policy with its sourced defaults.</summary>
    /// <value>Version <c>stage/1</c>.</value>
    public static StagePolicy Default { get; } = new();

    /// <summary>Gets the version, which every assessment names.</summary>
    /// <value>The default value is <c>stage/1</c>.</value>
    public string Version { get; init => field = value ?? "stage/1"; } = "stage/1";

    /// <summary>Gets how long a period is.</summary>
    /// <value>More than zero; the default value is 91 days: thirteen whole weeks.</value>
    public TimeSpan Period { get; init; } = TimeSpan.FromDays(91);

    /// <summary>Gets how many active members there are at least in a community that has begun.</summary>
    /// <value>1 or more; the default value is 3 (CDC: start with 3 to 5).</value>
    public int MinMembers { get; init; } = 3;

    /// <summary>Gets which part of what happens members start in a community that matures.</summary>
    /// <value>From 0 to 1; the default value is 0.5 (Millington: inception ends when members make more than half of growth and activity).</value>
    public double MaturingShare { get; init; } = 0.5;

    /// <summary>Gets which part of what happens members start in a community that is stewarded.</summary>
    /// <value>From <see cref="MaturingShare"/> to 1; the default value is 0.9 (Millington: maturity begins at 90 per cent).</value>
    public double StewardshipShare { get; init; } = 0.9;

    /// <summary>Gets on how many people half of all contributions rest, at least, in a community that matures.</summary>
    /// <value>1 or more; the default value is 2 (a choice of this library).</value>
    public int MaturingFactor { get; init; } = 2;

    /// <summary>Gets on how many people half of all contributions rest, at least, in a community that is stewarded.</summary>
    /// <value><see cref="MaturingFactor"/> or more; the default value is 3 (a choice of this library).</value>
    public int StewardshipFactor { get; init; } = 3;

    /// <summary>Gets how many facilitators a community that is stewarded has, unless somebody has agreed to succeed.</summary>
    /// <value>1 or more; the default value is 2 (Kubernetes: at least one and ideally two).</value>
    public int StewardshipFacilitators { get; init; } = 2;

    /// <summary>Gets in how many periods in a row a community shows what the next stage needs before it moves on, or lacks what its own needs before it moves back.</summary>
    /// <value>1 or more; the default value is 2 (Millington: no single month counts).</value>
    public int Periods { get; init; } = 2;

    /// <summary>Gets which part of a threshold is still enough to stay.</summary>
    /// <value>Above 0, up to 1; the default value is 0.9 (Discourse: the low-water mark).</value>
    public double Slack { get; init; } = 0.9;

    /// <summary>Returns what is wrong with the policy.</summary>
    /// <returns>Every fault, empty when there is none: <c>policy.stage.version</c>, <c>.period</c>, <c>.counts</c>, <c>.shares</c>, <c>.slack</c>.</returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Version), "policy.stage.version", "A policy has a version.");
        guards.Require(Period >= TimeSpan.FromDays(7) && Period <= TimeSpan.FromDays(366), "policy.stage.period", "A period is from a week to a year.");
        guards.Require(
            MinMembers >= 1 && Periods >= 1 && MaturingFactor >= 1 && StewardshipFactor >= MaturingFactor && StewardshipFacilitators >= 1,
            "policy.stage.counts",
            "Counts are 1 or more, and what stewardship needs is no less than what maturing needs.");
        guards.Require(MaturingShare is >= 0 and <= 1 && StewardshipShare <= 1 && StewardshipShare >= MaturingShare, "policy.stage.shares", "Shares are from 0 to 1, the later stage's no smaller.");
        guards.Require(Slack is > 0 and <= 1, "policy.stage.slack", "The slack is above 0, up to 1.");
        return guards.Unmet;
    }
}
