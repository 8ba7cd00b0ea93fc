using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Law 29: what a step promises comes true. Where the act can be done in the data, it is really done, and the community assessed again.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 60)]
public sealed class NextStepTests
{
    private static readonly HealthAssessor Assessor = new();

    [Property, Trait("Law", "29")]
    public void Law29_EachStep_BringsWhatItTells_OrSaysThatItCannot(LivelyCommunity lively)
    {
        HealthReport report = Assessor.Assess(lively.Community.Evidence);
        Assert.True(report.NextSteps.Count <= 3);
        Assert.Equal(report.NextSteps.OrderByDescending(s => s.Reaches).ThenBy(s => s.Reaches ? s.Acts : 0).Select(s => s.Indicator), report.NextSteps.Select(s => s.Indicator));
        foreach (NextStep step in report.NextSteps)
        {
            double then = With(lively.Community, report, step.Indicator, step.Value);
            Assert.Equal(then - report.Score!.Value, step.Gain, 1e-9);
            Assert.Equal(step.Reaches, step.Gain >= Math.Min(3, 100 - report.Score.Value) - 1e-6);
            Assert.Equal(step.Reaches, !step.Text.Contains("This alone cannot", StringComparison.Ordinal) && step.Wanted is null);
            Assert.Equal(step.Wanted is not null, step.Text.Contains("This is a first step", StringComparison.Ordinal));
            Assert.True(step.Reaches || step.Gain >= 0.1 * Math.Min(3, 100 - report.Score.Value));
            Assert.InRange(step.Acts, 1, Math.Min(step.Available ?? int.MaxValue, (int)Math.Ceiling(13 * Act(step.Indicator).PerWeek)));
            Assert.True(step.Wanted is not { } wanted || wanted > step.Acts);
        }
    }

    /// <summary>Opens questions answered a day after they were asked, or halfway: the reading is the one that was told, and one answer fewer is too few.</summary>
    [Property(MaxTest = 400), Trait("Law", "29")]
    public void Law29_AnswersReallyGiven_BringTheReadingTold(LivelyCommunity lively, byte percent)
    {
        SmallCommunity community = lively.Community with { Roster = null };
        Reading now = new AnsweredInTime().Read(community.Evidence);
        if (now.Measurement is Measurement.Value value && value.Number < 1 && StandardActs.All[0].Offer(community.Evidence, now, Target(value.Number, percent)) is { } offer)
        {
            double After(int count) => new AnsweredInTime().Read(Answered(Named(community), count).Evidence).Measurement.Amount!.Value;
            Assert.Equal(After(offer.Acts), offer.Value, 1e-9);
            Assert.True(offer.Value >= Target(value.Number, percent) - 1e-9 || offer.Acts == offer.Available);
            Assert.True(offer.Acts == 1 || After(offer.Acts - 1) < Target(value.Number, percent));
        }
    }

    [Property(MaxTest = 200), Trait("Law", "29")]
    public void Law29_ContributionsReallyShared_BringTheFactorTold_AndOneFewerDoesNot(LivelyCommunity lively, byte more)
    {
        SmallCommunity community = lively.Community;
        IHealthIndicator indicator = more % 2 == 0 ? new ContributorAbsenceFactor() : new CappedAbsenceFactor();
        Reading now = indicator.Read(community.Evidence);
        if (now.Measurement.Amount is { } factor && Act(indicator.Info.Id).Offer(community.Evidence, now, factor + 0.3 + (more % 3)) is { } offer)
        {
            Assert.Equal(offer.Value, Factor(offer.Acts));
            Assert.True(Factor(offer.Acts - 1) < offer.Value);
        }

        double Factor(int shared) => indicator.Read(community.With([.. Enumerable.Range(0, shared).Select(i => Example.Did($"newcomer {i}", Core.Practices.Act.Post, 80))]).Evidence).Measurement.Amount!.Value;
    }

    [Property(MaxTest = 100), Trait("Law", "29")]
    public void Law29_StartsAndOrganisingReallyHandedOver_BringTheReadingTold(LivelyCommunity lively, byte percent)
    {
        SmallCommunity community = lively.Community;
        Check(MemberInitiated.Id, new MemberInitiated(), Core.Practices.Act.Ask, better: 1);
        Check(MemberInitiatedWeeks.Id, new MemberInitiatedWeeks(), Core.Practices.Act.Ask, better: 1);
        Check(FacilitatorLoad.Id, new FacilitatorLoad(), Core.Practices.Act.Curate, better: -1);

        void Check(string id, IHealthIndicator indicator, Act act, int better)
        {
            Reading now = indicator.Read(community.Evidence);
            if (now.Measurement.Amount is { } value && (better > 0 ? value < 0.9 : value > 0.1))
            {
                double target = better > 0 ? value + ((0.95 - value) * (percent + 1) / 256) : value - ((value - 0.05) * (percent + 1) / 256);
                ActOffer offer = Act(id).Offer(community.Evidence, now, target)!;
                Assert.Equal(offer.Value, After(offer.Acts), 1e-12);
                Assert.True((offer.Value - target) * better >= -1e-9 && (After(offer.Acts - 1) - target) * better < 1e-9);

                double After(int acts) => indicator.Read(community.With([.. Enumerable.Range(0, acts).Select(i => Example.Did($"member {i}", act, 80))]).Evidence).Measurement.Amount!.Value;
            }
        }
    }

