namespace CommunityOfPractice.Core.Health;

/// <summary>What one indicator would have to score for the whole score to rise by so much.</summary>
internal static class Counterfactual
{
    /// <summary>
    /// The score needed: the dimension must come to <c>D·((G + gain)/G)^(1/w)</c> (floored at 1 as everywhere), and the indicator makes up the difference by itself.
    /// </summary>
    /// <returns>A score; above 100 when the indicator alone cannot do it.</returns>
    public static double Needed(Standing now, string indicator, double gain)
    {
        StandingDimension dimension = now.Dimensions.First(d => d.Indicators.Any(i => i.Id == indicator));
        StandingIndicator own = dimension.Indicators.First(i => i.Id == indicator);
        double score = now.Score, weight = dimension.Weight / now.Dimensions.Sum(d => d.Weight);
        double needed = Math.Max(Composite.Floor, dimension.Score) * Math.Pow((score + gain) / score, 1 / weight);
        return own.Score + ((needed - dimension.Score) * dimension.Indicators.Sum(i => i.Weight) / own.Weight);
    }
}
