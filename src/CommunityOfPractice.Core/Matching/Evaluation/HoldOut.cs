using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Chooses by lot who is left without suggestions in a round, so that one can tell what the suggestions bring.</summary>
/// <remarks>
/// Most chance meetings come to nothing: in a field experiment about nine in ten did (Hasan and Koning, 2020). So compare what lasts among those with suggestions and those held out, and not what was sent.
/// </remarks>
public static class HoldOut
{
    /// <summary>Returns whether a person is held out of a round.</summary>
    /// <remarks>A pure function of its arguments: it does not depend on who else is there. Each round draws anew. O(length of the id).</remarks>
    /// <param name="person">The person.</param>
    /// <param name="round">The number of the round.</param>
    /// <param name="share">Which share of people is held out, from 0 to 1.</param>
    /// <param name="seed">The seed of the lot.</param>
    /// <returns><see langword="true"/> for about that share of people.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public static bool Holds(PersonId person, long round, double share, ulong seed) =>
        share is >= 0 and <= 1
            ? new SplitMix64(seed).Split(round).Split((long)SplitMix64.FromText(person.Text).Seed).Unit(0) < share
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies from 0 to 1.");
}
