using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>Survival curves of cases that came under observation late.</summary>
[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class DelayedEntryTests
{
    [Property]
    public void IsTheProductOverThoseAtRisk(Lifetimes sample, int seed, NonNegativeInt t)
    {
        double[] entries = EntriesOf(sample, seed);
        double end = t.Get % 14;
        double expected = 1;
        foreach (double time in sample.Times.Where((time, i) => sample.Observed[i] && time <= end && IsSeen(entries[i], time)).Distinct().Order())
        {
            int atRisk = sample.Times.Where((until, i) => until >= time && (entries[i] < time || entries[i] == 0)).Count();
            int events = sample.Times.Where((until, i) => until == time && sample.Observed[i] && IsSeen(entries[i], time)).Count();
            expected *= 1 - ((double)events / atRisk);
        }

        Assert.Equal(expected, Curve(entries, sample).At(end), 1e-12);
    }

    [Property]
    public void FromTheStart_IsTheOrdinaryCurve(Lifetimes sample)
    {
        SurvivalCurve ordinary = SurvivalCurve.KaplanMeier(sample.Times, sample.Observed)!;
        SurvivalCurve found = Curve(new double[sample.Times.Length], sample);
        Assert.Equal(ordinary.Steps.ToArray().Select(step => (step.Time, step.AtRisk, step.Events)), found.Steps.ToArray().Select(step => (step.Time, step.AtRisk, step.Events)));
        Assert.All(ordinary.Steps.ToArray().Zip(found.Steps.ToArray()), pair => Assert.Equal(pair.First.Survival, pair.Second.Survival, 1e-14));
        Assert.Equal((ordinary.Observations, ordinary.LastTime, ordinary.Median), (found.Observations, found.LastTime, found.Median));
    }

    [Property]
    public void ComingLater_NeverRaisesTheCurve(Lifetimes sample, int seed, NonNegativeInt which)
    {
        // A censored case only ever helps while it is there.
        double[] entries = EntriesOf(sample, seed);
        int i = which.Get % entries.Length;
        bool[] observed = [.. sample.Observed];
        observed[i] = false;
        Lifetimes censored = sample with { Observed = observed };
        double[] later = [.. entries];
        later[i] = sample.Times[i];
        for (int t = 0; t < 14; t++)
        {
            Assert.True(Curve(later, censored).At(t) <= Curve(entries, censored).At(t) + 1e-15);
        }
    }

    [Property]
    public void Law1_TheOrderOfCases_DoesNotShowInASingleBit(Lifetimes sample, int seed)
    {
        double[] entries = EntriesOf(sample, seed);
        int[] order = [.. Enumerable.Range(0, entries.Length)];
        new Random(seed).Shuffle(order);
        Lifetimes other = new([.. order.Select(i => sample.Times[i])], [.. order.Select(i => sample.Observed[i])]);
        Assert.True(Curve(entries, sample).Steps.SequenceEqual(Curve([.. order.Select(i => entries[i])], other).Steps));
    }

    [Fact]
    public void Example()
    {
        SurvivalCurve curve = SurvivalCurve.KaplanMeier([0, 4, 4], [2, 5, 6], [true, false, true])!;
        Assert.Equal(0, curve.At(2));
        Assert.Equal(6, curve.LastTime);
        Assert.Equal(3, curve.Observations);
        Assert.Equal([new SurvivalStep(2, 1, 1, 0), new SurvivalStep(6, 1, 1, 0)], curve.Steps.ToArray());
        Assert.Null(SurvivalCurve.KaplanMeier([], [], []));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => SurvivalCurve.KaplanMeier([3], [2], [true]));
        Assert.Throws<ArgumentException>(() => SurvivalCurve.KaplanMeier([0, 0], [2], [true]));
        Assert.Throws<ArgumentException>(() => SurvivalCurve.KaplanMeier([0], [2], [true, true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurvivalCurve.KaplanMeier([-1], [2], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurvivalCurve.KaplanMeier([0], [double.NaN], [true]));
    }

    private static SurvivalCurve Curve(double[] entries, Lifetimes sample) => SurvivalCurve.KaplanMeier(entries, sample.Times, sample.Observed)!;

    private static bool IsSeen(double entry, double end) => entry < end || entry == 0;

    private static double[] EntriesOf(Lifetimes sample, int seed)
    {
        Random random = new(seed);
        return [.. sample.Times.Select(time => (double)random.Next(0, (int)time + 1))];
    }
}
