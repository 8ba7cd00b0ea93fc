using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>Entropy and Blau's index answer the same question, so they share their laws.</summary>
[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class DiversityTests
{
    [Property]
    public void Law3_Scaling_ChangesNothing(Counts counts, PositiveInt factor)
    {
        long[] scaled = [.. counts.Values.Select(count => count * ((factor.Get % 100) + 1))];
        Assert.Equal(Entropy.Of<long>(counts.Values) ?? -1, Entropy.Of<long>(scaled) ?? -1, 1e-13);
        Assert.Equal(Blau.Of<long>(counts.Values) ?? -1, Blau.Of<long>(scaled) ?? -1, 1e-13);
    }

    [Property]
    public void Law17_StaysInItsRange(Counts counts)
    {
        int k = counts.Values.Length;
        if (Entropy.Of<long>(counts.Values) is { } entropy)
        {
            Assert.InRange(entropy, 0, Math.Log(k));
            Assert.InRange(Entropy.EffectiveNumber<long>(counts.Values)!.Value, 1, k);
            Assert.InRange(Entropy.Evenness<long>(counts.Values) ?? 0, 0, 1);
            Assert.InRange(Blau.Of<long>(counts.Values)!.Value, 0, 1 - (1.0 / k) + 1e-15);
            Assert.InRange(Blau.Normalised<long>(counts.Values) ?? 0, 0, 1);
            Assert.InRange(Blau.Unbiased<long>(counts.Values) ?? 0, 0, 1);
        }
    }

    [Property]
    public void OneCategoryOnly_IsExactlyZero(PositiveInt count, NonNegativeInt empty)
    {
        int[] counts = [.. new int[empty.Get], count.Get];
        Assert.Equal(0, Entropy.Of<int>(counts));
        Assert.Equal(1, Entropy.EffectiveNumber<int>(counts));
        Assert.Equal(0, Blau.Of<int>(counts));
    }

    [Property]
    public void AllAlike_IsAsDiverseAsItGets(PositiveInt count, PositiveInt more)
    {
        int k = more.Get + 1;
        int[] counts = [.. Enumerable.Repeat(count.Get, k)];
        Assert.Equal(k, Entropy.EffectiveNumber<int>(counts)!.Value, 1e-11);
        Assert.Equal(1, Entropy.Evenness<int>(counts)!.Value, 1e-13);
        Assert.Equal(1, Blau.Normalised<int>(counts)!.Value, 1e-14);
    }

    [Property]
    public void AnEmptyCategory_AddsNothingToTheForms_ThatDoNotKnowK(Counts counts)
    {
        long[] more = [.. counts.Values, 0];
        Assert.Equal(Entropy.Of<long>(counts.Values) ?? -1, Entropy.Of<long>(more) ?? -1, 1e-14);
        Assert.Equal(Blau.Of<long>(counts.Values), Blau.Of<long>(more));
        Assert.Equal(Blau.Unbiased<long>(counts.Values), Blau.Unbiased<long>(more));
    }

    [Property]
    public void Blau_CountsPairsInDifferentCategories(byte[] sample)
    {
        int[] counts = [.. sample.Take(5).Select(count => count % 7)];
        int[] people = [.. counts.SelectMany((count, category) => Enumerable.Repeat(category, count))];
        double unlike = people.Sum(one => people.Count(other => other != one));
        double n = people.Length;
        Assert.Equal(n < 1 ? -1 : unlike / (n * n), Blau.Of<int>(counts) ?? -1, 1e-15);
        Assert.Equal(n < 2 ? -1 : unlike / (n * (n - 1)), Blau.Unbiased<int>(counts) ?? -1, 1e-15);
    }

    [Fact]
    public void GoldenVectors()
    {
        int[] counts = [4, 3, 2, 1];
        Assert.Equal(1.279854, Entropy.Of(counts)!.Value, 5e-7);
        Assert.Equal(3.596115, Entropy.EffectiveNumber(counts)!.Value, 5e-7);
        Assert.Equal(0.923220, Entropy.Evenness(counts)!.Value, 5e-7);
        Assert.Equal(0.70, Blau.Of(counts)!.Value, 1e-15);
        Assert.Equal(0.933333, Blau.Normalised(counts)!.Value, 5e-7);
        Assert.Equal(0.777778, Blau.Unbiased(counts)!.Value, 5e-7);
    }

    [Fact]
    public void LittleData_IsNull()
    {
        Assert.Null(Entropy.Of<int>([]));
        Assert.Null(Entropy.EffectiveNumber([0, 0]));
        Assert.Null(Entropy.Evenness([0, 0]));
        Assert.Null(Entropy.Evenness([5]));
        Assert.Null(Blau.Of<int>([]));
        Assert.Null(Blau.Normalised([5]));
        Assert.Null(Blau.Normalised([0, 0]));
        Assert.Null(Blau.Unbiased([0, 1]));
        Assert.Equal(1, Blau.Unbiased([1, 1]));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Entropy.Of([1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Blau.Of([1, -1]));
        Assert.Throws<OverflowException>(() => Blau.Of([long.MaxValue, 1]));
    }
}
