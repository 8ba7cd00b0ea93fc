using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The fixed values between which a measured value is scored from 0 to 100; beyond them the score is clamped.</summary>
/// <remarks>
/// Immutable and compared by value. Fixed goalposts, and not the smallest and largest value at hand, keep one community's score
/// independent of all others. Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), chapter on normalisation.
/// </remarks>
public sealed record Goalposts
{
    /// <summary>The score halfway between goalposts: neither weak nor strong.</summary>
    internal const double Middle = 50;

    /// <summary>Creates goalposts.</summary>
    /// <param name="shape">How the value runs between the points.</param>
    /// <param name="points">
    /// In the unit of the value. Two different points for <see cref="GoalpostShape.Linear"/> and
    /// <see cref="GoalpostShape.Logarithmic"/> (where they are positive); four that do not fall, the first below the second and the
    /// third below the fourth, for <see cref="GoalpostShape.Band"/>; two different scores from 0 to 100 for
    /// <see cref="GoalpostShape.Binary"/>. Their distance, or their ratio for the logarithm, fits a double.
    /// </param>
    /// <exception cref="ArgumentException">The points do not fit the shape.</exception>
    [JsonConstructor]
    public Goalposts(GoalpostShape shape, ValueList<double> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (!Fit(shape, points))
        {
            throw new ArgumentException($"The points {points} do not make goalposts of the shape {shape}.", nameof(points));
        }

        Shape = shape;
        Points = points;
    }

    /// <summary>Gets how the value runs between the points.</summary>
    /// <value>A defined shape.</value>
    public GoalpostShape Shape { get; }

    /// <summary>Gets the points.</summary>
    /// <value>Two or four, in the unit of the value; for <see cref="GoalpostShape.Binary"/> two scores.</value>
    [JsonConverter(typeof(ValueListJsonConverter<double>))]
    public ValueList<double> Points { get; }

    /// <summary>Makes goalposts that run in a straight line.</summary>
    /// <param name="zero">The value that scores 0.</param>
    /// <param name="hundred">The value that scores 100; below <paramref name="zero"/> when less is better.</param>
    /// <returns>The goalposts.</returns>
    /// <exception cref="ArgumentException">The two are equal or not finite.</exception>
    public static Goalposts Linear(double zero, double hundred) => new(GoalpostShape.Linear, [zero, hundred]);

    /// <summary>Makes goalposts that run along the logarithm.</summary>
    /// <param name="zero">The positive value that scores 0.</param>
    /// <param name="hundred">The positive value that scores 100.</param>
    /// <returns>The goalposts.</returns>
    /// <exception cref="ArgumentException">The two are equal, not positive or not finite.</exception>
    public static Goalposts Logarithmic(double zero, double hundred) => new(GoalpostShape.Logarithmic, [zero, hundred]);

    /// <summary>Makes goalposts between which 100 is scored, such as for a share of which neither too little nor too much is good.</summary>
    /// <param name="low">Up to this value the score is 0.</param>
    /// <param name="from">From this value on it is 100.</param>
    /// <param name="until">Up to this value it is 100.</param>
    /// <param name="high">From this value on it is 0.</param>
    /// <returns>The goalposts.</returns>
    /// <exception cref="ArgumentException">The values fall, the first two or the last two are equal, or one is not finite.</exception>
    public static Goalposts Band(double low, double from, double until, double high) => new(GoalpostShape.Band, [low, from, until, high]);

    /// <summary>Makes goalposts for a yes (a value above zero) or a no.</summary>
    /// <param name="no">The score of a no, from 0 to 100.</param>
    /// <param name="yes">The score of a yes, from 0 to 100.</param>
    /// <returns>The goalposts.</returns>
    /// <exception cref="ArgumentException">The two are equal or no scores.</exception>
    public static Goalposts Binary(double no, double yes) => new(GoalpostShape.Binary, [no, yes]);

    /// <summary>Returns the score of a value.</summary>
    /// <param name="value">A finite value.</param>
    /// <returns>From 0 to 100; monotone between the points.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public Score ScoreOf(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite value can be scored.");
        }

        double share = Shape switch
        {
            GoalpostShape.Logarithmic => value <= 0
                ? (Points[0] < Points[1] ? 0 : 1)
                : Math.Log(value / Points[0]) / Math.Log(Points[1] / Points[0]),
            GoalpostShape.Binary => (value > 0 ? Points[1] : Points[0]) / 100,
            GoalpostShape.Band => Math.Min((value - Points[0]) / (Points[1] - Points[0]), (Points[3] - value) / (Points[3] - Points[2])),
            _ => (value - Points[0]) / (Points[1] - Points[0]),
        };
        return new Score(Math.Clamp(share, 0, 1) * 100);
    }

    /// <summary>Returns the value that has a score; where the score is 0 or 100, the goalpost itself.</summary>
    /// <param name="score">From 0 to 100.</param>
    /// <param name="from">The value as it is: for a band, the side that it lies on.</param>
    internal double ValueOf(double score, double from)
    {
        double share = score / 100;
        return Shape switch
        {
            GoalpostShape.Logarithmic => Points[0] * Math.Pow(Points[1] / Points[0], share),
            GoalpostShape.Binary => score > Math.Min(Points[0], Points[1]) == Points[1] > Points[0] ? 1 : 0, // the better answer where the worse one is not enough
            GoalpostShape.Band when from > Points[2] => Points[3] - (share * (Points[3] - Points[2])),
            _ => Points[0] + (share * (Points[1] - Points[0])),
        };
    }

    /// <summary>Returns the goalposts with each point moved by a part of the distance to its neighbour.</summary>
    /// <param name="moves">One for each point, above -0.5 and below 0.5.</param>
    internal Goalposts Moved(ReadOnlySpan<double> moves)
    {
        if (Shape == GoalpostShape.Binary)
        {
            return this; // yes and no have no distance
        }

        double[] points = [.. Points];
        for (int flank = 0; flank < points.Length; flank += 2)
        {
            (double first, double second) = (Points[flank], Points[flank + 1]);
            bool logarithmic = Shape == GoalpostShape.Logarithmic;
            points[flank] = logarithmic ? first * Math.Pow(second / first, moves[flank]) : first + (moves[flank] * (second - first));
            points[flank + 1] = logarithmic ? second * Math.Pow(second / first, moves[flank + 1]) : second + (moves[flank + 1] * (second - first));
        }

        if (points.Length == 4 && points[1] > points[2])
        {
            points[1] = points[2] = points[1] + ((points[2] - points[1]) / 2);
        }

        ValueList<double> moved = [.. points];
        return Fit(Shape, moved) ? new(Shape, moved) : this;
    }

    private static bool Fit(GoalpostShape shape, ValueList<double> points) => points.All(double.IsFinite) && shape switch
    {
        GoalpostShape.Linear => points.Count == 2 && points[0] != points[1] && double.IsFinite(points[1] - points[0]),
        GoalpostShape.Logarithmic => points.Count == 2 && points[0] != points[1] && points[0] > 0 && points[1] / points[0] is > 0 and < double.PositiveInfinity,
        GoalpostShape.Binary => points.Count == 2 && points[0] != points[1] && points.All(p => p is >= 0 and <= 100),
        GoalpostShape.Band => points.Count == 4 && points[0] < points[1] && points[1] <= points[2] && points[2] < points[3]
            && double.IsFinite(points[1] - points[0]) && double.IsFinite(points[3] - points[2]),
        _ => false,
    };
}
