using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Ask people who contribute now and then to join in again: one act a week in which one of them would have been silent, those with the fewest weeks first.</summary>
/// <remarks>One week more for one of many who have as few can lower the entropy before it rises, so every number of acts is tried. O(people × weeks).</remarks>
internal sealed class JoinInAgain : IHealthAct
{
    public string Indicator => EffectiveContributors.Id;

    public double PerWeek => 2;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        int[] weeks = EffectiveContributors.ActiveWeeks(evidence);
        if (weeks.Length == 0 || weeks[0] == weeks[^1] || reading.Measurement is not Measurement.Value value)
        {
            return null; // only somebody new would help
        }

        int acts = 0, wanted = 0, tried = 0;
        double best = value.Number;
        foreach (double number in NumbersAfter(weeks))
        {
            tried++;
            if (tried <= most && number > best + WholeActs.Rounding)
            {
                (acts, best) = (tried, number);
            }

            if (number >= target - WholeActs.Rounding)
            {
                wanted = tried;
                break;
            }
        }

        return acts == 0 ? null : new(
            acts,
            Entropy.EffectiveNumber<int>(Levelled(weeks, acts)) ?? best,
            $"Ask people who contribute now and then, by name, to join in again: {WholeActs.Count(acts, "time", "times")} in all.")
        {
            Wanted = wanted > acts ? wanted : null,
        };
    }

    /// <summary>The effective number after one act, two, and so on, until everybody has as many weeks as the busiest.</summary>
    private static IEnumerable<double> NumbersAfter(int[] weeks)
    {
        double total = weeks.Sum(w => (double)w), logs = weeks.Sum(w => w * Math.Log(w));
        int at = 0;
        for (int level = weeks[0]; level < weeks[^1]; level++)
        {
            while (at < weeks.Length && weeks[at] <= level)
            {
                at++;
            }

            double rise = ((level + 1) * Math.Log(level + 1)) - (level * Math.Log(level));
            for (int person = 0; person < at; person++)
            {
                (total, logs) = (total + 1, logs + rise);
                yield return Math.Exp(Math.Log(total) - (logs / total));
            }
        }
    }

    /// <summary>The weeks of each after so many more went, one by one, to those who had the fewest.</summary>
    private static int[] Levelled(int[] weeks, int acts)
    {
        int[] then = [.. weeks];
        for (int level = weeks[0]; acts > 0; level++)
        {
            for (int person = 0; person < then.Length && then[person] <= level && acts > 0; person++, acts--)
            {
                then[person]++;
            }
        }

        return then;
    }
}
