using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>A step is something that can be done in the coming quarter: what takes more is split, and its first part worked out anew.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 60)]
public sealed class FirstStepTests
{
    [Property, Trait("Law", "29")]
    public void Law29_NoMoreActsThanCanBeManaged_AndTheWholeIsNamed(LivelyCommunity lively, byte percent, byte few)
    {
        HealthEvidence evidence = lively.Community.Evidence;
        int most = 1 + (few % 6);
        foreach (IHealthAct act in StandardActs.All)
        {
            Reading reading = StandardIndicators.All.Single(i => i.Info.Id == act.Indicator).Read(evidence);
            if (reading.Measurement.Amount is not { } value || TargetOf(act.Indicator, value, percent) is not { } target || act.Offer(evidence, reading, target) is not { } whole)
            {
                continue;
            }

            ActOffer? part = act.Offer(evidence, reading, target, most);
            Assert.Null(whole.Wanted);
            if (whole.Acts <= most)
            {
                Assert.Equal(whole, part);
            }
            else if (part is not null)
            {
                Assert.InRange(part.Acts, 1, most);
                bool reaches = (whole.Value - target) * (target - value) >= -1e-9;
                Assert.Equal(reaches ? whole.Acts : null, part.Wanted);
                Assert.True((part.Value - value) * (target - value) > 0 && (whole.Value - part.Value) * (target - value) >= -1e-9, $"{act.Indicator}: {value} {part.Value} {whole.Value}");
            }
        }
    }

    /// <summary>People who were silent in a week really contribute in it.</summary>
    [Property(MaxTest = 200), Trait("Law", "29")]
    public void Law29_PeopleReallyJoinInAgain_AndTheEffectiveNumberIsTheOneTold(LivelyCommunity lively, byte percent)
    {
        SmallCommunity community = lively.Community;
        HealthEvidence evidence = community.Evidence;
        Reading now = community.Read<EffectiveContributors>();
        int people = new Contributors().Read(evidence).Measurement.Amount is { } n ? (int)n : 0;
        if (now.Measurement.Amount is not { } value || value > people - 0.01 || Act(EffectiveContributors.Id).Offer(evidence, now, value + ((people - value) * (percent + 1) / 256)) is not { } offer)
        {
            return;
        }

        Dictionary<PersonId, SortedSet<int>> weeks = [];
        for (int i = 0; i < evidence.Activity.Count; i++)
        {
            if (!evidence.Activity.IsBot(i) && evidence.Activity.Acts[i].IsContribution() && evidence.Actors.OfHistory[evidence.WindowStart + i] >= 0)
            {
                PersonId person = evidence.Activity.Log.Person(evidence.Activity.People[i]);
                (weeks.TryGetValue(person, out SortedSet<int>? known) ? known : weeks[person] = []).Add((int)((evidence.AsOf.UtcTicks - 1 - evidence.Activity.Times[i]) / TimeSpan.FromDays(7).Ticks));
            }
        }

        List<Activity> more = [];
        for (int act = 0; act < offer.Acts; act++)
        {
            (PersonId person, SortedSet<int> own) = weeks.OrderBy(w => w.Value.Count).ThenBy(w => w.Key).First();
            int silent = Enumerable.Range(0, 1 + own.Count).First(w => !own.Contains(w));
            own.Add(silent);
            more.Add(new(SmallCommunity.Id, person, evidence.AsOf.AddTicks(-1).AddDays(-7 * silent), Core.Practices.Act.Post));
        }

        Assert.All(more, a => Assert.True(a.At >= community.Window.From));
        Assert.Equal(offer.Value, community.With([.. more]).Read<EffectiveContributors>().Measurement.Amount!.Value, 1e-9);
        Assert.True(offer.Value > value);
    }

    /// <summary>One week more for one of four who have one week each, beside one who has two, makes the spread less even: one act is none.</summary>
    [Fact]
    public void Offer_AFirstWeekThatWouldLowerTheNumber_IsNotOffered()
    {
        SmallCommunity community = Example.Of([.. Enumerable.Range(0, 5).Select(i => Example.Did($"p{i}", Core.Practices.Act.Post, 90)), Example.Did("p4", Core.Practices.Act.Post, 80)]);
        Reading now = community.Read<EffectiveContributors>();
        Assert.Null(Act(EffectiveContributors.Id).Offer(community.Evidence, now, 4.9, 1));
        ActOffer offer = Act(EffectiveContributors.Id).Offer(community.Evidence, now, 4.9, 26)!;
        Assert.Equal((4, 5.0), (offer.Acts, Math.Round(offer.Value, 9)));
        Assert.Equal("Ask people who contribute now and then, by name, to join in again: 4 times in all.", offer.Text);
    }

    /// <summary>Forty people of two departments who talk among themselves only: no facilitator can bring all the pairs together that a gain would take.</summary>
    [Fact]
    public void Plan_MoreThanAQuarterHolds_IsAFirstStep()
    {
        SmallCommunity community = Example.Of(
        [
            .. Enumerable.Range(0, 40).SelectMany(i => new[] { 2, 4, 6, 8 }.Select(step => Example.Did($"p{i}", Core.Practices.Act.Post, 5 + step) with { To = [new($"p{(i + step) % 40}")] })),
            Example.Did("p0", Core.Practices.Act.Post, 0),
        ]) with { People = [.. Enumerable.Range(0, 40).Select(i => new Person(new($"p{i}"), [new() { Department = i % 2 == 0 ? "it" : "hr" }]))] };
        HealthModel model = new("ties/1", [new("a", "A", 1, [new(CrossDepartmentTies.Id, 1, Goalposts.Linear(-1.2, 0.1))])], [new("Low", 0)], new() { Dimensions = 1 });
        HealthReport report = new HealthAssessor(model, [new CrossDepartmentTies(0)]).Assess(community.Evidence, new() { StepGain = 30 });
        NextStep step = Assert.Single(report.NextSteps);
        Assert.Equal((13, false), (step.Acts, step.Reaches));
        Assert.True(step.Wanted > 13 && step.Available == 400);
        Assert.Equal($"Bring 13 pairs of people from different departments together who have not talked yet. This is a first step: it would take {step.Wanted} to raise the score by 30.0 points.", step.Text);
        SmallCommunity then = community.With([.. Enumerable.Range(0, 13).Select(i => Example.Did($"p{2 * i}", Core.Practices.Act.Post, 80) with { To = [new($"p{(2 * i) + 1}")] })]);
        Assert.Equal(step.Gain, new HealthAssessor(model, [new CrossDepartmentTies(0)]).Assess(then.Evidence).Score!.Value - report.Score!.Value, 1e-9);
    }

    private static IHealthAct Act(string indicator) => StandardActs.All.Single(a => a.Indicator == indicator);

    /// <summary>Somewhere between the reading and the best there is; null where it is the best.</summary>
    private static double? TargetOf(string indicator, double value, byte percent)
    {
        (double best, bool capped) = indicator switch
        {
            Core.Indicators.Isolates.Id or FacilitatorLoad.Id or Core.Indicators.OrphanedArtifacts.Id => (0.05, true),
            ContributorAbsenceFactor.Id or ActiveFacilitators.Id or EffectiveContributors.Id => (value + 4, false),
            CrossDepartmentTies.Id => (value + 0.4, false),
            FormalShare.Id => (0.5, true),
            _ => (0.95, true),
        };
        bool worse = capped && best < 0.1 ? value <= best : value >= best;
        return worse ? null : value + ((best - value) * (percent + 1) / 256);
    }
}
