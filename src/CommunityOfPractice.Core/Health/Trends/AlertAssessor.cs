using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Raises alerts from what periods show; each once when it begins, and again only after it has ended.</summary>
public static class AlertAssessor
{
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
        AlertPolicy rules = policy ?? AlertPolicy.Default;
        if (rules.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException($"Something is wrong with the policy: {string.Join(" ", problems.Select(p => p.Text))}", nameof(policy));
        }

        AlertWalk walk = new(rules, SuppressionPolicy.Checked(suppression, nameof(suppression)));
        foreach (AlertSignals period in periods)
        {
            walk.Step(period);
        }

        return walk.Alerts;
    }
}
