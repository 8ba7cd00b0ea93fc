using System.Globalization;
using System.Security.Cryptography;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Health;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Simulations;

/// <summary>Simulated histories are legal, in range, and the same everywhere.</summary>
public sealed class SimulationTests
{
    private static readonly CommunityOfPractice.Testing.SimulatedCommunity Founded = CommunityOfPractice.Testing.SimulatedCommunity.Agile;

    [Property(MaxTest = 25)]
    public void Put_AnyHistory_IsLegalAndGivesItsRosters(int seed) => LiveAsync(seed).GetAwaiter().GetResult();

    [Property(MaxTest = 50)]
    public void Run_AnyHistory_IsInRange(int seed)
    {
        Simulation simulation = Simulation.Run(Simulated.Any(seed));
        TimeWindow all = simulation.Weeks(0, simulation.Options.Weeks);
        Assert.Equal(simulation.End, all.Until);
        Dictionary<ActivityId, Activity> known = [];
        foreach (Activity activity in simulation.Activities)
        {
            Roster roster = simulation.RosterOf(activity.Community);
            Assert.Contains(activity.Person, roster.MembersAt(activity.At));
            Assert.True(all.Contains(activity.At));
            Assert.True(known.TryAdd(activity.Id!.Value, activity));
            Assert.True(activity.InReplyTo is not { } post || (known[post].At <= activity.At && known[post].Person != activity.Person && known[post].Community == activity.Community));
        }

        Assert.All(simulation.Commands, c => Assert.True(all.Contains(c.At!.Value)));
        Assert.Equal(simulation.Commands.Count, simulation.Commands.Select(c => (c.Command.Community, c.CommandId)).Distinct().Count());
        foreach (CommunityId community in simulation.Options.Communities.Select(c => c.Id))
        {
            TruthIsInRange(simulation, community);
        }
    }

    [Property(MaxTest = 30)]
    public void Run_InterventionsLater_ChangeNothingBefore(int seed)
    {
        SimulationOptions options = Simulated.Any(seed);
        Simulation with = Simulation.Run(options);
        int week = options.Interventions.Select(i => i.Week).Append(options.Weeks).Min();
        Simulation without = Simulation.Run(options with { Interventions = [] });
        DateTimeOffset first = options.Start.AddDays(7 * week);
        Assert.Equal(without.Commands.Where(c => c.At < first).Select(c => (c.Command.GetType(), c.By, c.At)), with.Commands.Where(c => c.At < first).Select(c => (c.Command.GetType(), c.By, c.At)));
        Assert.Equal(without.Activities.Where(a => a.At < first), with.Activities.Where(a => a.At < first));
        Assert.All(with.Truth.Changes, c => Assert.True(c.Week >= week && c.Before != c.After && with.Truth.BehaviourOf(c.Community, c.Week).Of(c.Parameter) is >= 0));
        Assert.Empty(without.Truth.Changes);
    }

    [Property(MaxTest = 15)]
    public void Run_AnyCulture_GivesTheSameBytes(int seed)
    {
        string expected = HashOf(Simulation.Run(Simulated.Any(seed)));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in CultureFactAttribute.Missing ? [""] : (string[])["tr-TR", "ar-SA", "sv-SE"])
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(culture);
                Assert.Equal(expected, HashOf(Simulation.Run(Simulated.Any(seed))));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The same bits on every machine: a change here changes the data of every host that keeps expected numbers.</summary>
    [Fact]
    public void Run_TheDefaults_GiveTheGoldenHistory()
    {
        string made = HashOf(Simulation.Run(new()));
        Assert.True(made == "dbc67f2d602fbd050a8552e52f9e90036092ad88f22559ae74ad455793d74741", made);
    }

    [Fact]
    public void Run_OtherSeeds_GiveOtherHistories() =>
        Assert.Equal(20, Enumerable.Range(0, 20).Select(seed => HashOf(Simulation.Run(new() { Seed = (ulong)seed, Weeks = 3 }))).Distinct().Count());

    /// <summary>Founders are drawn from all people alike: 5 of 30 are of a department that has 25 of 150, with a variance of 3.4.</summary>
    [Fact]
    public void Run_Founders_AreDrawnEvenly()
    {
        int marketing = Enumerable.Range(0, 200).Sum(seed =>
        {
            Simulation simulation = Simulation.Run(new() { Seed = (ulong)seed, Weeks = 1 });
            HashSet<PersonId> members = [.. simulation.RosterOf(Simulated.Agile).Periods.Select(p => p.Person)];
            return simulation.People.Count(p => members.Contains(p.Id) && p.History[0].Department == "Marketing");
        });
        Assert.InRange((marketing - 1000) / Math.Sqrt(200 * 3.4), -4, 4);
    }

