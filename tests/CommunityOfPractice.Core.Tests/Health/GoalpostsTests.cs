using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

public sealed class GoalpostsTests
{
    public static TheoryData<GoalpostShape, double[]> Wrong => new()
    {
        { GoalpostShape.Linear, [1, 1] },
        { GoalpostShape.Linear, [1] },
        { GoalpostShape.Linear, [1, 2, 3] },
        { GoalpostShape.Linear, [double.NaN, 2] },
        { GoalpostShape.Linear, [1, double.PositiveInfinity] },
        { GoalpostShape.Logarithmic, [0, 8] },
        { GoalpostShape.Logarithmic, [1, -8] },
        { GoalpostShape.Logarithmic, [8, 8] },
        { GoalpostShape.Band, [0, 1, 2] },
        { GoalpostShape.Band, [0, 0, 1, 2] },
        { GoalpostShape.Band, [0, 2, 1, 3] },
        { GoalpostShape.Band, [0, 1, 2, 2] },
        { GoalpostShape.Linear, [double.MinValue, double.MaxValue] },
        { GoalpostShape.Logarithmic, [double.Epsilon, 1e300] },
        { GoalpostShape.Logarithmic, [1e300, double.Epsilon] },
        { GoalpostShape.Band, [double.MinValue, 1e308, 1.1e308, 1.2e308] },
        { GoalpostShape.Band, [-1.2e308, -1.1e308, -1e308, double.MaxValue] },
        { (GoalpostShape)99, [0, 1] },
        { GoalpostShape.Binary, [50, 50] },
        { GoalpostShape.Binary, [50, 101] },
        { GoalpostShape.Binary, [50] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Constructor_PointsThatDoNotFit_Throw(GoalpostShape shape, double[] points) =>
        Assert.Throws<ArgumentException>(() => new Goalposts(shape, [.. points]));

    [Property, Trait("Law", "26")]
    public void Law26_ABetterValue_NeverScoresLess(NormalFloat zero, NormalFloat hundred, NormalFloat one, NormalFloat other)
    {
        if (zero.Get != hundred.Get)
        {
            Goalposts goalposts = Goalposts.Linear(zero.Get, hundred.Get);
            (double worse, double better) = one.Get < other.Get == zero.Get < hundred.Get ? (one.Get, other.Get) : (other.Get, one.Get);
            Assert.True(goalposts.ScoreOf(worse).Value <= goalposts.ScoreOf(better).Value);
        }
    }

    [Property, Trait("Law", "26")]
    public void Law26_NearerTheBand_NeverScoresLess(short one, short other)
    {
        Goalposts band = new(GoalpostShape.Band, [-1000, -20, 30, 2000]);
        double Off(double value) => Math.Max(0, Math.Max(-20 - value, value - 30));
        if (one < 5 == other < 5 && Off(one) <= Off(other))
        {
            Assert.True(band.ScoreOf(one).Value >= band.ScoreOf(other).Value);
        }
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0.3, 0)]
    [InlineData(0.45, 25)]
    [InlineData(0.9, 100)]
    [InlineData(7, 100)]
    public void ScoreOf_Rising_RunsInAStraightLine(double value, double score) => Assert.Equal(score, Goalposts.Linear(0.3, 0.9).ScoreOf(value).Value, 1e-9);

    [Theory]
    [InlineData(0.8, 0)]
    [InlineData(0.7, 0)]
    [InlineData(0.45, 50)]
    [InlineData(0.2, 100)]
    [InlineData(0, 100)]
    public void ScoreOf_Falling_RunsInAStraightLine(double value, double score) => Assert.Equal(score, Goalposts.Linear(0.7, 0.2).ScoreOf(value).Value, 1e-9);

    [Theory]
    [InlineData(-3, 0, 100)]
    [InlineData(0, 0, 100)]
    [InlineData(1, 0, 100)]
    [InlineData(2, 100 / 3.0, 200 / 3.0)]
    [InlineData(4, 200 / 3.0, 100 / 3.0)]
    [InlineData(8, 100, 0)]
    [InlineData(9, 100, 0)]
    public void ScoreOf_Logarithmic_RunsAlongTheLogarithmEitherWay(double value, double rising, double falling)
    {
        Assert.Equal(rising, Goalposts.Logarithmic(1, 8).ScoreOf(value).Value, 1e-9);
        Assert.Equal(falling, Goalposts.Logarithmic(8, 1).ScoreOf(value).Value, 1e-9);
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(0.1, 50)]
    [InlineData(0.2, 100)]
    [InlineData(0.8, 100)]
    [InlineData(0.95, 25)]
    [InlineData(2, 0)]
    public void ScoreOf_Band_RisesStaysAndFalls(double value, double score) =>
        Assert.Equal(score, new Goalposts(GoalpostShape.Band, [0, 0.2, 0.8, 1]).ScoreOf(value).Value, 1e-9);

    [Property]
    public void ScoreOf_ExtremeFiniteValues_LiesBetweenZeroAndHundred(NormalFloat value)
    {
        Assert.All([value.Get, double.MaxValue, double.MinValue, double.Epsilon], v =>
            Assert.All([Goalposts.Linear(-8e307, 8e307), Goalposts.Linear(0, double.Epsilon), Goalposts.Logarithmic(1e-300, 1), Goalposts.Logarithmic(1e300, 1), new(GoalpostShape.Band, [double.MinValue, 0, 1, double.MaxValue])], g =>
                Assert.InRange(g.ScoreOf(v).Value, 0, 100)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Goalposts.Linear(0, 1).ScoreOf(double.NaN));
    }

    [Fact]
    public void Equals_Goalposts_ComparesShapeAndPoints()
    {
        Assert.Equal(Goalposts.Linear(0, 1), new Goalposts(GoalpostShape.Linear, [0, 1]));
        Assert.NotEqual(Goalposts.Linear(1, 2), Goalposts.Logarithmic(1, 2));
    }
}
