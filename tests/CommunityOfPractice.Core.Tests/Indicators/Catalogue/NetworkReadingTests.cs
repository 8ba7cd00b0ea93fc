using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Readings of the network (domain B), against loops over pairs, triples and subsets of people.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class NetworkReadingTests
{
    [Property]
    public void Density_AnyCommunity_IsTiesOverPairs(SmallCommunity community) => Expected.Same<NetworkDensity>(
        community,
        t => new Net(t) is var net && !t.TiesKnown ? Expected.No("ties.unknown")
            : net.Size < 2 ? Expected.TooFew("people", net.Size, 2)
            : Expected.Value(net.Ties / (net.Size * (net.Size - 1) / 2.0), net.Ties),
        ("meanDegree", t => new Net(t) is var net ? 2.0 * net.Ties / net.Size : 0));

    [Property, Trait("Law", "6")]
    public void Law6_Centralization_AnyCommunity_IsFreemans(SmallCommunity community) => Expected.Same<DegreeCentralization>(
        community,
        t =>
        {
            Net net = new(t);
            return !t.TiesKnown ? Expected.No("ties.unknown")
                : net.Size < 5 ? Expected.TooFew("people", net.Size, 5)
                : net.Ties == 0 ? Expected.No("ties.none")
                : Expected.Value(net.Degrees.Sum(d => net.Degrees.Max() - d) / ((net.Size - 1.0) * (net.Size - 2)), net.Size);
        });

    [Property]
    public void Transitivity_AnyCommunity_CountsTriples(SmallCommunity community) => Expected.Same<TieTransitivity>(
        community,
        t =>
        {
            Net net = new(t);
            int closed = 0, all = 0;
            for (int middle = 0; middle < net.Size; middle++)
            {
                for (int a = 0; a < net.Size; a++)
                {
                    for (int b = a + 1; b < net.Size; b++)
                    {
                        bool triple = net.Tied[middle, a] && net.Tied[middle, b];
                        all += triple ? 1 : 0;
                        closed += triple && net.Tied[a, b] ? 1 : 0;
                    }
                }
            }

            return !t.TiesKnown ? Expected.No("ties.unknown") : all == 0 ? Expected.TooFew("people with two ties", 0, 1) : Expected.Value((double)closed / all, all);
        });

    [Property, Trait("Law", "10")]
    public void Law10_InnermostCore_AnyCommunity_IsWhatPeelingLeaves(SmallCommunity community) => Expected.Same<InnermostCoreShare>(
        community,
        t =>
        {
            Net net = new(t);
            int k = 0, size = 0;
            for (int level = 1; level < net.Size; level++)
            {
                HashSet<int> left = [.. Enumerable.Range(0, net.Size)];
                while (left.RemoveWhere(v => left.Count(u => net.Tied[v, u]) < level) > 0)
                {
                }

                (k, size) = left.Count > 0 ? (level, left.Count) : (k, size);
            }

            return !t.TiesKnown ? Expected.No("ties.unknown") : k == 0 ? Expected.TooFew("ties", 0, 1) : Expected.Value((double)size / net.Size, net.Size);
        });

    [Property, Trait("Law", "9")]
    public void Law9_StructuralCore_AnyCommunity_IsTheSmallestOfTheBestSplits(SmallCommunity community)
    {
        Net net = new(new(community));
        Reading reading = community.Read<StructuralCore>();
        if (!new Truth(community).TiesKnown || net.Size < 8 || net.Ties == 0)
        {
            Assert.IsNotType<Measurement.Value>(reading.Measurement);
        }
        else if (net.Size <= 12)
        {
            (int best, int least) = (0, int.MaxValue);
            for (int subset = 0; subset < 1 << net.Size; subset++)
            {
                int size = System.Numerics.BitOperations.PopCount((uint)subset), wrong = 0;
                for (int a = 0; a < net.Size; a++)
                {
                    for (int b = a + 1; b < net.Size; b++)
                    {
                        int inside = (subset >> a & 1) + (subset >> b & 1);
                        wrong += inside == 1 || (inside == 2) == net.Tied[a, b] ? 0 : 1;
                    }
                }

                (best, least) = size > 0 && (wrong < least || (wrong == least && size < best)) ? (size, wrong) : (best, least);
            }

            Assert.Equal((double)best / net.Size, reading.Measurement.Amount!.Value, 1e-12);
        }
    }

    [Property]
    public void FacilitatorRemoval_AnyCommunity_IsTheLargestIslandOfTheOthers(SmallCommunity community) => Expected.Same<FacilitatorRemoval>(
        community,
        t =>
        {
            Net net = new(t);
            HashSet<int> others = [.. Enumerable.Range(0, net.Size).Where(i => t.FacilitatorsKnown && !t.Facilitates(net.People[i], t.LastMoment))];
            return !t.FacilitatorsKnown ? Expected.No("facilitators.unknown")
                : !t.TiesKnown ? Expected.No("ties.unknown")
                : net.Ties == 0 ? Expected.TooFew("ties", 0, 1)
                : others.Count == net.Size || others.Count < 4 ? Expected.No("facilitators.few")
                : Expected.Value((double)others.Max(v => net.Reach(v, others)) / others.Count, others.Count);
        });

    [Property, Trait("Law", "8")]
    public void Law8_Modularity_AnyCommunity_IsMinusHalfOfTheIndexBeyondItsDegreeNull(SmallCommunity community)
    {
        Reading modularity = community.Read<DepartmentModularity>(), ties = community.Read<CrossDepartmentTies>();
        Assert.Equal(ties.Measurement.GetType(), modularity.Measurement.GetType());
        if (modularity.Measurement.Amount is { } q)
        {
            Assert.Equal(-2 * q, Number(ties, "ei") - Number(modularity, "expectedEi"), 1e-12);
            Assert.Equal(Number(ties, "expectedByDegrees"), Number(modularity, "expectedEi"));
        }
    }

    [Property]
    public void Bridging_AnyCommunity_CountsPeopleWithTiesInThreeDepartments(SmallCommunity community)
    {
        Truth t = new(community);
        if (community.Read<BridgingMembers>().Measurement is Measurement.Value value)
        {
            Assert.Equal(t.DepartmentTies.GroupBy(x => x.Person).Count(p => p.Select(x => x.Their).OfType<string>().Distinct().Count() >= 3), value.Number);
            Assert.InRange(t.Stints.Select(s => s.Department).OfType<string>().Distinct().Count(), 3, int.MaxValue);
        }
    }

    [Property, Trait("Law", "7")]
    public void Law7_TiesAcrossPlaces_AnyCommunity_AreThoseAcrossDepartmentsOfTheSameNames(SmallCommunity community)
    {
        SmallCommunity swapped = community with
        {
            People = community.People.Select(p => new Person(p.Id, p.History.Select(h => h with { Department = h.Location, Location = h.Department }).ToValueList())).ToValueList(),
        };
        Reading places = community.Read<CrossLocationTies>(), departments = swapped.Read<CrossDepartmentTies>();
        if (places.Measurement is not Measurement.NotApplicable)
        {
            Assert.Equal(departments.Measurement.Amount, places.Measurement.Amount);
        }

        Assert.InRange(places.Details.SingleOrDefault(d => d.Name == "ei")?.Number ?? 0, -1, 1);
    }

    /// <summary>Ten people in two groups of five, all ties inside: chance alone hardly ever does that.</summary>
    [Fact]
    public void CrossDepartmentTies_TwoSilos_AreRareByChanceAndTheSameEachTime()
    {
        SmallCommunity silos = Silos();
        Reading reading = silos.Read<CrossDepartmentTies>();
        Assert.Equal((1.0 / 200, 1, 199, 0), (Number(reading, "pFewer"), Number(reading, "pMore"), Number(reading, "permutations"), Number(reading, "rescaled")));
        Assert.Equal(reading, silos.Read<CrossDepartmentTies>());
        Assert.DoesNotContain(new CrossDepartmentTies(0).Read(silos.Evidence).Details, d => d.Name is "pFewer" or "permutations");
        Assert.Equal(9, Number(new CrossDepartmentTies(9).Read(silos.Evidence), "permutations"));
        Assert.Equal(reading.Measurement, new CrossDepartmentTies(0).Read(silos.Evidence).Measurement);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CrossLocationTies(-1));
        Assert.Equal(0.5, silos.Read<DepartmentModularity>().Measurement.Amount!.Value, 1e-12);
        Assert.Equal("departments.two", ((Measurement.NotApplicable)silos.Read<BridgingMembers>().Measurement).Reason.Code);
        Assert.Equal("locations.unknown", ((Measurement.NotApplicable)silos.Read<CrossLocationTies>().Measurement).Reason.Code);
    }

    /// <summary>Facilitators in a star: without the hub nobody has anybody; without a random person most stay together.</summary>
    [Fact]
    public void FacilitatorRemoval_HubAndSpokes_IsFarBelowRandom()
    {
        SmallCommunity star = Example.Of(Enumerable.Range(1, 9).Select(i => Example.Did("hub", Act.Welcome, i) with { To = [new($"p{i}")] })).WithRoster(Example.Facilitator("hub", -10));
        Reading reading = star.Read<FacilitatorRemoval>();
        Assert.Equal(1.0 / 9, reading.Measurement.Amount!.Value, 1e-12);
        Assert.InRange(Number(reading, "random"), 0.8, 0.99);
        Assert.Equal(1, star.Read<DegreeCentralization>().Measurement.Amount);
        Reading core = star.Read<StructuralCore>();
        Assert.Equal((0.1, 1, 1), (core.Measurement.Amount, Number(core, "jaccard"), Number(core, "correlation")));
        Assert.Null(core.Finding);
    }

    [Fact]
    public void StructuralCore_OtherPeopleAppointed_IsAHiddenCore()
    {
        SmallCommunity star = Example.Of(Enumerable.Range(1, 9).Select(i => Example.Did("hub", Act.Welcome, i) with { To = [new($"p{i}")] })).WithRoster(Example.Member("p1", -10, role: Role.CoreGroup));
        Assert.StartsWith("hidden core", star.Read<StructuralCore>().Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29.9, 1, 1)]
    [InlineData(30, 0, 0)]
    public void Isolates_NewcomersWithoutATie_AreToldApart(double days, int newcomers, int without)
    {
        SmallCommunity community = Example.Of(Example.Did("a", Act.Post, 1) with { To = [new("b")] })
            .WithRoster([.. "abcd".Select(p => Example.Member($"{p}", -50)), Example.Member("new", 91 - days)]);
        Assert.Equal([newcomers, without, 5 - newcomers, 3 - without], community.Read<Isolates>().Details.Select(d => d.Number));
        Assert.Equal(0.6, community.Read<Isolates>().Measurement.Amount!.Value, 1e-12);
    }

    /// <summary>Leave and lapses take a member out of the population; a leave that is over does not.</summary>
    [Fact]
    public void Population_MembersOnLeave_AreNotInIt()
    {
        SmallCommunity community = Example.Of().WithRoster(
            Example.Member("a", 0), Example.Member("b", 0), Example.Member("c", 0),
            new(SmallCommunity.Id, new("b"), Example.Start.AddDays(50)) { Status = MembershipStatus.Paused },
            new(SmallCommunity.Id, new("c"), Example.Start.AddDays(50), Example.Start.AddDays(60)) { Status = MembershipStatus.Lapsed });
        Assert.Equal(["a", "c"], community.Evidence.Population.Select(p => p.Text));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MembershipPeriod(SmallCommunity.Id, new("b"), Example.Start) { Status = MembershipStatus.Invited });
    }

    private static SmallCommunity Silos() => Example.Of(
        from silo in Enumerable.Range(0, 2)
        from a in Enumerable.Range(0, 5)
        from b in Enumerable.Range(0, 5)
        where a < b
        select Example.Did($"s{silo}p{a}", Act.Post, 1) with { To = [new($"s{silo}p{b}")] }) with
    {
        People = [.. from silo in Enumerable.Range(0, 2) from a in Enumerable.Range(0, 5) select new Person(new($"s{silo}p{a}"), [new() { Department = $"d{silo}" }])],
    };

    private static double Number(Reading reading, string name) => reading.Details.Single(d => d.Name == name).Number;

    /// <summary>The ties as a table.</summary>
    private sealed class Net
    {
        public Net(Truth t)
        {
            People = [.. t.Population];
            Tied = new bool[Size, Size];
            foreach ((PersonId from, PersonId to, _) in t.Ties)
            {
                int a = Array.IndexOf(People, from), b = Array.IndexOf(People, to);
                (Tied[a, b], Tied[b, a]) = (true, true);
            }

            Degrees = [.. Enumerable.Range(0, Size).Select(v => Enumerable.Range(0, Size).Count(u => Tied[v, u]))];
            Ties = Degrees.Sum() / 2;
        }

        public PersonId[] People { get; }

        public bool[,] Tied { get; }

        public int[] Degrees { get; }

        public int Ties { get; }

        public int Size => People.Length;

        public int Reach(int start, HashSet<int> among)
        {
            HashSet<int> reached = [start];
            for (int before = 0; before < reached.Count;)
            {
                before = reached.Count;
                reached.UnionWith(among.Where(v => reached.Any(u => Tied[u, v])).ToList());
            }

            return reached.Count;
        }
    }
}
