using CommunityOfPractice.Core.Health;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Goalposts the other way, from points to a value, and goalposts that are moved.</summary>
public sealed class GoalpostsEdgesTests
{
    private static readonly Goalposts[] Lines = [Goalposts.Linear(2, 10), Goalposts.Linear(10, 2), Goalposts.Linear(-3, 5), Goalposts.Logarithmic(1, 8), Goalposts.Logarithmic(8, 1), Goalposts.Logarithmic(0.25, 4)];

    [Property]
    public void The_value_of_a_score_has_that_score(byte score)
    {
        double wanted = score / 2.55;
        Assert.All(Lines, g => Assert.Equal(wanted, g.ScoreOf(g.ValueOf(wanted, 0)).Value, 1e-9));
        Goalposts band = Goalposts.Band(0, 20, 30, 90);
        Assert.Equal(wanted, band.ScoreOf(band.ValueOf(wanted, 5)).Value, 1e-9);
        Assert.Equal(wanted, band.ScoreOf(band.ValueOf(wanted, 50)).Value, 1e-9);
    }

    [Theory]
    [InlineData(50, 3, 10)] // from below: halfway up
    [InlineData(50, 25, 10)]
    [InlineData(50, 30, 10)] // the end of the band is still inside
    [InlineData(50, 31, 60)] // from above: halfway down
    [InlineData(100, 80, 30)]
    [InlineData(0, 80, 90)]
    [InlineData(100, 0, 20)]
    public void A_band_is_reached_from_the_side_where_one_stands(double score, double from, double value) =>
        Assert.Equal(value, Goalposts.Band(0, 20, 30, 90).ValueOf(score, from), 1e-12);

    [Theory]
    [InlineData(20, 80, 50, 1)] // more than no is yes
    [InlineData(20, 80, 20, 0)]
    [InlineData(20, 80, 10, 0)]
    [InlineData(80, 20, 50, 0)] // where no is the better answer
    [InlineData(80, 20, 90, 0)]
    [InlineData(80, 20, 20, 1)] // yes is enough
    public void Yes_or_no(double no, double yes, double score, double value) => Assert.Equal(value, Goalposts.Binary(no, yes).ValueOf(score, 0));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(12.5, 25)]
    [InlineData(25, 100)]
    [InlineData(75, 25)]
    [InlineData(91, 0)]
    public void A_band_that_begins_above_nothing(double value, double score) => Assert.Equal(score, Goalposts.Band(10, 20, 30, 90).ScoreOf(value).Value, 1e-9);

    [Theory]
    [InlineData(-1, 30)]
    [InlineData(0, 30)]
    [InlineData(1e-300, 70)]
    [InlineData(5, 70)]
    public void Anything_above_nothing_is_yes(double value, double score) => Assert.Equal(score, Goalposts.Binary(30, 70).ScoreOf(value).Value);

    [Fact]
    public void Points_move_by_parts_of_their_distance()
    {
        Assert.Equal(Goalposts.Linear(0.1 * 8 + 2, 10 - (0.25 * 8)), Goalposts.Linear(2, 10).Moved([0.1, -0.25, 9, 9]));
        Assert.Equal(Goalposts.Linear(10 - (0.1 * 8), 2 - (0.2 * 8)), Goalposts.Linear(10, 2).Moved([0.1, 0.2, 9, 9]));
        Assert.Equal([2.0, 32], Goalposts.Logarithmic(1, 16).Moved([0.25, 0.25, 9, 9]).Points, Close);
        Assert.Equal([4.0, 64], Goalposts.Logarithmic(2, 32).Moved([0.25, 0.25, 9, 9]).Points, Close); // the ratio is sixteen here as well
        Assert.Equal([0.5, 8], Goalposts.Logarithmic(1, 16).Moved([-0.25, -0.25, 9, 9]).Points, Close);
        Assert.Equal([4.0, 18, 36, 96], Goalposts.Band(0, 20, 30, 90).Moved([0.2, -0.1, 0.1, 0.1]).Points, Close);
        Assert.Equal(GoalpostShape.Band, Goalposts.Band(0, 20, 30, 90).Moved([0.2, -0.1, 0.1, 0.1]).Shape);
    }

    /// <summary>Where the inner points of a band would pass each other they meet in the middle.</summary>
    [Fact]
    public void Inner_points_meet()
    {
        Assert.Equal([0.0, 18, 18, 60], Goalposts.Band(0, 20, 20, 60).Moved([0, 0.3, -0.25, 0]).Points, Close); // 26 and 10
        Assert.Equal([0.0, 20, 20, 60], Goalposts.Band(0, 20, 20, 60).Moved([0, 0, 0, 0]).Points, Close);
        Assert.Equal([0.0, 22, 24, 60], Goalposts.Band(0, 20, 20, 60).Moved([0, 0.1, 0.1, 0]).Points, Close);
    }

    [Fact]
    public void Yes_and_no_and_what_would_not_fit_stay()
    {
        Goalposts binary = Goalposts.Binary(20, 80), edge = Goalposts.Linear(-8e307, 8e307);
        Assert.Same(binary, binary.Moved([0.2, 0.2, 0.2, 0.2]));
        Assert.Same(edge, edge.Moved([-0.25, 0.25, 0, 0])); // a distance that is no number any more
    }

    /// <summary>Each rule of each shape alone.</summary>
    [Fact]
    public void The_last_points_that_fit()
    {
        Assert.Equal(2, new Goalposts(GoalpostShape.Binary, [0, 100]).Points.Count);
        Assert.Equal(2, new Goalposts(GoalpostShape.Binary, [100, 0]).Points.Count);
        Assert.Equal(4, new Goalposts(GoalpostShape.Band, [0, 1, 1, 2]).Points.Count);
        Assert.Equal(2, Goalposts.Logarithmic(double.Epsilon, 2 * double.Epsilon).Points.Count);
        foreach (double[] points in (double[][])[[-0.001, 50], [50, -0.001], [100.001, 50], [50, 50], [0, 50, 100]])
        {
            Assert.Throws<ArgumentException>(() => new Goalposts(GoalpostShape.Binary, [.. points]));
        }

        foreach (double[] points in (double[][])[[-1, 8], [-8, -1], [1, 0], [0, 1], [1, 2, 4], [1]])
        {
            Assert.Throws<ArgumentException>(() => new Goalposts(GoalpostShape.Logarithmic, [.. points]));
        }

        foreach (double[] points in (double[][])[[1, 1, 2, 3], [2, 1, 2, 3], [0, 3, 2, 4], [0, 1, 3, 3], [0, 1, 3, 2], [0, 1, 2, 3, 4], [0, 1, 2, double.NaN]])
        {
            Assert.Throws<ArgumentException>(() => new Goalposts(GoalpostShape.Band, [.. points]));
        }
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;
}
