using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>An indicator that reads what it was told.</summary>
internal sealed class Stub(IndicatorInfo info, Reading reading) : IHealthIndicator
{
    public IndicatorInfo Info { get; } = info;

    public Reading Read(HealthEvidence evidence) => reading;

    public static Stub Of(string id, Measurement measurement) => new(new(id, id, "share", "A stub.") { NextStep = $"Improve {id}." }, new(measurement));

    /// <summary>A reading that scores the given number of points between goalposts of 0 and 100.</summary>
    public static Stub Of(string id, double points) => Of(id, new Measurement.Value(points, 1));

    public static Measurement None => new Measurement.NotApplicable(new Reason("none", "None."));

    public static Measurement Few => new Measurement.InsufficientData("stubs", 0, 1);

    /// <summary>Dimensions a (weight 3) of a1, a2, a3 (weights 5, 3, 2) and b (weight 1) of b1; all goalposts run from 0 to 100.</summary>
    public static HealthModel Model(MinimumData minimum) => new(
        "stub/1",
        [
            new("a", "A", 3, [new("a1", 5, Goalposts.Linear(0, 100)), new("a2", 3, Goalposts.Linear(0, 100)), new("a3", 2, Goalposts.Linear(0, 100))]),
            new("b", "B", 1, [new("b1", 1, Goalposts.Linear(0, 100))]),
        ],
        [new("Low", 0), new("High", 50)],
        minimum);

    public static HealthReport Assess(MinimumData minimum, params Stub[] stubs) => new HealthAssessor(Model(minimum), stubs).Assess(Enough().Evidence);

    /// <summary>Five people with two posts each, the first one so many days before the as-of instant.</summary>
    public static SmallCommunity Enough(int people = 5, int posts = 10, double days = 28) =>
        Example.Of(Enumerable.Range(0, posts).Select(i => Example.Did($"p{i % people}", Act.Post, i == 0 ? 91 - days : 90)));
}
