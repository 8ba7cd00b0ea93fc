namespace CommunityOfPractice.Core.Matching;

/// <summary>How many groups of which sizes: they differ by at most one and add up to everybody.</summary>
internal static class GroupSizes
{
    /// <summary>The sizes nearest to the one aimed at, none below three while there are three people; larger ones first.</summary>
    public static int[] Of(int people, int aim)
    {
        if (people < 3)
        {
            return [];
        }

        int best = 1;
        for (int groups = Math.Max(1, (people / aim) - 1); groups <= people / 3; groups++)
        {
            if (Distance(groups) < Distance(best))
            {
                best = groups;
            }
        }

        return [.. Enumerable.Range(0, best).Select(g => (people / best) + (g < people % best ? 1 : 0))];

        double Distance(int groups) => Math.Abs(((double)people / groups) - aim);
    }
}
