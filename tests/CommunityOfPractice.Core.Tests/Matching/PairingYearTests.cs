using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>What must hold in 52 weekly rounds of 101 people who come, go, take breaks and block each other; the figures beside shuffling come from the benchmark program.</summary>
public sealed class PairingYearTests
{
    [Fact]
    public void AYear_HasNoRepeat_NoTrioTwiceRunning_NobodyLeftOut_AndNoBlockBroken()
    {
        Random random = new(101);
        List<Participant> people = [.. Enumerable.Range(0, 101).Select(Born)];
        List<PastMeeting> history = [];
        HashSet<PersonId> last = [];
        HashSet<(PersonId, PersonId)> met = [];
        for (int week = 0; week < 52; week++)
        {
            DateTimeOffset at = PairingWorld.At.AddDays(7 * week);
            people.RemoveAt(random.Next(people.Count));
            people.Add(Born(101 + week));
            people = [.. people.Select(p => random.Next(25) == 0 ? p with { PausedUntil = at.AddDays(7 * random.Next(1, 5)) } : p)];
            PairingRound round = PairingPlanner.Plan(new(people, at, (ulong)week) { History = history });

            Assert.True(round.Certificate.Verified);
            Assert.Equal(people.Where(p => p.PausedUntil > at).Select(p => p.Person).Order(), round.Unmatched.Select(u => u.Person));
            HashSet<PersonId> trio = [.. round.Groups.Where(g => g.People.Count == 3).SelectMany(g => g.People)];
            Assert.False(trio.Overlaps(last));
            foreach (PairingGroup group in round.Groups)
            {
                Participant[] members = [.. group.People.Select(id => people.Single(p => p.Person == id))];
                Assert.All(members, a => Assert.All(members, b => Assert.DoesNotContain(b.Person, a.Blocks)));
                Assert.All(members, a => Assert.All(members, b => Assert.True(a.Person.CompareTo(b.Person) >= 0 || met.Add((a.Person, b.Person)))));
            }

            last = trio;
            history.AddRange(round.ToHistory());
        }
    }

    private static Participant Born(int number) => PairingWorld.Free1(number) with
    {
        Blocks = number % 10 == 0 ? [PairingWorld.Id(number + 3)] : [],
        Attributes = new() { Department = $"d{number % 6}", Location = $"l{number % 3}" },
    };
}
