using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Tests.Health;

internal static class Unlimited
{
    /// <summary>The fewest acts that bring the reading to a target, however many that are.</summary>
    public static ActOffer? Offer(this IHealthAct act, HealthEvidence evidence, Reading reading, double target) => act.Offer(evidence, reading, target, int.MaxValue);
}
