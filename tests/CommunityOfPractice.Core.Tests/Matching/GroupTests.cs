using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class GroupTests
{
    [Fact]
    [Trait("Law", "52")]
    public void Law52_SizesDifferByOneAtMost_AndAddUp()
    {
        for (int people = 0; people < 200; people++)
        {
            for (int aim = 3; aim <= 8; aim++)
            {
                int[] sizes = GroupSizes.Of(people, aim);
                Assert.Equal(people < 3 ? 0 : people, sizes.Sum());
                Assert.True(sizes.Length == 0 || (sizes.Max() - sizes.Min() <= 1 && sizes.Min() >= 3 && (people < 12 || sizes.Max() <= aim + 2)));
            }
        }
    }

    [Fact]
    [Trait("Law", "52")]
    public void Law52_FewPeople_TheSearchFindsABestDivision_WithinTheBound()
    {
        Random random = new(52);
        for (int i = 0; i < 12; i++)
        {
            int count = random.Next(6, 12);
            int[] sizes = GroupSizes.Of(count, random.Next(3, 5));
            long[] table = Table(random, count, random.Next(2) == 0);
            (int[] groupOf, long found) = GroupSearch.Best(table, sizes, (ulong)i, 1000);

            Assert.Equal(sizes.Order(), groupOf.GroupBy(g => g).Select(g => g.Count()).Order());
            Assert.Equal(GroupSearch.ValueOf(table, groupOf), found);
            Assert.Equal(Best(table, count, sizes), found);
            Assert.True(found <= GroupBound.Of(table, count, sizes));
        }
    }

    [Fact]
    public void Groups_RotateTheirHosts_AndAvoidRepeats()
    {
        PairingRules rules = PairingWorld.Free with { Format = PairingFormat.Groups, GroupSize = 4 };
        List<PastMeeting> history = [];
        Dictionary<PersonId, int> hosted = [];
        for (int round = 0; round < 4; round++)
        {
            PairingRound made = PairingPlanner.Plan(new(PairingWorld.FreePeople(16), PairingWorld.At.AddDays(7 * round), 9) { Rules = rules, History = history });
            Assert.Equal([4, 4, 4, 4], made.Groups.Select(g => g.People.Count));
            Assert.True(round == 3 || made.Groups.Sum(g => g.Repeats) == 0); // after two rounds there is always a third (a Latin square), but not always a fourth
            foreach (PairingGroup group in made.Groups)
            {
                hosted[group.Host!.Value] = hosted.GetValueOrDefault(group.Host.Value) + 1;
            }

            history.AddRange(made.ToHistory());
        }

        Assert.InRange(hosted.Count, 13, 16); // four rounds of four hosts: few are asked twice, nobody more often
        Assert.InRange(hosted.Values.Max(), 1, 2);
    }

    [Fact]
    public void WhoFitsInNoGroup_IsLeftOut_WithReasons()
    {
        List<Participant> people = [.. PairingWorld.FreePeople(7).Select((p, i) => p with { Attributes = new() { Languages = [i == 0 ? "fr" : "en"] } })];
        PairingRound round = PairingPlanner.Plan(new(people, PairingWorld.At, 1) { Rules = PairingRules.Default with { Format = PairingFormat.Groups, GroupSize = 3 } });

        UnmatchedPerson alone = Assert.Single(round.Unmatched);
        Assert.Equal((PairingWorld.Id(0), "person.no-partner"), (alone.Person, alone.Reasons[0].Code));
        Assert.Equal(["pair.no-common-language"], alone.Relaxation);
        Assert.Equal([3, 3], round.Groups.Select(g => g.People.Count));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void ManyPeople_AreDividedInParts()
    {
        PairingRound round = PairingPlanner.Plan(new(Enumerable.Range(0, 1001).Select(i => new Participant(new($"p{i}")) { OptedIn = true }), PairingWorld.At, 1) { Rules = PairingWorld.Free with { Format = PairingFormat.Groups, GroupSize = 5 } });

        Assert.Equal(1001, round.Groups.Sum(g => g.People.Count));
        Assert.All(round.Groups, g => Assert.InRange(g.People.Count, 5, 6));
        Assert.True(round.Certificate.Verified, string.Join(" ", round.Certificate.Faults));
    }

    private static long[] Table(Random random, int count, bool forbidden)
    {
        long[] table = new long[count * count];
        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < one; other++)
            {
                table[(one * count) + other] = table[(other * count) + one] = forbidden && random.Next(5) == 0 ? -100_000 : random.Next(1000);
            }
        }

        return table;
    }

    private static long Best(long[] table, int count, int[] sizes)
    {
        int[] groupOf = new int[count], left = [.. sizes];
        long best = long.MinValue;
        Place(0, 0);
        return best;

        void Place(int person, long value)
        {
            if (person == count)
            {
                best = Math.Max(best, value);
                return;
            }

            bool empty = false;
            for (int group = 0; group < sizes.Length; group++)
            {
                bool isEmpty = left[group] == sizes[group];
                if (left[group] == 0 || (isEmpty && empty && group > 0 && sizes[group] == sizes[group - 1] && left[group - 1] == sizes[group - 1]))
                {
                    continue; // of equal empty groups the first stands for all
                }

                empty |= isEmpty;
                left[group]--;
                groupOf[person] = group;
                Place(person + 1, value + Enumerable.Range(0, person).Where(p => groupOf[p] == group).Sum(p => table[(person * count) + p]));
                left[group]++;
            }
        }
    }
}
