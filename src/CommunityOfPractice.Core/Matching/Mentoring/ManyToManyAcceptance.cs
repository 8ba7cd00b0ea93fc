namespace CommunityOfPractice.Core.Matching;

/// <summary>Deferred acceptance in which proposers too have several places: each goes on proposing down its ranking until as many hold it as it has places.</summary>
/// <remarks>With preferences over single partners the result is pairwise stable and the best stable one for every proposer; Roth (1984), Stability and polarization of interests in job matching,
/// Econometrica 52, 47-57. With one place for each proposer it is that of Gale and Shapley. Each choice is proposed once at most: time O(choices · places).</remarks>
internal static class ManyToManyAcceptance
{
    /// <summary>The choices that are made, by number.</summary>
    public static List<int> Run(MentoringMarket market)
    {
        int[][] rankings = [.. Enumerable.Range(0, market.Mentees.Length).Select(_ => Array.Empty<int>())];
        foreach (IGrouping<int, int> own in Enumerable.Range(0, market.Choices.Count).GroupBy(c => market.MenteeOf[c]))
        {
            rankings[own.Key] = [.. own.OrderByDescending(c => market.Choices[c].MenteeScore).ThenBy(c => market.MentorOf[c])];
        }

        List<int>[] held = [.. market.Mentors.Select(_ => new List<int>())];
        int[] next = new int[rankings.Length], has = new int[rankings.Length];
        Stack<int> proposing = new(Enumerable.Range(0, rankings.Length));
        while (proposing.TryPop(out int mentee))
        {
            while (has[mentee] < market.MenteePlaces[mentee] && next[mentee] < rankings[mentee].Length)
            {
                int choice = rankings[mentee][next[mentee]++];
                List<int> places = held[market.MentorOf[choice]];
                places.Add(choice);
                has[mentee]++;
                if (places.Count > market.MentorPlaces[market.MentorOf[choice]])
                {
                    int worst = places.MinBy(c => (market.Choices[c].MentorScore, -market.MenteeOf[c]));
                    places.Remove(worst);
                    has[market.MenteeOf[worst]]--;
                    proposing.Push(market.MenteeOf[worst]);
                }
            }
        }

        return [.. held.SelectMany(h => h).Order()];
    }
}
