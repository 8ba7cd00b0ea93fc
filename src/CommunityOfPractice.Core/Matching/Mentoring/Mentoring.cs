using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Assigns mentees to mentors by any of four objectives, each with a check, and tells what each costs by the measure of the others.</summary>
/// <remarks>
/// <para>Stable: deferred acceptance with the mentees proposing. Where each mentee wants one mentor nobody gains by ranking untruly (law 54). Of equal scores the lot of the market decides, so the
/// result is stable for that order.</para>
/// <para>The others: a flow of greatest weight (<see cref="CapacitatedAssignment"/>); MaxMin looks for the highest least score by halving. Time O(flow · log choices).</para>
/// </remarks>
public static class Mentoring
{
    /// <summary>Finds the best assignment by an objective.</summary>
    /// <param name="market">The market.</param>
    /// <param name="objective">What makes an assignment better.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="objective"/> is not defined.</exception>
    public static MentoringResult Assign(MentoringMarket market, MentoringObjective objective)
    {
        ArgumentNullException.ThrowIfNull(market);
        Defined.Check(objective);
        return objective switch
        {
            MentoringObjective.Stable => Stable(market),
            MentoringObjective.MaxMin => MaxMin(market),
            _ => Flow(market, objective, 0),
        };
    }

    /// <summary>Finds the best assignment by each objective, so that what each costs by the others can be seen side by side.</summary>
    /// <param name="market">The market.</param>
    /// <returns>One for each objective, in their order: score lost by stability is the total of the first against that of the second, and so on.</returns>
    public static ValueList<MentoringResult> Compare(MentoringMarket market) => Enum.GetValues<MentoringObjective>().Select(o => Assign(market, o)).ToValueList();

    private static MentoringResult Stable(MentoringMarket market)
    {
        List<int> made = ManyToManyAcceptance.Run(market);
        return ResultOf(market, MentoringObjective.Stable, made, BlockingPairs.Count(market, made) == 0 && FitsPlaces(market, made), "No mentee and mentor would both rather have each other.");
    }

    private static MentoringResult MaxMin(MentoringMarket market)
    {
        int most = Flow(market, MentoringObjective.MaxParticipationThenTotal, 0).Pairs.Count;
        int[] scores = [.. market.Choices.Select(c => c.Total).Distinct().Order()];
        int low = 0, high = scores.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            bool enough = Flow(market, MentoringObjective.MaxParticipationThenTotal, scores[middle]).Pairs.Count == most;
            (low, high) = enough ? (middle, high) : (low, middle - 1);
        }

        MentoringResult best = Flow(market, MentoringObjective.MaxMin, scores.Length == 0 ? 0 : scores[low]);
        bool tight = low + 1 >= scores.Length || Flow(market, MentoringObjective.MaxParticipationThenTotal, scores[low + 1]) is { Verified: true } above && above.Pairs.Count < most;
        return best with { Verified = best.Verified && (most == 0 || tight) };
    }

    /// <summary>The flow of greatest weight among the pairs with at least a score.</summary>
    private static MentoringResult Flow(MentoringMarket market, MentoringObjective objective, int least)
    {
        int[] used = [.. Enumerable.Range(0, market.Choices.Count).Where(c => market.Choices[c].Total >= least)];
        bool mostPairs = objective != MentoringObjective.MaxTotal;
        CapacityProblem problem = CapacityProblem.FromPairs(
            market.MenteePlaces, market.MentorPlaces, [.. used.Select(c => market.MenteeOf[c])], [.. used.Select(c => market.MentorOf[c])], [.. used.Select(c => (long)market.Choices[c].Total)]);
        CapacityAssignment found = CapacitatedAssignment.Of(problem, mostPairs);
        HashSet<(int, int)> pairs = [];
        for (int i = 0; i < found.Rows.Length; i++)
        {
            pairs.Add((found.Rows[i], found.Columns[i]));
        }

        List<int> made = [.. used.Where(c => pairs.Contains((market.MenteeOf[c], market.MentorOf[c])))];
        string claim = objective switch
        {
            MentoringObjective.MaxTotal => "No assignment has a greater total score.",
            MentoringObjective.MaxMin => "No assignment has more pairs, or as many with a higher least score, or the same with a greater total score.",
            _ => "No assignment has more pairs, or as many with a greater total score.",
        };
        return ResultOf(market, objective, made, CapacitatedAssignment.Verify(problem, found, mostPairs).IsProven, claim);
    }

    private static bool FitsPlaces(MentoringMarket market, List<int> made) =>
        made.GroupBy(c => market.MenteeOf[c]).All(g => g.Count() <= market.MenteePlaces[g.Key]) && made.GroupBy(c => market.MentorOf[c]).All(g => g.Count() <= market.MentorPlaces[g.Key]);

    private static MentoringResult ResultOf(MentoringMarket market, MentoringObjective objective, List<int> made, bool verified, string claim)
    {
        ValueList<MentoringChoice> pairs = made.Select(c => market.Choices[c]).OrderBy(c => c.Mentee).ThenBy(c => c.Mentor).ToValueList();
        int[] alone = [.. Enumerable.Range(0, market.Mentees.Length).Where(m => market.MenteePlaces[m] > 0).Except(made.Select(c => market.MenteeOf[c])).OrderBy(m => market.Mentees[m])];
        return new(
            objective,
            pairs,
            alone.Select(m => market.Mentees[m]).ToValueList(),
            pairs.Sum(p => (long)p.Total),
            pairs.Count == 0 ? null : pairs.Min(p => p.Total),
            BlockingPairs.Count(market, made),
            verified,
            claim) { Explained = MentoringReasons.Of(market, made, alone) };
    }
}
