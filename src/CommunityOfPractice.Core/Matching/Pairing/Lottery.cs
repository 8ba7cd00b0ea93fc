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
            Proof(pool, fixedGuests, enough ? seated : [], alone));
    }

    /// <summary>Counts again: nobody who could have had a seat was in a group less often than somebody who was drawn.</summary>
    internal static PairingCertificate Proof(PairingPool pool, HashSet<PersonId> fixedGuests, List<int> seated, List<int> alone)
    {
        List<string> faults = [];
        foreach (int person in alone)
        {
            foreach (int drawn in seated)
            {
                bool could = !fixedGuests.Contains(pool.People[drawn].Person) && seated.TrueForAll(s => s == drawn || pool.Allows(s, person));
                if (could && pool.Memory.Groups(pool.People[person].Person) < pool.Memory.Groups(pool.People[drawn].Person))
                {
                    faults.Add($"{pool.People[person].Person} was in fewer groups than {pool.People[drawn].Person}.");
                }
            }
        }

        return new(faults.Count == 0, "Seats went to those who were in a group least often and may sit beside those drawn before, by lot among equals.", 0, 0, faults.ToValueList());
    }
}
