using System.Globalization;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Where not all can be managed: as many acts as can be, what those bring, and how many it would take if there are so many.</summary>
public sealed class LimitedActEdgesTests
{
    public static TheoryData<string, double, long, double, int, string> Limits => new()
    {
        { NewcomerActivation.Id, 0.4, 10, 0.8, 2, "2 of 6, 4 wanted: 0.6" },
        { NewcomerActivation.Id, 0.4, 10, 0.8, 4, "4 of 6, - wanted: 0.8" },
        { NewcomerActivation.Id, 0.4, 10, 0.8, 5, "4 of 6, - wanted: 0.8" },
        { NewcomerActivation.Id, 0.4, 10, 1, 5, "5 of 6, 6 wanted: 0.9" },
        { NewcomerActivation.Id, 0.4, 10, 1.1, 5, "5 of 6, - wanted: 0.9" }, // even all six are too few
        { Isolates.Id, 0.3, 10, 0, 2, "2 of 3, 3 wanted: 0.1" },
        { Isolates.Id, 0.3, 10, 0, 3, "3 of 3, - wanted: 0" },
        { Isolates.Id, 0.3, 10, -0.1, 2, "2 of 3, - wanted: 0.1" },
        { NewContributors.Id, 0.5, 10, 0.75, 4, "4 of -, 10 wanted: 0.6429" },
        { NewContributors.Id, 0.5, 10, 0.75, 10, "10 of -, - wanted: 0.75" },
        { FormalShare.Id, 0.8, 10, 0.4, 6, "6 of -, 10 wanted: 0.5" },
        { FormalShare.Id, 0.2, 10, 0.5, 2, "2 of -, 6 wanted: 0.3333" },
        { FormalShare.Id, 0.2, 10, 0.5, 6, "6 of -, - wanted: 0.5" },
        { FacilitatorLoad.Id, 0.8, 10, 0.5, 2, "2 of -, 6 wanted: 0.6667" },
        { ActiveFacilitators.Id, 1, 1, 4, 2, "2 of -, 3 wanted: 3" },
        { ActiveFacilitators.Id, 1, 1, 4, 3, "3 of -, - wanted: 4" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Shares(string id, double number, long count, double target, int most, string expected) =>
        Assert.Equal(expected, Told(Act(id).Offer(Stub.Enough().Evidence, new(new Measurement.Value(number, count)), target, most)));

    /// <summary>Of twenty questions ten are open, two of them still in time; each answer is a twentieth.</summary>
    [Fact]
    public void Answers()
    {
        SmallCommunity community = Example.Of([.. Enumerable.Range(0, 18).SelectMany(i => Example.Question(i, 20, i < 10 ? 5 : null)), .. Enumerable.Range(18, 2).SelectMany(i => Example.Question(i, 90, null))]);
        Reading reading = community.Read<AnsweredInTime>();
        ActOffer? Offer(double target, int most) => Act(AnsweredInTime.Id).Offer(community.Evidence, reading, target, most);
        Assert.Equal("4 of 10, - wanted: " + Then(4), Told(Offer(Value(4), 9)));
        Assert.Equal("3 of 10, 4 wanted: " + Then(3), Told(Offer(Value(4), 3)));
        Assert.Equal("4 of 10, - wanted: " + Then(4), Told(Offer(Value(4), 4)));
        Assert.Equal("9 of 10, 10 wanted: " + Then(9), Told(Offer(Value(10), 9)));
        Assert.Equal("9 of 10, 10 wanted: " + Then(9), Told(Offer(Value(10) + 1e-10, 9))); // lost on the way
        Assert.Equal("9 of 10, - wanted: " + Then(9), Told(Offer(Value(10) + 0.01, 9)));
        double Value(int acts) => Offer(2, acts)!.Value;
        string Then(int acts) => Math.Round(Value(acts), 4).ToString(CultureInfo.InvariantCulture);
        Assert.True(Value(1) > reading.Measurement.Amount && Enumerable.Range(1, 9).All(a => Value(a) < Value(a + 1)));
    }

    /// <summary>A charter in which most is missing: one act writes the first of it, all acts write all of it.</summary>
    [Fact]
    public void Fields_of_a_charter()
    {
        SmallCommunity community = Example.Of().With(Known.Active() with { Charters = [Known.Charter(0)] });
        Reading reading = community.Read<CharterCompleteness>();
        string[] missing = CharterCompleteness.Missing(community.Evidence);
        Assert.Equal((5, 3.0 / 8), (missing.Length, reading.Measurement.Amount!.Value));
        for (int acts = 1; acts <= 5; acts++)
        {
            ActOffer offer = Act(CharterCompleteness.Id).Offer(community.Evidence, reading, (3 + acts) / 8.0)!;
            Assert.Equal((acts, 5, null, (3 + acts) / 8.0), (offer.Acts, offer.Available!.Value, offer.Wanted, offer.Value));
            Assert.Equal($"Complete the charter: {string.Join(", ", missing.Take(acts))}.", offer.Text);
        }

        Assert.Equal("2 of 5, 4 wanted: 0.625", Told(Act(CharterCompleteness.Id).Offer(community.Evidence, reading, 7 / 8.0, 2)));
        Assert.Equal("2 of 5, - wanted: 0.625", Told(Act(CharterCompleteness.Id).Offer(community.Evidence, reading, 1.2, 2)));
        Assert.Equal("5 of 5, - wanted: 1", Told(Act(CharterCompleteness.Id).Offer(community.Evidence, reading, 1.2)));
    }

    /// <summary>A purpose that is one and a half cadences old is half fresh, and fresh after a review; a fresh one is left alone.</summary>
    [Fact]
    public void A_purpose()
    {
        ActOffer? Offer(double chartered)
        {
            SmallCommunity community = Example.Of().With(Known.Active() with { Charters = [Known.Charter(chartered)], Reviews = [new(Known.Day(chartered), Core.Communities.ReviewVerdict.Reaffirm, 1, 1, null)] });
            return Act(PurposeFreshness.Id).Offer(community.Evidence, community.Read<PurposeFreshness>(), 1);
        }

        Assert.Equal("1 of 1, - wanted: 1", Told(Offer(91 - 150)));
        Assert.Null(Offer(91 - 50));
    }

    /// <summary>Three are due: the old one that was used once counts more than the one that was used twice and has only just come due.</summary>
    [Fact]
    public void Artifacts_that_are_due()
    {
        Artifact[] all = [Known.Artifact("a unused", -510), Known.Artifact("b just due", -280), Known.Artifact("c old", -3000), Known.Artifact("d fresh", 1)];
        ArtifactUse[] uses = [.. new[] { "b just due", "b just due", "c old", "d fresh" }.Select((id, i) => new ArtifactUse(new(id), Known.Day(10 + i), new PersonId($"u{i}")))];
        SmallCommunity shelf = Example.Of().With(Known.Active(), Known.Shelf(all, uses));
        ActOffer? Offer(double target, int most) => Act(ArtifactFreshness.Id).Offer(shelf.Evidence, shelf.Read<ArtifactFreshness>(), target, most);
        double After(params string[] confirmed) => Example.Of().With(Known.Active(), Known.Shelf([.. all.Select(a => confirmed.Contains(a.Id.Text) ? a with { ConfirmedOn = shelf.AsOf.AddTicks(-1) } : a)], uses)).Read<ArtifactFreshness>().Measurement.Amount!.Value;
        double[] after = [After(), After("c old"), After("c old", "b just due"), After("c old", "b just due", "a unused")];
        Assert.Equal(after.Skip(1), Enumerable.Range(1, 3).Select(most => Offer(1, most)!.Value), (e, a) => Math.Abs(e - a) < 1e-12);
        for (int acts = 1; acts <= 3; acts++)
        {
            double between = (after[acts - 1] + after[acts]) / 2;
            Assert.Equal($"{acts} of 3, - wanted: {Math.Round(after[acts], 4).ToString(CultureInfo.InvariantCulture)}", Told(Offer(between, 9)));
            Assert.Equal(acts > 1 ? acts : null, Offer(between, 1)!.Wanted);
        }

        Assert.Null(Offer(1, 2)!.Wanted); // even all three are too few
        Assert.Equal("Go through 1 of the 3 artifacts whose review is due, the most used first: confirm or revise.", Offer(1, 1)!.Text);
        Assert.Equal("Go through all 3 artifacts whose review is due, the most used first: confirm or revise.", Offer(1, 3)!.Text);
        SmallCommunity one = Example.Of().With(Known.Active(), Known.Shelf([all[0], all[3]]));
        Assert.Equal("Go through the one artifact whose review is due, the most used first: confirm or revise.", Act(ArtifactFreshness.Id).Offer(one.Evidence, one.Read<ArtifactFreshness>(), 1)!.Text);
    }

    /// <summary>Of 32 contributions the busiest two made 23 and three 31: it takes 15 more by others for a factor of three, 31 for four; one step is better than none.</summary>
    [Theory]
    [InlineData(3, 15, "15 of -, - wanted: 3")]
    [InlineData(3, 14, null)]
    [InlineData(4, 31, "31 of -, - wanted: 4")]
    [InlineData(4, 30, "15 of -, 31 wanted: 3")]
    [InlineData(4, 15, "15 of -, 31 wanted: 3")]
    [InlineData(4, 14, null)]
    [InlineData(9, 33, "33 of -, - wanted: 5")] // there are four who could be busy
    public void Contributions(double target, int most, string? expected)
    {
        HealthEvidence evidence = Example.Posts(1, 8, 8, 15).Evidence;
        Assert.Equal(expected, Told(Act(ContributorAbsenceFactor.Id).Offer(evidence, new ContributorAbsenceFactor().Read(evidence), target, most)));
    }

    /// <summary>Two departments of ten who talk among themselves: a pair is one of a hundred; with the target at the end of what can be had there is none.</summary>
    [Fact]
    public void Pairs_of_departments()
    {
        SmallCommunity apart = Departments(i => [i + 2]);
        Reading reading = apart.Read<CrossDepartmentTies>();
        double expected = reading.Details.Single(d => d.Name == "expected").Number;
        ActOffer? Offer(double goal, int most) => Act(CrossDepartmentTies.Id).Offer(apart.Evidence, reading, goal - expected, most);
        string Then(int acts) => Math.Round(((acts - 20) / (20.0 + acts)) - expected, 4).ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"4 of 100, - wanted: {Then(4)}", Told(Offer(-0.7, 9)));
        Assert.Equal($"2 of 100, 4 wanted: {Then(2)}", Told(Offer(-0.7, 2)));
        Assert.Equal($"2 of 100, - wanted: {Then(2)}", Told(Offer(0.99, 2))); // not even all hundred
        Assert.Equal($"100 of 100, - wanted: {Then(100)}", Told(Offer(0.99, 1000)));
        Assert.Equal("Bring 1 pair of people from different departments together who have not talked yet.", Offer(-0.7, 1)!.Text);
        Assert.All([1, 1.05, 2], goal => Assert.Null(Offer(goal, 9))); // all ties across is the most there can be
        Assert.Null(Act(CrossDepartmentTies.Id).Offer(apart.Evidence, new(reading.Measurement), 0.1, 9)); // what chance gives is not known
        SmallCommunity mixed = Departments(i => [i + 1, i + 3, i + 5, i + 7, i + 9]);
        Assert.Null(Act(CrossDepartmentTies.Id).Offer(mixed.Evidence, mixed.Read<CrossDepartmentTies>(), 0.4, 9)); // all talk to all of the other
    }

    /// <summary>One of two was there in one week, the other in four: weeks of the first until they have as many.</summary>
    [Theory]
    [InlineData(2, 9, 3, null)]
    [InlineData(2, 3, 3, null)]
    [InlineData(2, 1, 1, 3)]
    [InlineData(1.95, 9, 2, null)]
    [InlineData(2.5, 2, 2, null)] // two people are never more than two
    public void Weeks_of_those_who_were_there_less(double target, int most, int acts, int? wanted)
    {
        SmallCommunity community = Example.Of([Example.Did("seldom", Core.Practices.Act.Post, 90), .. Enumerable.Range(0, 4).Select(w => Example.Did("often", Core.Practices.Act.Post, 90 - (7 * w)))]);
        ActOffer offer = Act(EffectiveContributors.Id).Offer(community.Evidence, community.Read<EffectiveContributors>(), target, most)!;
        double share = (1.0 + acts) / (5 + acts);
        Assert.Equal((acts, wanted, null), (offer.Acts, offer.Wanted, offer.Available));
        Assert.Equal(Math.Exp(-(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share))), offer.Value, 1e-9);
        Assert.Null(Act(EffectiveContributors.Id).Offer(Example.Posts(1, 1).Evidence, community.Read<EffectiveContributors>(), target, most)); // both as often
    }

