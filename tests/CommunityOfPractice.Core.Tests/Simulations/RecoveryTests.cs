using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Testing;
using Xunit.Abstractions;

namespace CommunityOfPractice.Core.Tests.Simulations;

/// <summary>The indicators find what the simulator says is true, within sampling error over many seeds.</summary>
[Trait("Category", "Slow")]
public sealed class RecoveryTests(RecoveryTests.Histories histories, ITestOutputHelper output) : IClassFixture<RecoveryTests.Histories>
{
    /// <summary>A mean over the histories may lie so many standard errors from the truth: by chance in one of sixteen thousand cases.</summary>
    private const double Limit = 4;

    private const int From = 20, Until = 33;

    public static TheoryData<string> Names => new("posts", "answered", "welcomed", "external ties", "internal ties", "E-I", "E-I beyond chance", "leaving answered", "leaving unanswered");

    /// <summary>Members come and go, departments keep to themselves, newcomers are treated otherwise, coffee rounds make ties, and who is not answered leaves sooner: all at once.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Truth_EverythingAtOnce_IsWhatIsRead(string name)
    {
        double[] differences = [.. histories.All.Select(s => Difference(name, s)).OfType<double>()];
        Assert.True(differences.Length > 30);
        output.WriteLine($"{name}: off by {differences.Average():0.####} on average over {differences.Length} histories, {differences.StandardErrors():0.##} standard errors");
        Assert.InRange(differences.StandardErrors(), -Limit, Limit);
    }

    /// <summary>The check can fail: a truth that is a little off is found out.</summary>
    [Fact]
    public void Truth_ALittleOff_IsFoundOut()
    {
        double[] answered = [.. histories.All.Select(s => Difference("answered", s)!.Value + 0.02)];
        double[] ties = [.. histories.All.Select(s => Difference("E-I", s)!.Value + 0.04)];
        Assert.True(answered.StandardErrors() > Limit && ties.StandardErrors() > Limit);
    }

    private static double? Difference(string name, Simulation simulation)
    {
        SimulationTruth truth = simulation.Truth;
        HealthEvidence evidence = simulation.EvidenceOf(Simulated.Agile, simulation.Weeks(From, Until));
        ExpectedTies ties = truth.Ties(Simulated.Agile, From, Until);
        return name switch
        {
            "posts" => simulation.Activities.Count(a => a.Act is Act.Post or Act.Ask && evidence.Window.Contains(a.At)) - truth.ExpectedPosts(Simulated.Agile, From, Until),
            "answered" => new AnsweredInTime().Read(evidence).Measurement.Amount - truth.AnsweredWithin(Simulated.Agile, From, Until, 48),
            "welcomed" => new NewcomerWelcome().Read(evidence).Measurement.Amount - truth.WelcomedWithin(Simulated.Agile, From, 48),
            "external ties" => evidence.Departments.Ties.External - ties.External,
            "internal ties" => evidence.Departments.Ties.Internal - ties.Internal,
            "E-I" => new CrossDepartmentTies(0).Read(evidence).Detail("ei") - ties.EiIndex,
            "E-I beyond chance" => new CrossDepartmentTies(0).Read(evidence).Measurement.Amount - ties.BeyondChance,
            "leaving answered" => LeavingBeyondTruth(simulation, answered: true),
            _ => LeavingBeyondTruth(simulation, answered: false),
        };
    }

    /// <summary>How many members more left than the truth says, of those whose first post got a response or not, from the week after it on.</summary>
    private static double LeavingBeyondTruth(Simulation simulation, bool answered)
    {
        HashSet<ActivityId> responded = [.. simulation.Activities.Select(a => a.InReplyTo).OfType<ActivityId>()];
        Dictionary<PersonId, Activity> first = [];
        foreach (Activity activity in simulation.Activities.Where(a => a.Act is Act.Post or Act.Ask))
        {
            first.TryAdd(activity.Person, activity);
        }

        Roster roster = simulation.RosterOf(Simulated.Agile);
        HashSet<PersonId> facilitators = [.. roster.Periods.Where(p => p.Role is not null).Select(p => p.Person)];
        double beyond = 0;
        foreach (MembershipPeriod period in roster.Periods.Where(p => !facilitators.Contains(p.Person)))
        {
            // a post of the last week may be answered after the end
            if (first.TryGetValue(period.Person, out Activity? post) && WeekOf(post!.At) is var week && week < simulation.Options.Weeks - 1 && responded.Contains(post!.Id!.Value) == answered)
            {
                int last = period.Until is { } until ? WeekOf(until) : simulation.Options.Weeks - 1;
                beyond += period.Until is not null && last > week ? 1 : 0;
                for (int at = week + 1; at <= last; at++)
                {
                    beyond -= 1 - simulation.Truth.Staying(Simulated.Agile, at, at + 1, unanswered: !answered);
                }
            }
        }

        return beyond;

        int WeekOf(DateTimeOffset at) => (int)((at - simulation.Options.Start) / TimeSpan.FromDays(7));
    }

    /// <summary>Sixty histories of a year with every effect.</summary>
    public sealed class Histories
    {
        public IReadOnlyList<Simulation> All { get; } =
        [
            .. Enumerable.Range(0, 60).Select(seed => Simulated.Run(seed, CommunityBehaviour.Default with
            {
                Mixing = 0.6,
                JoiningPerWeek = 1.5,
                LeavingPerWeek = 0.008,
                LeavingFactorUnanswered = 3,
                NewcomerAnswerProbability = 0.6,
                NewcomerAnswerHours = 30,
                CoffeeEveryWeeks = 2,
                GatheringEveryWeeks = 0,
            })),
        ];
    }
}
