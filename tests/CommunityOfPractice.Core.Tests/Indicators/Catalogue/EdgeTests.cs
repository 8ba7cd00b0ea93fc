using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Every indicator where next to nothing is there, and one step below and at its minimum.</summary>
public sealed class EdgeTests
{
    /// <summary>Nothing at all; one member who did nothing; and one who facilitates, asked one question and is known to work somewhere.</summary>
    [Theory, Trait("Law", "19")]
    [InlineData("contributors/v1", "0 n=0", "0 n=0", "1 n=1")]
    [InlineData("member-participation/v1", "members.unknown", "1 of 20 people", "1 of 20 people")]
    [InlineData("top-tenth-share/v1", "0 of 20 contributors", "0 of 20 contributors", "1 of 20 contributors")]
    [InlineData("gini-contributors/v1", "0 of 5 contributors", "0 of 5 contributors", "1 of 5 contributors")]
    [InlineData("gini-members/v1", "members.unknown", "1 of 5 members", "1 of 5 members")]
    [InlineData("absence-factor/v1", "0 of 1 contributions", "0 of 1 contributions", "1 n=1")]
    [InlineData("absence-factor-answers/v1", "answers.none", "answers.none", "answers.none")]
    [InlineData("absence-factor-hosting/v1", "hosting.none", "hosting.none", "hosting.none")]
    [InlineData("absence-factor-curation/v1", "curation.none", "curation.none", "curation.none")]
    [InlineData("elephant-factor-departments/v1", "0 of 1 contributions", "0 of 1 contributions", "1 n=1")]
    [InlineData("core-level-share/v1", "members.unknown", "0 of 13 whole weeks observed", "12 of 13 whole weeks observed")]
    [InlineData("member-initiated/v1", "facilitators.unknown", "facilitators.unknown", "1 of 10 threads, questions and gatherings started")]
    [InlineData("answered-48h/v1", "questions.none", "questions.none", "1 of 10 questions")]
    [InlineData("first-answer-median/v1", "questions.none", "questions.none", "1 of 10 questions")]
    [InlineData("answer-wait-7d/v1", "questions.none", "questions.none", "1 of 10 questions")]
    [InlineData("unanswered-7d/v1", "questions.none", "questions.none", "1 of 5 questions that are 7 days old")]
    [InlineData("backlog-age/v1", "questions.none", "questions.none", "90 n=1")]
    [InlineData("closure-ratio/v1", "questions.none", "questions.none", "0 n=1")]
    [InlineData("answer-acceptance/v1", "questions.none", "questions.none", "acceptance.unknown")]
    [InlineData("newcomer-activation-30d/v1", "members.unknown", "0 of 5 newcomers with 30 days since they joined", "0 of 5 newcomers with 30 days since they joined")]
    [InlineData("first-contribution-median/v1", "members.unknown", "0 of 10 newcomers", "0 of 10 newcomers")]
    [InlineData("newcomer-welcome-48h/v1", "replies.unknown", "replies.unknown", "replies.unknown")]
    [InlineData("newcomer-return-7d/v1", "0 of 5 newcomers with 7 days since they started", "0 of 5 newcomers with 7 days since they started", "0 of 5 newcomers with 7 days since they started")]
    [InlineData("newcomer-return-30d/v1", "0 of 5 newcomers with 30 days since they started", "0 of 5 newcomers with 30 days since they started", "0 of 5 newcomers with 30 days since they started")]
    [InlineData("newcomer-return-90d/v1", "0 of 5 newcomers with 90 days since they started", "0 of 5 newcomers with 90 days since they started", "0 of 5 newcomers with 90 days since they started")]
    [InlineData("tenure-365d/v1", "members.unknown", "1 of 10 memberships", "1 of 10 memberships")]
    [InlineData("inactive-contributors/v1", "0 of 1 contributors in the year before the window", "0 of 1 contributors in the year before the window", "0 of 1 contributors in the year before the window")]
    [InlineData("stickiness-weekly/v1", "0 of 4 whole weeks observed", "0 of 4 whole weeks observed", "0 of 1 people active in the last 28 days")]
    [InlineData("momentum/v1", "0 of 8 whole weeks observed", "0 of 8 whole weeks observed", "0 n=12")]
    [InlineData("density/v1", "ties.unknown", "ties.unknown", "ties.unknown")]
    [InlineData("degree-centralization/v1", "ties.unknown", "ties.unknown", "ties.unknown")]
    [InlineData("facilitator-removal/v1", "facilitators.unknown", "facilitators.unknown", "ties.unknown")]
    [InlineData("reciprocity/v1", "ties.unknown", "ties.unknown", "ties.unknown")]
    [InlineData("isolates/v1", "ties.unknown", "ties.unknown", "ties.unknown")]
    [InlineData("cross-department-ties/v1", "departments.unknown", "departments.unknown", "ties.unknown")]
    [InlineData("cross-location-ties/v1", "locations.unknown", "locations.unknown", "ties.unknown")]
    [InlineData("department-modularity/v1", "departments.unknown", "departments.unknown", "ties.unknown")]
    [InlineData("bridging-members/v1", "departments.unknown", "departments.unknown", "ties.unknown")]
    [InlineData("structural-core/v1", "ties.unknown", "ties.unknown", "ties.unknown")]
    [InlineData("innermost-core/v1", "ties.unknown", "ties.unknown", "ties.unknown")]
    [InlineData("transitivity/v1", "ties.unknown", "ties.unknown", "ties.unknown")]
    [InlineData("active-facilitators/v1", "facilitators.unknown", "facilitators.unknown", "1 n=1")]
    [InlineData("out-of-hours/v1", "0 of 5 people with a known time zone", "0 of 5 people with a known time zone", "time-zones.unknown")]
    [InlineData("facilitator-load/v1", "facilitators.unknown", "facilitators.unknown", "organising.unknown")]
    public void Law19_NobodyAndOnePerson_ReadAsTheTableSays(string id, string nobody, string silent, string asking)
    {
        SmallCommunity member = Example.Of().WithRoster(Example.Member("m", -100));
        SmallCommunity one = Example.Of(Example.Did("m", Act.Ask, 1)).WithRoster(Example.Member("m", -100), Example.Facilitator("m", -100)) with
        {
            People = [new(new("m"), [new() { Department = "a", Location = "b" }])],
        };
        IHealthIndicator indicator = StandardIndicators.All.Single(i => i.Info.Id == id);
        Assert.Equal([nobody, silent, asking], new[] { Example.Of(), member, one }.Select(c => Word(indicator.Read(c.Evidence).Measurement)));
    }

