namespace CommunityOfPractice.Core.Health;

/// <summary>What counts in a score: the dimensions that have one, and in them the indicators that have one.</summary>
internal sealed record Standing(IReadOnlyList<StandingDimension> Dimensions)
{
    private Composite Composite => new([.. Dimensions.Select(d => d.Weight)], [.. Dimensions.Select(d => d.Indicators.Select(i => i.Weight).ToArray())]);

    /// <summary>The score.</summary>
    public double Score => Composite.Score(Scores);

    private double[][] Scores => [.. Dimensions.Select(d => d.Indicators.Select(i => i.Score).ToArray())];

    public static Standing Of(IEnumerable<DimensionResult> dimensions, IReadOnlyList<IndicatorResult> results) => new(
        [.. dimensions.Where(d => d.Score is not null).Select(d => new StandingDimension(
            d.Id,
            d.Weight,
            d.Score!.Value,
            [.. results.Where(r => r.Dimension == d.Id && r.Score is not null).Select(r => new StandingIndicator(r.Info.Id, r.Weight, r.Score!.Value))]))]);

    /// <summary>The same, with everything at one score.</summary>
    public Standing At(double score) => new(
        [.. Dimensions.Select(d => d with { Score = score, Indicators = [.. d.Indicators.Select(i => i with { Score = score })] })]);

    /// <summary>The score with one indicator at another.</summary>
    public double With(string indicator, double score) =>
        Composite.Score([.. Dimensions.Select(d => d.Indicators.Select(i => i.Id == indicator ? score : i.Score).ToArray())]);

    /// <summary>What each indicator adds to the difference between this score and another one; together exactly that difference.</summary>
    /// <remarks>
    /// What counts on one side only is taken, on the other, to stand where it changes nothing: an indicator at the score of its dimension there, and the indicators of a
    /// dimension at the score as a whole. Renormalised weights and these stand-ins give the same dimension and score, so the split stays exact.
    /// </remarks>
    public Dictionary<string, double> Against(Standing other)
    {
        Standing now = Widened(other), then = other.Widened(this);
        double[][] parts = now.Composite.Contributions(now.Scores, then.Scores);
        return now.Dimensions.SelectMany((d, place) => d.Indicators.Zip(parts[place])).ToDictionary(p => p.First.Id, p => p.Second);
    }

    /// <summary>This one, with what only the other has added where it changes nothing; sorted by id.</summary>
    private Standing Widened(Standing other)
    {
        double score = Score;
        IEnumerable<StandingDimension> own = Dimensions.Select(d => d.Widened(other.Dimensions.FirstOrDefault(o => o.Id == d.Id)));
        IEnumerable<StandingDimension> added = other.Dimensions.Where(o => Dimensions.All(d => d.Id != o.Id))
            .Select(o => o with { Score = score, Indicators = [.. o.Indicators.Select(i => i with { Score = score }).OrderBy(i => i.Id, StringComparer.Ordinal)] });
        return new([.. own.Concat(added).OrderBy(d => d.Id, StringComparer.Ordinal)]);
    }
}

/// <summary>A dimension that counts.</summary>
internal sealed record StandingDimension(string Id, double Weight, double Score, IReadOnlyList<StandingIndicator> Indicators)
{
    public StandingDimension Widened(StandingDimension? other)
    {
        IEnumerable<StandingIndicator> added = (other?.Indicators ?? []).Where(o => Indicators.All(i => i.Id != o.Id)).Select(o => o with { Score = Score });
        return this with { Indicators = [.. Indicators.Concat(added).OrderBy(i => i.Id, StringComparer.Ordinal)] };
    }
}

/// <summary>An indicator that counts.</summary>
internal sealed record StandingIndicator(string Id, double Weight, double Score);
