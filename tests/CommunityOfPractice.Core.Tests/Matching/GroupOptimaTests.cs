using CommunityOfPractice.Core.Matching;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>Divisions that a solver of integer programs (HiGHS, by scipy 1.10, on the partition into sets) proved to be the best ones; points from a stateless hash.</summary>
public sealed class GroupOptimaTests
{
    private const int Never = int.MinValue;

    [Theory]
    [InlineData("uniform", 36, 36, 3, 31154)]
    [InlineData("uniform", 102, 33, 3, 29095)]
    [InlineData("uniform", 201, 32, 4, 38786)]
    [InlineData("topics", 36, 36, 3, 24650)]
    [InlineData("topics", 36, 32, 4, 31300)]
    [InlineData("steps", 36, 33, 3, 30200)]
    [InlineData("little", 201, 36, 3, 331)]
    [InlineData("little", 201, 28, 4, 363)]
    [InlineData("two values", 201, 33, 3, 28500)]
    [InlineData("few forbidden", 201, 36, 3, 31249)]
    [InlineData("many forbidden", 202, 36, 3, 30394)]
    [InlineData("many forbidden", 201, 24, 4, 23048)]
    [Trait("Law", "52")]
    public void Law52_ProvenOptima_AreReached(string family, ulong instance, int people, int size, long optimum)
    {
        long[] table = Table(family, instance, people);
        int[] sizes = GroupSizes.Of(people, size);
        (int[] groupOf, long found) = GroupSearch.Best(table, sizes, 1, PairingPool.Points);

        Assert.Equal(optimum, found);
        Assert.Equal(optimum, GroupSearch.ValueOf(table, groupOf));
        Assert.Equal(sizes.Order(), groupOf.CountBy(g => g).Select(g => g.Value).Order());
    }

    [Fact]
    [Trait("Law", "52")]
    public void Law52_TheSameSeed_FindsTheSameGroups_AndPointsMayBeMovedOrMultiplied()
    {
        long[] table = Table("uniform", 7, 20);
        int[] sizes = GroupSizes.Of(20, 4);
        (int[] groupOf, long found) = GroupSearch.Best(table, sizes, 3, 1000);
        long[] moved = [.. table.Select((v, at) => at / 20 == at % 20 ? 0 : (8 * v) + 500)];

        Assert.Equal(groupOf, GroupSearch.Best(table, sizes, 3, 1000).GroupOf);
        Assert.Equal((8 * found) + (500 * 5 * 6), GroupSearch.Best(moved, sizes, 3, 8000).Value);
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_AnotherOrderOfPeople_GivesTheSameGroups()
    {
        Random random = new(3);
        PairingRules rules = PairingRules.Default with { Format = PairingFormat.Groups, GroupSize = 4 };
        for (int i = 0; i < 5; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 18).With(rules: rules);
            Participant[] shuffled = [.. request.People];
            PastMeeting[] history = [.. request.History];
            random.Shuffle(shuffled);
            random.Shuffle(history);

            Assert.Equal(PairingPlanner.Plan(request), PairingPlanner.Plan(request.With(shuffled, history)));
        }
    }

    [Fact]
    public void Heat_IsTheMeanDistanceFromTheMiddle_OfThoseThatDiffer_WithoutWhatIsForbidden()
    {
        Assert.Equal((0, 0), GroupHeat.Of([], 0, 1000));
        Assert.Equal((0, 0), GroupHeat.Of([0], 1, 1000));
        Assert.Equal((0, 5), GroupHeat.Of(Symmetric([5, 5, 5]), 3, 1000));
        Assert.Equal((3.5, 5), GroupHeat.Of(Symmetric([5, 9, -100_000, 5, 2, 5]), 4, 1000));
        Assert.Equal((4, 8), GroupHeat.Of(Symmetric([4, -100_000, -100_000, -100_000, -100_000, 8]), 4, 1000)); // most of them forbidden
    }

    private static long[] Symmetric(long[] below)
    {
        int count = (int)Math.Sqrt(2 * below.Length) + 1, next = 0;
        long[] table = new long[count * count];
        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < one; other++)
            {
                table[(one * count) + other] = table[(other * count) + one] = below[next++];
            }
        }

        return table;
    }

    private static long[] Table(string family, ulong instance, int people) =>
        Symmetric([.. Enumerable.Range(0, people).SelectMany(one => Enumerable.Range(0, one).Select(other => PointsOf(family, instance, one, other)))
            .Select(points => points == Never ? -8L * PairingPool.Points * people : points)]);

    private static int PointsOf(string family, ulong instance, int one, int other)
    {
        ulong hash = Mix((instance * 1_000_003) + ((ulong)one << 32) + (ulong)other), lot = Mix(hash + 0x1234567);
        return family switch
        {
            "uniform" => (int)(hash % 1001),
            "steps" => (int)(hash % 11) * 100,
            "little" => (int)(hash % 11),
            "two values" => lot % 10 == 0 ? 1000 : 500,
            "few forbidden" => lot % 20 == 0 ? Never : (int)(hash % 1001),
            "many forbidden" => lot % 10 < 3 ? Never : (int)(hash % 1001),
            _ => (150 * Topics(instance, one).Intersect(Topics(instance, other)).Count()) + (one % 5 == other % 5 ? 0 : 400),
        };
    }

    private static IEnumerable<ulong> Topics(ulong instance, int person) =>
        Enumerable.Range(0, 4).Select(topic => Mix((instance << 40) + ((ulong)person * 4) + (ulong)topic) % 16).Distinct();

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