    /// <summary>As many people, questions or departments as given, one less and exactly what is needed.</summary>
    public static TheoryData<string, int> Minima => new()
    {
        { DegreeCentralization.Id, 5 }, { NetworkDensity.Id, 2 }, { StructuralCore.Id, 8 }, { TieTransitivity.Id, 3 }, { Isolates.Id, 5 },
        { MemberGini.Id, 5 }, { LevelShares.Id, 5 }, { FacilitatorRemoval.Id, 5 }, { BridgingMembers.Id, 3 }, { CrossLocationTies.Id, 2 }, { DepartmentModularity.Id, 2 }, { DepartmentElephantFactor.Id, 1 },
        { NewcomerEarlyReturn.Id, 5 }, { FirstContributionMedian.Id, 10 }, { InactiveContributors.Id, 1 }, { WeeklyStickiness.Id, 1 },
        { MeanWaitForAnswer.Id, 10 }, { UnansweredQuestions.Id, 5 }, { AnswerAcceptance.Id, 5 }, { BacklogAge.Id, 1 }, { ClosureRatio.Id, 1 },
        { AnswerAbsenceFactor.Id, 1 }, { HostingAbsenceFactor.Id, 1 }, { CurationAbsenceFactor.Id, 1 },
    };

    [Theory]
    [MemberData(nameof(Minima))]
    public void Minimum_OneLessAndEnough_HasAValueFromThere(string id, int need)
    {
        IHealthIndicator indicator = StandardIndicators.All.Single(i => i.Info.Id == id);
        Assert.Equal([false, true], new[] { need - 1, need }.Select(n => indicator.Read(Circle(n).Evidence).Measurement is Measurement.Value));
    }

