using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Says why mentees got no mentor: nobody may be chosen, all are taken, or the objective has no use for the pair.</summary>
internal static class MentoringReasons
{
    public const string NoMentor = "mentoring.no-mentor", Taken = "mentoring.taken", NoGain = "mentoring.no-gain";

    public static ValueList<UnmatchedPerson> Of(MentoringMarket market, List<int> made, int[] alone)
    {
        int[] left = [.. market.MentorPlaces];
        foreach (int choice in made)
        {
            left[market.MentorOf[choice]]--;
        }

        HashSet<int> asked = [.. alone];
        ILookup<int, int> possible = Enumerable.Range(0, market.Choices.Count)
            .Where(c => asked.Contains(market.MenteeOf[c]) && market.MentorPlaces[market.MentorOf[c]] > 0).ToLookup(c => market.MenteeOf[c], c => market.MentorOf[c]);
        return alone.Select(mentee =>
        {
            int[] mentors = [.. possible[mentee]];
            Reason why = mentors.Length == 0 ? new(NoMentor, "There is no mentor with a place whom they may have.")
                : Array.Exists(mentors, m => left[m] > 0) ? new(NoGain, "A mentor has a place, and the pair would add nothing to the total.")
                : new(Taken, mentors.Length == 1 ? "The one mentor whom they may have has no place left." : $"None of the {mentors.Length} mentors whom they may have has a place left.");
            return new UnmatchedPerson(market.Mentees[mentee], [why, .. market.InTheWay(market.Mentees[mentee])], []);
        }).ToValueList();
    }
}
