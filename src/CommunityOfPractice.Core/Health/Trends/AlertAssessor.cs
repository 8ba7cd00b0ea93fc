using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Raises alerts from what periods show; each once when it begins, and again only after it has ended.</summary>
public static class AlertAssessor
{
    /// <summary>How far back periods go at most: forty years of four weeks.</summary>
    private const int MostPeriods = 520;

    /// <summary>Cuts the time up to the as-of instant into whole periods.</summary>
    /// <param name="evidence">What is known of the community; only its as-of instant and when a person first did something are looked at, bots never.</param>
    /// <param name="policy">The numbers behind alerts; null for the defaults.</param>
    /// <returns>
    /// The periods, the oldest first. They are counted back from the as-of instant, as those of trends are, so that the last one is whole and ends there; none begins before a person first did something.
    /// Empty when nobody did, or not for a whole period.
    /// </returns>
    /// <exception cref="ArgumentException">Something is wrong with the policy.</exception>
    public static ValueList<TimeWindow> Periods(HealthEvidence evidence, AlertPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        TimeSpan length = Checked(policy).Period;
        long since = evidence.FirstMomentOfPeople is { } first ? evidence.AsOf.UtcTicks - first : 0;
        int periods = (int)Math.Min(MostPeriods, since / length.Ticks);
        return Enumerable.Range(0, periods).Reverse().Select(back => new TimeWindow(evidence.AsOf - (length * (back + 1)), evidence.AsOf - (length * back))).ToValueList();
    }

    /// <summary>Walks through the periods of a community.</summary>
    /// <param name="periods">What each period shows, the oldest first, without gaps.</param>
    /// <param name="policy">The numbers behind alerts; null for the defaults.</param>
    /// <param name="suppression">How small a group may be; null for the defaults.</param>
    /// <returns>All alerts in the order in which they began; those that last have no end. What is new is what began in the last period.</returns>
    /// <remarks>Deterministic; a longer history gives the same alerts for the periods that it shares. O(periods × baseline log baseline).</remarks>
    /// <exception cref="ArgumentException">Something is wrong with a policy.</exception>
    public static ValueList<CommunityAlert> Assess(IEnumerable<AlertSignals> periods, AlertPolicy? policy = null, SuppressionPolicy? suppression = null)
    {
        ArgumentNullException.ThrowIfNull(periods);
        AlertWalk walk = new(Checked(policy), SuppressionPolicy.Checked(suppression, nameof(suppression)));
        foreach (AlertSignals period in periods)
        {
            walk.Step(period);
        }

        return walk.Alerts;
    }

    private static AlertPolicy Checked(AlertPolicy? policy) => (policy ?? AlertPolicy.Default).Problems() is { Count: > 0 } problems
        ? throw new ArgumentException($"Something is wrong with the policy: {string.Join(" ", problems.Select(p => p.Text))}", nameof(policy))
        : policy ?? AlertPolicy.Default;
}