    /// <summary>Of two who were there in one week each, one week more for one of them.</summary>
    [Fact]
    public void One_week_is_for_one_person()
    {
        SmallCommunity community = Example.Of([Example.Did("a", Core.Practices.Act.Post, 90), Example.Did("b", Core.Practices.Act.Post, 90), .. Enumerable.Range(0, 4).Select(w => Example.Did("often", Core.Practices.Act.Post, 90 - (7 * w)))]);
        ActOffer offer = Act(EffectiveContributors.Id).Offer(community.Evidence, community.Read<EffectiveContributors>(), 3, 1)!;
        Assert.Equal(Math.Exp(new[] { 2 / 7.0, 1 / 7.0, 4 / 7.0 }.Sum(p => -p * Math.Log(p))), offer.Value, 1e-9);
        Assert.Equal((1, 6), (offer.Acts, offer.Wanted));
    }

    private static SmallCommunity Departments(Func<int, int[]> tied) => Example.Of(Enumerable.Range(0, 20).SelectMany(i => tied(i).Select(to => Example.Did($"p{i}", Core.Practices.Act.Post, 5) with { To = [new($"p{to % 20}")] })))
        with { People = [.. Enumerable.Range(0, 20).Select(i => new Person(new($"p{i}"), [new() { Department = i % 2 == 0 ? "it" : "hr" }]))] };

    private static string? Told(ActOffer? offer) => offer is null ? null : FormattableString.Invariant($"{offer.Acts} of {Or(offer.Available)}, {Or(offer.Wanted)} wanted: {Math.Round(offer.Value, 4)}");

    private static string Or(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static IHealthAct Act(string indicator) => StandardActs.All.Single(a => a.Indicator == indicator);
}
