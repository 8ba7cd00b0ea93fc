namespace CommunityOfPractice.Core.Statistics;

/// <summary>A statistic of data in which each cluster may stand several times or not at all.</summary>
/// <param name="times">For each cluster how often it stands there; zero or more each. In the data as observed every cluster stands there once.</param>
/// <returns>A finite number; null when the statistic has no value for such data.</returns>
/// <remarks>Pure, and safe to call from several threads at once when more than one is asked for.</remarks>
public delegate double? ClusterStatistic(ReadOnlySpan<int> times);
