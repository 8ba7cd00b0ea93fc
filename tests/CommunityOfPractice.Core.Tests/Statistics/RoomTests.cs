using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>What holds for the whole room: the order of the input cannot show, and no result is infinite or not a number.</summary>
[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class RoomTests
{
    [Property]
    public void Law1_TheOrderOfCounts_DoesNotShowInASingleBit(Counts counts, int seed)
    {
        long[] shuffled = [.. counts.Values];
        new Random(seed).Shuffle(shuffled);
        SameBits(OfCounts(counts.Values), OfCounts(shuffled));
    }

    [Property]
    public void Law1_TheOrderOfNumbers_DoesNotShowInASingleBit(Weighted parts, int seed)
    {
        int[] order = [.. Enumerable.Range(0, parts.Values.Length)];
        new Random(seed).Shuffle(order);
        SameBits(
            OfNumbers(parts.Values, parts.Weights),
            OfNumbers([.. order.Select(i => parts.Values[i])], [.. order.Select(i => parts.Weights[i])]));
    }

    [Property]
    public void Law19_NoResultOfCounts_IsInfiniteOrNotANumber(Counts counts) =>
        Assert.All(OfCounts(counts.Values), result => Assert.True(double.IsFinite(result ?? 0)));

    [Property]
    public void Law19_NumbersOfAnySize_GiveAFiniteResult_OrARefusalOfWeightsThatOverflow(NormalFloat[] values, NormalFloat[] weights)
    {
        int length = Math.Min(values.Length, weights.Length);
        double[] parts = [.. values.Take(length).Select(value => Math.Abs(value.Get))];
        double[] shares = [.. weights.Take(length).Select(weight => Math.Abs(weight.Get))];
        if (double.IsFinite(shares.Sum()))
        {
            Assert.All(OfNumbers(parts, shares), result => Assert.True(double.IsFinite(result ?? 0)));
        }
        else
        {
            Assert.Throws<ArgumentException>(() => WeightedMean.Arithmetic(parts, shares));
        }
    }

    private static double?[] OfCounts(long[] counts) =>
    [
        Gini.Of<long>(counts), Gini.Corrected<long>(counts), AbsenceFactor.Of<long>(counts), AbsenceFactor.Of<long>(counts, 0.8),
        TopShare.Of<long>(counts, 0.1), TopShare.Of<long>(counts, 0.5), Entropy.Of<long>(counts), Entropy.EffectiveNumber<long>(counts),
        Entropy.Evenness<long>(counts), Blau.Of<long>(counts), Blau.Normalised<long>(counts), Blau.Unbiased<long>(counts),
        Representativeness.Of<long>(counts, [.. counts.Select(_ => 3L)]),
        ElephantFactor.Of<long>(counts, [.. counts.Select(count => (int)(count % 3))]), ParticipationProfile.Of<long>(counts).Some,
    ];

    private static double?[] OfNumbers(double[] values, double[] weights)
    {
        SurvivalCurve? curve = SurvivalCurve.KaplanMeier(values, [.. weights.Select(weight => weight > 0.3)]);
        return
        [
            Median.Of(values), WeightedMean.Arithmetic(values, weights), WeightedMean.Geometric(values, weights), Burstiness.Of(values),
            Burstiness.OfFew(values), curve?.At(30), curve?.Median, curve?.RestrictedMean(70), curve?.StandardError(60),
            curve?.Interval(40)?.Low, curve?.Interval(40)?.High,
        ];
    }

    private static void SameBits(double?[] one, double?[] other) =>
        Assert.Equal(one.Select(Bits), other.Select(Bits));

    private static long? Bits(double? value) => value is { } number ? BitConverter.DoubleToInt64Bits(number) : null;
}
