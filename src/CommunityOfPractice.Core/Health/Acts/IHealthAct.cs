using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Knows what a facilitator can do for one indicator, and what so many acts of it make of the reading.</summary>
/// <remarks>
/// Only what helps people belongs here: an act that raises a number and nothing else has no class. Implementations are stateless, deterministic and total. A host adds its own by
/// registering an implementation.
/// </remarks>
public interface IHealthAct
{
    /// <summary>Gets the id of the indicator that the act improves.</summary>
    /// <value>The same at every call.</value>
    string Indicator { get; }

    /// <summary>Gets how many such acts a community can manage in a week beside everything else.</summary>
    /// <value>Above 0; the default value is 1. A judgement, not measured. It keeps a step to what can be done in the coming quarter.</value>
    double PerWeek => 1;

    /// <summary>Finds the fewest acts that bring the reading to a target, and no more of them than can be managed.</summary>
    /// <param name="evidence">The evidence that was read.</param>
    /// <param name="reading">The reading, which has a value.</param>
    /// <param name="target">The value that is wanted, on the better side of the one there is.</param>
    /// <param name="most">How many acts can be managed; one or more.</param>
    /// <returns>The offer: all there is to do, or <paramref name="most"/>, where even that is too little; null when there is nothing to do that the reading would show.</returns>
    ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most);
}
