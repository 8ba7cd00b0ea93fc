namespace CommunityOfPractice.Core.Matching;

/// <summary>How good recommendations were, over many cases.</summary>
/// <remarks>Immutable and compared by value. Null where it is undefined; no mean counts a case without anything relevant.</remarks>
/// <param name="K">How many places were looked at.</param>
/// <param name="Cases">How many cases had something relevant.</param>
/// <param name="Undefined">How many had nothing relevant, and were left out.</param>
/// <param name="Recall">The mean share of the relevant items that were among the first k.</param>
/// <param name="Precision">The mean share of k places that were relevant; places that were not filled count as misses.</param>
/// <param name="ReciprocalRank">The mean of one through the place of the first relevant item among the first k; 0 where there is none.</param>
/// <param name="Ndcg">The mean of the discounted gain through the best one possible.</param>
/// <param name="Coverage">The share of the catalogue that was recommended to somebody, over all cases.</param>
/// <param name="ExposureGini">How unequally the catalogue was recommended, over all cases: 0 for all alike, near 1 for few that get all (raw Gini).</param>
/// <param name="Variety">The mean dissimilarity of two items of one list, over the lists with at least two; null when no similarity was given.</param>
public sealed record RankingEvaluation(
    int K, int Cases, int Undefined, double? Recall, double? Precision, double? ReciprocalRank, double? Ndcg, double? Coverage, double? ExposureGini, double? Variety);
