using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>What goes wrong in a rule or a criterion of a host is told with its id, by every kind of matching.</summary>
public sealed class AskingTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly Participant[] People = [.. new[] { "ann", "bob", "cem", "dee" }.Select(p => new Participant(new(p)) { OptedIn = true })];

    [Theory]
    [InlineData(7.5)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Criterion_OutsideZeroToOne_IsNamed(double fit)
    {
        PairingRequest request = new(People, At, 1) { ExtraCriteria = [new(new Criterion(() => fit), 100)] };
        Assert.All(
            new Action[] { () => PairingPlanner.Plan(request), () => MentoringMarket.FromRequest(request, Places("ann"), Places("bob")) },
            act => Assert.StartsWith("The criterion 'contoso.fit' gave ", Assert.Throws<InvalidOperationException>(act).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatThrows_IsNamed()
    {
        PairingRequest criterion = new(People, At, 1) { ExtraCriteria = [new(new Criterion(() => throw new TimeoutException("no answer")), 100)] };
        PairingRequest rule = new(People, At, 1) { ExtraRules = [new Rule()] };
        InvalidOperationException failed = Assert.Throws<InvalidOperationException>(() => PairingPlanner.Plan(criterion));
        Assert.Equal(("The criterion 'contoso.fit' failed.", "no answer"), (failed.Message, failed.InnerException!.Message));
        Assert.Equal("The rule 'contoso.rule' failed.", Assert.Throws<InvalidOperationException>(() => PairingPlanner.Plan(rule)).Message);
        Assert.Equal("The rule 'contoso.rule' failed.", Assert.Throws<InvalidOperationException>(() => MentoringMarket.FromRequest(rule, Places("ann"), Places("bob"))).Message);
    }

    [Fact]
    public void WhatThrowsWhenItSaysWhy_IsNamed()
    {
        InvalidOperationException[] failed = [.. Why(() => throw new TimeoutException("no answer"))];
        Assert.All(failed, f => Assert.Equal(("The criterion 'contoso.fit' failed.", "no answer"), (f.Message, f.InnerException!.Message)));
        Assert.All(Why(() => null!).Concat(Why(() => " ")), f => Assert.Equal("The criterion 'contoso.fit' says nothing of a fit that it gave.", f.Message));
    }

    [Fact]
    public void Cancellation_IsToldAsItIs()
    {
        PairingRequest request = new(People, At, 1) { ExtraCriteria = [new(new Criterion(() => 1, () => throw new OperationCanceledException()), 100)] };
        Assert.Throws<OperationCanceledException>(() => PairingPlanner.Plan(request));
    }

    /// <summary>What a sentence ends in, in pairing and in the recommendation of communities.</summary>
    private static IEnumerable<InvalidOperationException> Why(Func<string> why)
    {
        PairingRequest pairing = new(People, At, 1) { ExtraCriteria = [new(new Criterion(() => 1, why), 100)] };
        yield return Assert.Throws<InvalidOperationException>(() => PairingPlanner.Plan(pairing));
        CommunityRecommender recommender = new(CommunityEvidence.Of([new(new("agile"))], [], [], At), null, null, [new(new Community(why), 2)]);
        yield return Assert.Throws<InvalidOperationException>(() => recommender.For(new PersonId("ann")));
    }

    /// <summary>Sums of thirds and the like may miss one by a rounding.</summary>
    [Fact]
    public void Criterion_ThatMissesOneByARounding_CountsAsOne() =>
        Assert.Equal(
            PairingPlanner.Plan(new(People, At, 1) { ExtraCriteria = [new(new Criterion(() => 1), 100)] }).TotalWeight,
            PairingPlanner.Plan(new(People, At, 1) { ExtraCriteria = [new(new Criterion(() => 1.0000000000000002), 100)] }).TotalWeight);

    private static Dictionary<PersonId, int> Places(string person) => new() { [new(person)] = 1 };

    private sealed class Community(Func<string> why) : IMatchCriterion<CommunitySeeker, CommunityCandidate>
    {
        public string Id => "contoso.fit";

        public string Name => "fit";

        public double? Fit(CommunitySeeker seeker, CommunityCandidate candidate) => 1;

        public string Because(CommunitySeeker seeker, CommunityCandidate candidate) => why();
    }

    private sealed class Criterion(Func<double?> fit, Func<string>? why = null) : IMatchCriterion<Participant, Participant>
    {
        public string Id => "contoso.fit";

        public string Name => "fit";

        public double? Fit(Participant seeker, Participant candidate) => fit();

        public string Because(Participant seeker, Participant candidate) => why is null ? "They fit." : why();
    }

    private sealed class Rule : IMatchRule<Participant, Participant>
    {
        public string Id => "contoso.rule";

        public bool IsPrivate => false;

        public Reason? Forbids(Participant seeker, Participant candidate) => throw new TimeoutException("no answer");
    }
}
