using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>How levels of participation are derived; data that can be replaced, versioned and tried out over history.</summary>
/// <remarks>Immutable and compared by value. The defaults and their sources stand in docs/policies.md.</remarks>
public sealed record ParticipationPolicy
{
    /// <summary>Gets the policy with its sourced defaults.</summary>
    /// <value>Version <c>participation/1</c>.</value>
    public static ParticipationPolicy Default { get; } = new();

    /// <summary>Gets the version, which every assessment names.</summary>
    /// <value>The default value is <c>participation/1</c>.</value>
    public string Version { get; init => field = value ?? "participation/1"; } = "participation/1";

    /// <summary>Gets how many whole ISO weeks are looked at.</summary>
    /// <value>The default value is 13, a quarter.</value>
    public int WindowWeeks { get; init; } = 13;

    /// <summary>Gets in how many weeks a core member contributes.</summary>
    /// <value>The default value is 6.</value>
    public int CoreWeeks { get; init; } = 6;

    /// <summary>Gets how many acts of stewardship a core member does.</summary>
    /// <value>The default value is 3.</value>
    public int CoreStewardship { get; init; } = 3;

    /// <summary>Gets with how many people a core member deals.</summary>
    /// <value>The default value is 3: breadth keeps circles of two from rising.</value>
    public int CoreCounterparts { get; init; } = 3;

    /// <summary>Gets in how many weeks an active member contributes.</summary>
    /// <value>The default value is 2.</value>
    public int ActiveWeeks { get; init; } = 2;

    /// <summary>Gets in how many weeks an occasional member contributes.</summary>
    /// <value>Null, the default: the level is not used.</value>
    public int? OccasionalWeeks { get; init; }

    /// <summary>Gets the share of a threshold that keeps a level once it is reached.</summary>
    /// <value>Above 0, up to 1. The default value is 0.9 (Discourse).</value>
    public double Demotion { get; init; } = 0.9;

    /// <summary>Gets for how long after a promotion nobody is demoted.</summary>
    /// <value>The default value is 14 days (Discourse).</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets for how long a member is new.</summary>
    /// <value>The default value is 30 days.</value>
    public TimeSpan Newcomer { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Derives a level.</summary>
    /// <param name="previous">The level so far; null when it was never assessed.</param>
    /// <param name="signals">The counts of the window that ends at the instant.</param>
    /// <param name="at">When it is assessed.</param>
    /// <returns>
    /// The highest level whose thresholds are met. A level once reached is kept while <see cref="Demotion"/> of each of its thresholds is
    /// met, and within <see cref="Grace"/> of a promotion; a locked one always.
    /// </returns>
    public ParticipationLevel Assess(Participation? previous, ParticipationSignals signals, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ParticipationLevel reached = Highest(signals, 1);
        if (previous is null)
        {
            return reached;
        }

        bool held = previous.Locked || (previous.Promoted && at < previous.Since.After(Grace));
        return previous.Locked || (reached < previous.Level && held) ? previous.Level
            : reached >= previous.Level ? reached
            : Highest(signals, Demotion) >= previous.Level ? previous.Level : reached;
    }

    /// <summary>Lists everything that is wrong with the policy.</summary>
    /// <returns>Empty when it can be used. Codes begin with <c>policy.participation.</c>.</returns>
    public ValueList<Reason> Problems()
    {
        List<Reason> problems = [];
        Require(!string.IsNullOrWhiteSpace(Version), "version", "The policy about participation has a version.");
        Require(WindowWeeks is >= 1 and <= 520, "window", "The window has 1 to 520 weeks.");
        Require(ActiveWeeks >= 1, "active-weeks", "An active member contributes in at least one week.");
        Require(CoreWeeks >= ActiveWeeks, "core-weeks", "A core member contributes in no fewer weeks than an active one.");
        Require(CoreWeeks <= WindowWeeks, "core-window", "The window has at least as many weeks as a core member contributes in.");
        Require(OccasionalWeeks is null || (OccasionalWeeks >= 1 && OccasionalWeeks <= ActiveWeeks), "occasional-weeks", "An occasional member contributes in at least one week, and in no more than an active one.");
        Require(CoreStewardship >= 0 && CoreCounterparts >= 0, "core-counts", "Counts are not negative.");
        Require(Demotion is > 0 and <= 1, "demotion", "The share that keeps a level lies above 0 and is at most 1.");
        Require(Grace >= TimeSpan.Zero, "grace", "The time after a promotion is not negative.");
        Require(Newcomer >= TimeSpan.Zero, "newcomer", "The time of being new is not negative.");
        return problems.ToValueList();

        void Require(bool condition, string code, string text)
        {
            if (!condition)
            {
                problems.Add(new("policy.participation." + code, text));
            }
        }
    }

    private ParticipationLevel Highest(ParticipationSignals signals, double share)
    {
        bool core = signals.WeeksContributed >= CoreWeeks * share && signals.StewardshipActs >= CoreStewardship * share && signals.DistinctCounterparts >= CoreCounterparts * share;
        return core ? ParticipationLevel.Core
            : signals.WeeksContributed >= ActiveWeeks * share ? ParticipationLevel.Active
            : signals.WeeksContributed >= OccasionalWeeks * share ? ParticipationLevel.Occasional
            : ParticipationLevel.Peripheral;
    }
}
