using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Draws the seats of one group among those who were in a group least often, by lot among equals; fixed guests first.</summary>
internal static class Lottery
{
    public static PairSolution Draw(PairingPool pool)
    {
        HashSet<PersonId> fixedGuests = [.. pool.Request.Rules.FixedGuests];
        List<int> seated = [];
        List<int> alone = [];
        foreach (int person in Enumerable.Range(0, pool.Count).OrderBy(p => fixedGuests.Contains(pool.People[p].Person) ? 0 : 1).ThenBy(p => pool.Memory.Groups(pool.People[p].Person)))
        {
            (seated.Count < pool.Request.Rules.GroupSize && seated.TrueForAll(s => pool.Allows(s, person)) ? seated : alone).Add(person);
        }

        bool enough = seated.Count >= 2;
        return new(
            enough ? [[.. seated]] : [],
            enough ? alone : [.. Enumerable.Range(0, pool.Count)],
            new(true, "Seats went to those who were in a group least often, by lot among equals.", 0, 0, []));
    }
}