    [Property(MaxTest = 100), Trait("Law", "29")]
    public void Law29_PeopleReallyIntroduced_HaveATie(LivelyCommunity lively, byte percent)
    {
        SmallCommunity community = lively.Community with { Roster = null };
        Reading now = new Isolates().Read(community.Evidence);
        HealthEvidence evidence = community.Evidence;
        int[] alone = [.. Enumerable.Range(0, evidence.Population.Count).Where(v => evidence.Interactions.Undirected.Degree(v) == 0)];
        int host = Enumerable.Range(0, evidence.Population.Count).FirstOrDefault(v => evidence.Interactions.Undirected.Degree(v) > 0, -1);
        if (host >= 0 && now.Measurement.Amount is { } value && Act(Isolates.Id).Offer(evidence, now, value * percent / 256) is { } offer)
        {
            SmallCommunity then = community.With([.. alone.Take(offer.Acts).Select(v => Example.Did("x", Core.Practices.Act.Post, 80) with { Person = evidence.Population[host], To = [evidence.Population[v]] })]);
            Assert.Equal(offer.Value, new Isolates().Read(then.Evidence).Measurement.Amount!.Value, 1e-12);
            Assert.Equal(alone.Length, offer.Available);
        }
    }

    [Fact, Trait("Law", "29")]
    public void Law29_ASecondFacilitator_BringsWhatIsTold()
    {
        Roster one = new(SmallCommunity.Id, GoldenCommunity.Known.Roster!.Periods.Where(p => p.Role != Role.Facilitator || p.Person == new Core.People.PersonId("p0")).ToValueList());
        SmallCommunity community = GoldenCommunity.Known with { Roster = one };
        Reading now = new ActiveFacilitators().Read(community.Evidence);
        ActOffer offer = Act(ActiveFacilitators.Id).Offer(community.Evidence, now, 1.4)!;
        Assert.Equal((1, 2, "Invite a second facilitator, and let the two take turns."), (offer.Acts, offer.Value, offer.Text));
        Assert.Equal(2, new ActiveFacilitators().Read((community with { Roster = new(SmallCommunity.Id, [.. one.Periods, Example.Facilitator("p1", 0)]) }).Evidence).Measurement.Amount);
    }

    /// <summary>Only answers count in this model, so the whole report can be made again.</summary>
    [Fact, Trait("Law", "29")]
    public void Law29_AnswersReallyGiven_RaiseTheScoreAsTold()
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, 20).SelectMany(i => Example.Question(i, 2 + (4 * i), i % 2 == 0 ? 5 : null)));
        HealthModel model = new("answers/1", [new("a", "A", 1, [new(AnsweredInTime.Id, 1, Goalposts.Linear(0.3, 0.9))])], [new("Low", 0), new("High", 50)], new() { Dimensions = 1 });
        HealthAssessor assessor = new(model, [new AnsweredInTime()]);
        HealthReport report = assessor.Assess(community.Evidence, new() { StepGain = 20 });
        NextStep step = Assert.Single(report.NextSteps);
        Assert.Equal((3, 10, true), (step.Acts, step.Available!.Value, step.Reaches));
        Assert.Equal("Answer the next questions within 48 hours: this is what 3 of the 10 open questions would have brought, for which it is too late.", step.Text);
        Assert.Equal(step.Gain, assessor.Assess(Answered(community, step.Acts).Evidence).Score!.Value - report.Score!.Value, 1e-9);
        Assert.True(assessor.Assess(Answered(community, step.Acts - 1).Evidence).Score!.Value - report.Score!.Value < 20);
    }

    [Fact]
    public void Assessor_TwoActsForOneIndicator_Throws() =>
        Assert.Throws<ArgumentException>(() => new HealthAssessor(HealthModel.Activity, StandardIndicators.All, [.. StandardActs.All, StandardActs.All[0]]));

    [Fact]
    public void StandardActs_AreForIndicatorsThatExist() => Assert.Subset(StandardIndicators.All.Select(i => i.Info.Id).ToHashSet(), StandardActs.All.Select(a => a.Indicator).ToHashSet());

    private static IHealthAct Act(string indicator) => StandardActs.All.Single(a => a.Indicator == indicator);

    private static double Target(double value, byte percent) => value + ((1 - value) * (percent + 1) / 256);

    private static double With(SmallCommunity community, HealthReport report, string id, double value) => new HealthAssessor(
        HealthModel.Activity, report.Indicators.Select(i => new Stub(i.Info, i.Info.Id == id ? new(new Measurement.Value(value, 1)) : i.Reading))).Assess(community.Evidence).Score!.Value;

    /// <summary>The youngest open questions of the window, each answered by somebody new.</summary>
    private static SmallCommunity Answered(SmallCommunity community, int count)
    {
        HealthEvidence evidence = community.Evidence;
        Activity[] open = [.. Enumerable.Range(0, evidence.History.Count)
            .Where(i => i >= evidence.WindowStart && evidence.History.Acts[i] == Core.Practices.Act.Ask && evidence.Actors.OfHistory[i] >= 0 && !HasFate(i))
            .Select(i => evidence.History[i]).OrderByDescending(a => a.At).Take(count)];
        return community.With([.. open.Select(a =>
            new Activity(SmallCommunity.Id, new("the answerer"), a.At + TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerDay, (community.AsOf - a.At).Ticks / 2)), Core.Practices.Act.Answer) { InReplyTo = a.Id })]);

        bool HasFate(int question)
        {
            for (int i = 0; i < evidence.History.Replies.Length; i++)
            {
                bool same = evidence.History.People[i] == evidence.History.People[question];
                if (evidence.History.Replies[i] == question + evidence.History.Start && evidence.Actors.OfHistory[i] >= 0 && (same ? evidence.History.Acts[i] == Core.Practices.Act.Withdraw : evidence.History.Acts[i].IsAnswer()))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>An answer names its question, so each activity gets a name.</summary>
    private static SmallCommunity Named(SmallCommunity community) => community with
    {
        Activities = community.Activities.Select((a, i) => a.Id is null ? a with { Id = new($"named {i}") } : a).ToValueList(),
    };
}