    [Fact]
    public void Run_WrongOptions_Throw()
    {
        SimulationOptions[] wrong =
        [
            new() { Weeks = 0 }, new() { Weeks = 521 }, new() { Tail = 1 }, new() { Tail = double.NaN }, new() { Departments = [] }, new() { Departments = [new("a", 9), new("a", 9)] }, new() { Departments = [new("a", 0)] },
            new() { Places = [] }, new() { Places = [new("a", "Etc/UTC", 0, 0)] }, new() { Communities = [] }, new() { Communities = [Founded, Founded] },
            new() { Communities = [Founded with { Founders = 2 }] }, new() { Communities = [Founded with { Founders = 151 }] },
            new() { Communities = [Founded with { Topics = [] }] }, new() { Start = new(2025, 1, 7, 0, 0, 0, TimeSpan.Zero) }, new() { Start = new(2025, 1, 6, 1, 0, 0, TimeSpan.Zero) },
            new() { Behaviour = new() { Mixing = 1.1 } }, new() { Behaviour = new() { AnswerHours = 0 } }, new() { Behaviour = new() { LeavingPerWeek = double.NaN } }, new() { Behaviour = new() { Facilitators = 0 } },
            new() { Interventions = [Intervention.Silos(-1, 0.5)] }, new() { Interventions = [Intervention.Silos(5, 2)] }, new() { Interventions = [Intervention.NewPurpose(0, "Soon", 1)] },
            new() { Interventions = [new(3, "Twice", [new(SimulationParameter.Mixing, 0), new(SimulationParameter.Mixing, 1)])] }, new() { Interventions = [Intervention.FacilitatorsLeave(0)] },
        ];
        Assert.All(wrong, options => Assert.ThrowsAny<ArgumentException>(() => Simulation.Run(options)));
        Simulation simulation = Simulation.Run(new() { Weeks = 2 });
        Assert.ThrowsAny<ArgumentException>(() => simulation.RosterOf(new("another")));
        Assert.ThrowsAny<ArgumentException>(() => simulation.Truth.RateOf(new("nobody")));
        Assert.ThrowsAny<ArgumentException>(() => simulation.Truth.Ties(Simulated.Agile, 1, 3));
        Assert.ThrowsAny<ArgumentException>(() => simulation.Truth.Ties(Simulated.Agile, 1, 1));
    }

    /// <summary>A planted silence is told as an alert by the service that a host calls, at its week; without it nothing is.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Alerts_PlantedSilence_IsTold(bool planted)
    {
        Simulation simulation = Simulated.Run(7, CommunityBehaviour.Default, planted ? [Intervention.Change(36, SimulationParameter.PostsPerWeek, 0), Intervention.Change(36, SimulationParameter.GatheringEveryWeeks, 0)] : []);
        (HistoryStores stores, FakeTimeProvider clock) = await Simulated.LivedAsync(simulation);
        CommunityTrends trends = new(new EvidenceSource(stores.Activities, stores.Directory, stores.People, stores.Records), stores.Records, clock, StandardIndicators.All, TimeSpan.FromDays(91));
        CommunityAlert[] quiet = [.. (await trends.AlertsAsync(Simulated.Agile)).Where(a => a.Rule == AlertRules.GoneQuiet)];
        Assert.Equal(planted ? 1 : 0, quiet.Length);
        Assert.All(quiet, a => Assert.True(a.Raised.From < simulation.Options.Start.AddDays(7 * 40) && a.Raised.Until > simulation.Options.Start.AddDays(7 * 36)));
    }

    private static async Task LiveAsync(int seed)
    {
        Simulation simulation = Simulation.Run(Simulated.Any(seed));
        (HistoryStores stores, FakeTimeProvider clock) = await Simulated.LivedAsync(simulation);
        foreach (CommunityId community in simulation.Options.Communities.Select(c => c.Id))
        {
            List<JournalEntry> journal = [];
            await foreach (JournalEntry entry in stores.Journal.ReadAsync(community, 0))
            {
                journal.Add(entry);
            }

            Assert.Empty(Journals.Verify(journal));
            CommunityRecord record = CommunityRecord.Replay(community, journal);
            Assert.Equal(CommunityStatus.Active, record.Community.Status);
            Assert.Equal(Told(simulation.RosterOf(community)), Told(record.Members.ToRoster(community)));
        }

        RegistryCheck check = new(stores.Journal, clock, PolicySet.Default);
        await foreach (RegistryFinding finding in check.CheckAsync())
        {
            Assert.True(finding.Severity != FindingSeverity.Error, finding.Reason.Text);
        }

        static IEnumerable<(string, DateTimeOffset, DateTimeOffset?, Role?)> Told(Roster roster) => roster.Periods.Select(p => (p.Person.Text, p.From, p.Until, p.Role));
    }

    private static void TruthIsInRange(Simulation simulation, CommunityId community)
    {
        SimulationTruth truth = simulation.Truth;
        for (int week = 0; week < simulation.Options.Weeks; week += 3)
        {
            Assert.InRange(truth.AnsweredWithin(community, week, week + 1, 48) ?? 0, 0, 1);
            Assert.InRange(truth.WelcomedWithin(community, week, 48), 0, 1);
            Assert.InRange(truth.Staying(community, week, week + 1), 0, 1);
            Assert.True(truth.AnsweredWithin(community, week, week + 1, 24) is not { } day || day <= truth.AnsweredWithin(community, week, week + 1, 48)!.Value);
            ExpectedTies ties = truth.Ties(community, week, week + 1);
            Assert.True(ties.External >= 0 && ties.Internal >= 0 && ties.EiIndex is null or (>= -1 and <= 1));
            Assert.InRange(ties.ByChance, -1, 1);
        }
    }

    private static string HashOf(Simulation simulation)
    {
        using MemoryStream stream = new();
        InterchangeWriter.WriteJsonLinesAsync(stream, simulation.ToInterchange()).AsTask().GetAwaiter().GetResult();
        foreach (CommandRequest request in simulation.Commands)
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{request.Command.GetType().Name} {request.By} {request.At:O}\n")));
        }

        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
    }
}
