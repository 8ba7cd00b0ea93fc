using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Makes expected measurements, and compares readings with them.</summary>
internal static class Expected
{
    public static Measurement Value(double number, long count, double low, double high) => new Measurement.Value(number, count, new Interval(low, high));

    public static Measurement Value(double number, long count) => new Measurement.Value(number, count);

    public static Measurement TooFew(string what, double have, double need) => new Measurement.InsufficientData(what, have, need);

    public static Measurement No(string code) => new Measurement.NotApplicable(new Reason(code, "any"));

    /// <summary>A share with Wilson's interval by the formula of domain.md 4.5.</summary>
    public static Measurement Share(int k, int n, int need, string what)
    {
        if (n < need)
        {
            return TooFew(what, n, need);
        }

        (double low, double high) = Wilson(k, n);
        return Value((double)k / n, n, low, high);
    }

    public static (double Low, double High) Wilson(double k, double n)
    {
        const double Z = 1.959963984540054;
        double p = k / n, middle = p + (Z * Z / (2 * n)), half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return ((middle - half) / (1 + (Z * Z / n)), (middle + half) / (1 + (Z * Z / n)));
    }

    /// <summary>Reads the indicator and compares; texts for people are not compared.</summary>
    public static void Same<T>(SmallCommunity community, Func<Truth, Measurement> expected, params (string Name, Func<Truth, double> Number)[] details)
        where T : IHealthIndicator, new()
    {
        Truth truth = new(community);
        Reading reading = community.Read<T>();
        Same(expected(truth), reading.Measurement);
        if (reading.Measurement is Measurement.Value)
        {
            Assert.All(details, d => Assert.Equal(d.Number(truth), reading.Details.Single(x => x.Name == d.Name).Number, 1e-9));
        }
    }

    public static void Same(Measurement expected, Measurement actual)
    {
        switch (expected)
        {
            case Measurement.Value e:
                Measurement.Value a = Assert.IsType<Measurement.Value>(actual);
                Assert.Equal(e.Number, a.Number, 1e-9);
                Assert.Equal(e.Count, a.Count);
                Assert.Equal(e.Interval is null, a.Interval is null);
                Assert.Equal(e.Interval?.Low ?? 0, a.Interval?.Low ?? 0, 1e-9);
                Assert.Equal(e.Interval?.High ?? 0, a.Interval?.High ?? 0, 1e-9);
                break;
            case Measurement.NotApplicable e:
                Assert.Equal(e.Reason.Code, Assert.IsType<Measurement.NotApplicable>(actual).Reason.Code);
                break;
            default:
                Assert.Equal(expected, Timeless(actual));
                break;
        }
    }

    /// <summary>The same without the day on which there will be enough, which has tests of its own.</summary>
    public static Measurement Timeless(Measurement measurement) => measurement is Measurement.InsufficientData little ? little with { EnoughOn = null } : measurement;

    /// <summary>Details that chance or an arbitrary choice among equals decides: they depend on the order of people's names, or on the window that seeds the chance.</summary>
    private static readonly HashSet<string> Chosen = ["pFewer", "pMore", "random", "coreDensity", "betweenDensity", "peripheryDensity", "correlation", "jaccard"];

    /// <summary>The same without what chance or an arbitrary choice among equals decides.</summary>
    public static Reading Unseeded(Reading reading) => reading with
    {
        Details = reading.Details.Where(d => !Chosen.Contains(d.Name)).ToValueList(),
        Finding = reading.Details.Any(d => d.Name == "jaccard") ? null : reading.Finding,
    };
}
