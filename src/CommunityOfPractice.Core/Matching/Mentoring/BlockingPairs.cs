namespace CommunityOfPractice.Core.Matching;

/// <summary>Counts mentees and mentors who would both rather have each other than what they got; looks at the market and the pairs alone.</summary>
internal static class BlockingPairs
{
    public static int Count(MentoringMarket market, IReadOnlyCollection<int> made)
    {
        HashSet<int> pairs = [.. made];
        ILookup<int, int> ofMentee = made.ToLookup(c => market.MenteeOf[c]), ofMentor = made.ToLookup(c => market.MentorOf[c]);
        return Enumerable.Range(0, market.Choices.Count).Count(choice =>
        {
            int mentee = market.MenteeOf[choice], mentor = market.MentorOf[choice];
            return !pairs.Contains(choice)
                && market.MenteePlaces[mentee] > 0 && market.MentorPlaces[mentor] > 0
                && (ofMentee[mentee].Count() < market.MenteePlaces[mentee] || ofMentee[mentee].Any(c => PrefersAsMentee(choice, c)))
                && (ofMentor[mentor].Count() < market.MentorPlaces[mentor] || ofMentor[mentor].Any(c => PrefersAsMentor(choice, c)));
        });

        bool PrefersAsMentee(int one, int other) =>
            (market.Choices[one].MenteeScore, -market.MentorOf[one]).CompareTo((market.Choices[other].MenteeScore, -market.MentorOf[other])) > 0;

        bool PrefersAsMentor(int one, int other) =>
            (market.Choices[one].MentorScore, -market.MenteeOf[one]).CompareTo((market.Choices[other].MentorScore, -market.MenteeOf[other])) > 0;
    }
}
