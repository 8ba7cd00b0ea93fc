using FsCheck;
using FsCheck.Fluent;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>Counts per person: few people, many ties, sometimes huge.</summary>
public sealed record Counts(long[] Values)
{
    public override string ToString() => string.Join(", ", Values);
}

/// <summary>Durations in whole units, so that ties are common, each with an event or censored.</summary>
public sealed record Lifetimes(double[] Times, bool[] Observed)
{
    public override string ToString() => string.Join(", ", Times.Zip(Observed, (time, seen) => seen ? $"{time}" : $"{time}+"));
}

/// <summary>At least two points in whole units, so that ties are common.</summary>
public sealed record Series(double[] Values)
{
    public override string ToString() => string.Join(", ", Values);
}

/// <summary>Positive parts with weights, of which at least one is above zero.</summary>
public sealed record Weighted(double[] Values, double[] Weights)
{
    public override string ToString() => string.Join(", ", Values.Zip(Weights, (value, weight) => $"{value}*{weight}"));
}

/// <summary>Generators for this room; a failing case prints its seed.</summary>
public static class Samples
{
    public static Arbitrary<Counts> Counts()
    {
        Gen<long> small = Gen.Choose(0, 5).Select(count => (long)count);
        Gen<long> daily = Gen.Choose(0, 2000).Select(count => (long)count);
        Gen<long> huge = Gen.Choose(0, int.MaxValue).Select(count => count * 1_000_003L);
        return (from size in Gen.Choose(1, 10)
                from values in Gen.Frequency((4, small), (2, daily), (1, huge)).ArrayOf(size)
                select new Counts(values)).ToArbitrary();
    }

    public static Arbitrary<Lifetimes> Lifetimes() =>
        (from size in Gen.Choose(1, 14)
         from times in Gen.Choose(0, 12).Select(time => (double)time).ArrayOf(size)
         from observed in Gen.Elements(true, true, false).ArrayOf(size)
         select new Lifetimes(times, observed)).ToArbitrary();

    public static Arbitrary<Series> Series() =>
        (from size in Gen.Choose(2, 14)
         from values in Gen.Choose(-9, 9).Select(value => (double)value).ArrayOf(size)
         select new Series(values)).ToArbitrary();

    public static Arbitrary<Weighted> Weighted() =>
        (from size in Gen.Choose(1, 8)
         from values in Gen.Choose(1, 10_000).Select(value => value / 100.0).ArrayOf(size)
         from weights in Gen.Choose(0, 10).Select(weight => weight / 10.0).ArrayOf(size)
         where weights.Any(weight => weight > 0)
         select new Weighted(values, weights)).ToArbitrary();
}
