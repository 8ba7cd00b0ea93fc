using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>The numbers beside a reading, against the obvious computation.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class DetailTests
{
    [Property]
    public void Questions_AnyCommunity_TellWhatWasCounted(SmallCommunity community)
    {
        Truth t = new(community);
        Waits waits = Waits.OfQuestions(t);
        int open = waits.All.Count - waits.Answered - waits.Withdrawn;
        Check<MeanWaitForAnswer>(community, _ => [("answered", waits.Answered), ("open", open), ("withdrawn", waits.Withdrawn)]);
        Check<UnansweredQuestions>(community, v => [("questions", v.Count), ("unanswered", v.Number * v.Count)]);
        Check<ClosureRatio>(community, v => [("opened", v.Count), ("closed", v.Number * v.Count)]);
        Check<BacklogAge>(community, v => [("open", v.Count), ("oldest", t.History.Where(a => a.Act == Act.Ask && !t.RepliesTo(a).Any(r => Ends(r, a))).Max(a => (t.AsOf - a.At).TotalDays))]);
    }

    [Property]
    public void Coming_and_going_AnyCommunity_TellWhatWasCounted(SmallCommunity community)
    {
        Truth t = new(community);
        DateTimeOffset from = t.From.UtcTicks > TimeSpan.FromDays(365).Ticks ? t.From.AddDays(-365) : DateTimeOffset.MinValue;
        PersonId[] earlier = [.. t.History.Where(a => a.Act.IsContribution() && a.At >= from && a.At < t.From).Select(a => a.Person).Distinct()];
        int there = t.MembersKnown ? earlier.Count(t.Population.Contains) : earlier.Length;
        Check<InactiveContributors>(community, v => [("earlier", there), ("share", v.Number / there), ("gone", earlier.Length - there)]);
        (PersonId, long)[] days = [.. t.History.Select(a => (a.Person, (t.AsOf - a.At - TimeSpan.FromTicks(1)).Ticks / TimeSpan.TicksPerDay)).Where(d => d.Item2 < 28).Distinct()];
        Check<WeeklyStickiness>(community, v => [("monthly", v.Count), ("daily", days.Length / 28.0 / v.Count)]);
    }

    [Property]
    public void Networks_AnyCommunity_TellWhatWasCounted(SmallCommunity community)
    {
        Truth t = new(community);
        PersonId[] people = [.. t.Population];
        HashSet<(PersonId, PersonId)> ties = [.. t.Ties.SelectMany(x => ((PersonId, PersonId)[])[(x.From, x.To), (x.To, x.From)])];
        int[] degrees = [.. people.Select(p => ties.Count(x => x.Item1 == p))];
        Check<NetworkDensity>(community, _ => [("meanDegree", degrees.Average()), ("ties", ties.Count / 2), ("people", people.Length)]);
        Check<DegreeCentralization>(community, _ => [("mostTies", degrees.Max())]);
        Check<TieTransitivity>(community, v => [("triangles", v.Number * v.Count / 3)]);
        Check<TieReciprocity>(community, v =>
            {
                int n = people.Length, possible = n * (n - 1), directed = t.Ties.Select(x => (x.From, x.To)).Distinct().Count();
                double a = (double)directed / possible;
                (string, double)[] corrected = directed == possible ? [] : [("corrected", (v.Number - a) / (1 - a))];
                return [("ties", directed), ("interactions", t.Ties.Count), ("withOthers", t.Turns.Count - t.Ties.Count), .. corrected];
            });
        Check<InnermostCoreShare>(community, v => [("people", v.Number * people.Length)]);
        int known = t.DepartmentTies.Count(x => x.Department is not null && x.Their is not null);
        int groups = t.Stints.Select(s => s.Department).OfType<string>().Distinct().Count();
        Check<BridgingMembers>(community, v => [("departments", groups)]);
        Check<CrossDepartmentTies>(community, v => [("coverage", (double)known / ties.Count), ("departments", groups), ("expected", Number(community, "ei") - v.Number)]);
        Check<DepartmentModularity>(community, _ => [("coverage", (double)known / ties.Count), ("departments", groups)]);
    }

    [Property]
    public void Departments_AnyCommunity_TellWhatWasCounted(SmallCommunity community)
    {
        Truth t = new(community);
        string?[] departments = [.. t.InWindow.Where(a => a.Act.IsContribution()).Select(a => t.DepartmentOf(a.Person, a.At))];
        int known = departments.Count(d => d is not null);
        Check<DepartmentElephantFactor>(community, v => [("departments", departments.OfType<string>().Distinct().Count()), ("coverage", (double)known / departments.Length)]);
    }

    /// <summary>Each level with its share and Wilson's interval.</summary>
    [Property]
    public void Levels_AnyCommunity_HaveTheirIntervals(SmallCommunity community) => Check<LevelShares>(community, v =>
    {
        Reading reading = community.Read<LevelShares>();
        double all = v.Count, active = reading.Details.Single(d => d.Name == "active").Number, rest = all - (v.Number * all) - active;
        (double activeLow, double activeHigh) = Expected.Wilson(active, all);
        (double restLow, double restHigh) = Expected.Wilson(rest, all);
        return
        [
            ("members", all), ("core", v.Number * all), ("peripheral", rest), ("activeShare", active / all), ("activeLow", activeLow), ("activeHigh", activeHigh),
            ("peripheralShare", rest / all), ("peripheralLow", restLow), ("peripheralHigh", restHigh),
        ];
    });

    /// <summary>Twelve newcomers; six contribute on days 1 to 6, one on day 20: half of them by day 6.</summary>
    [Fact]
    public void FirstContribution_TwelveNewcomers_TellsTheirShares()
    {
        SmallCommunity community = Example.Of([.. Enumerable.Range(1, 6).Select(i => Example.Did($"m{i}", Act.Post, 10 + i)), Example.Did("m7", Act.Post, 30)])
            .WithRoster([.. Enumerable.Range(0, 12).Select(i => Example.Member($"m{i}", 10))]);
        Reading reading = community.Read<FirstContributionMedian>();
        Assert.Equal(6, reading.Measurement.Amount);
        Assert.Equal([("newcomers", 12.0), ("contributed", 7), ("within7d", 6 / 12.0), ("within30d", 7 / 12.0)], reading.Details.Select(d => (d.Name, Math.Round(d.Number, 12))).Select(d => (d.Name, d.Item2)), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-9);
    }

    /// <summary>Nobody is watched for a month yet: what happens within it is not told.</summary>
    [Fact]
    public void FirstContribution_YoungCohort_TellsOnlyWhatWasObserved()
    {
        SmallCommunity community = Example.Of([.. Enumerable.Range(1, 6).Select(i => Example.Did($"m{i}", Act.Post, 70 + i))]).WithRoster([.. Enumerable.Range(0, 12).Select(i => Example.Member($"m{i}", 70))]);
        Assert.Equal(["newcomers", "contributed", "within7d"], community.Read<FirstContributionMedian>().Details.Select(d => d.Name));
    }

    private static double Number(SmallCommunity community, string name) => community.Read<CrossDepartmentTies>().Details.Single(d => d.Name == name).Number;

    private static bool Ends(Activity reply, Activity question) => reply.Person == question.Person ? reply.Act == Act.Withdraw : reply.Act is Act.Answer or Act.Reply;

    private static void Check<T>(SmallCommunity community, Func<Measurement.Value, (string Name, double Number)[]> expected)
        where T : IHealthIndicator, new()
    {
        Reading reading = community.Read<T>();
        if (reading.Measurement is Measurement.Value value)
        {
            Assert.All(expected(value), e => Assert.Equal(e.Number, reading.Details.Single(d => d.Name == e.Name).Number, 1e-9));
        }
    }
}
