using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How far what is known about one topic is drawn towards what is known about all: an empirical Bayes estimate.</summary>
/// <remarks>
/// Accepted answers on a topic are taken as draws from shares of that topic, and these as draws from a Dirichlet distribution around everybody's overall shares with concentration k: k answers
/// on a topic count as much as the overall share. The k returned has the greatest posterior: the likelihood is that of the Dirichlet-multinomial distribution (Minka 2000, Estimating a Dirichlet
/// distribution), the prior of ln k is normal around ln 20 with a deviation of ln 10. Only accepted answers count, as a question has one of them at most: of several answers to one question no
/// two are by the same person, so they are no independent draws.
/// </remarks>
internal static class TopicShrinkage
{
    private const double Usual = 20, Least = 0.1, Most = 1e5;
    private const int Halvings = 40;

    /// <summary>Estimates k.</summary>
    /// <param name="counts">For each person on each topic the accepted answers and the overall share, above 0; in any order.</param>
    /// <param name="totals">For each topic its accepted answers; in any order.</param>
    /// <returns>From 0.1 to 100,000; 20 without data. Time O(40 · answers).</returns>
    public static double Of(IEnumerable<(int Count, double Share)> counts, IEnumerable<int> totals)
    {
        (int Count, double Share)[] parts = [.. counts.Order()];
        int[] wholes = [.. totals.Order()];
        double low = PortableMath.Log(Least), high = PortableMath.Log(Most);
        double deviation = PortableMath.Log(10), centre = PortableMath.Log(Usual);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            double k = PortableMath.Exp(middle);
            double slope = (k * Slope(parts, wholes, k)) - ((middle - centre) / (deviation * deviation));
            (low, high) = slope > 0 ? (middle, high) : (low, middle);
        }

        return PortableMath.Exp((low + high) / 2);
    }

    /// <summary>The derivative of the log likelihood by k.</summary>
    private static double Slope((int Count, double Share)[] parts, int[] wholes, double k)
    {
        double slope = 0;
        foreach ((int count, double share) in parts)
        {
            slope += share * Reciprocals(k * share, count);
        }

        foreach (int count in wholes)
        {
            slope -= Reciprocals(k, count);
        }

        return slope;
    }

    /// <summary>1/a + 1/(a + 1) + … with as many terms as said: the difference of two digamma values.</summary>
    private static double Reciprocals(double a, int terms)
    {
        double sum = 0;
        for (int i = 0; i < terms; i++)
        {
            sum += 1 / (a + i);
        }

        return sum;
    }
}