    /// <summary>Ten ties, of which as many as given have known departments and places at both ends.</summary>
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Coverage_AroundSeventyPercentKnown_HasAValueFromThere(int known, bool enough)
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, 10).Select(i => Example.Did($"p{i}", Act.Post, i) with { To = [new("hub")] })) with
        {
            People = [new(new("hub"), [new() { Department = "z", Location = "z" }]), .. Enumerable.Range(0, known).Select(i => new Person(new($"p{i}"), [new() { Department = $"d{i % 3}", Location = $"d{i % 3}" }]))],
        };
        Assert.All(
            new IHealthIndicator[] { new CrossDepartmentTies(), new CrossLocationTies(), new DepartmentModularity(), new BridgingMembers(), new DepartmentElephantFactor() },
            i => Assert.Equal(enough, i.Read(community.Evidence).Measurement is Measurement.Value));
    }

    [Fact]
    public void Infos_OfAllIndicators_AreDistinctVersionedAndInWords()
    {
        IndicatorInfo[] infos = [.. StandardIndicators.All.Select(i => i.Info)];
        Assert.Equal(infos.Length, infos.DistinctBy(i => i.Id).Count());
        Assert.Equal(infos.Length, infos.DistinctBy(i => i.Name).Count());
        Assert.All(infos, i => Assert.Matches("^[a-z0-9-]+/v[1-9]$", i.Id));
        Assert.All(infos, i => Assert.EndsWith(".", i.Meaning, StringComparison.Ordinal));
        Assert.All(infos.Where(i => i.NextStep is not null), i => Assert.EndsWith(".", i.NextStep, StringComparison.Ordinal));
    }

    /// <summary>
    /// A circle of n people, each with a department and a place of their own, who ask, are answered by the next one two hours later with one answer accepted, host and curate; all of
    /// them contributed before, all joined in the window, and one facilitates. One more question stays open.
    /// </summary>
    private static SmallCommunity Circle(int n) => Example.Of(
    [
        .. n == 0 ? Array.Empty<Activity>() : [Example.Did("p0", Act.View, -20)],
        .. Enumerable.Range(0, n).SelectMany(i => new[]
        {
            Example.Did($"p{i}", Act.Post, -10),
            Example.Did($"p{i}", Act.Ask, 40, $"q{i}") with { Accepted = new($"r{i}") },
            Example.Did(n > 1 ? $"p{(i + 1) % n}" : "guest", Act.Answer, 40.1, $"r{i}", $"q{i}"),
            Example.Did($"p{i}", Act.Post, 41) with { To = [new($"p{(i + 1) % n}"), new($"p{(i + 2) % n}")] },
            Example.Did($"p{i}", Act.Host, 70),
            Example.Did($"p{i}", Act.Curate, 70),
        }),
        .. n == 0 ? Array.Empty<Activity>() : [Example.Did("p0", Act.Ask, 89, "open")],
    ]).WithRoster(
    [
        .. Enumerable.Range(0, n).Select(i => Example.Member($"p{i}", 30)),
        .. n == 0 ? Array.Empty<MembershipPeriod>() : [Example.Facilitator("p0", 30)],
    ]) with
    {
        People = [.. Enumerable.Range(0, n).Select(i => new Person(new($"p{i}"), [new() { Department = $"d{i}", Location = $"l{i}" }]))],
    };

    private static string Word(Measurement measurement) =>
        measurement.Match(v => $"{v.Number} n={v.Count}", f => $"{f.Have} of {f.Need} {f.What}", n => n.Reason.Code, s => s.Rule.Code);
}
