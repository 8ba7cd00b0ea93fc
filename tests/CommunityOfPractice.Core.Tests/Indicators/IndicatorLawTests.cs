using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Laws that hold for every standard indicator, on communities with everything that makes trouble.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class IndicatorLawTests
{
    [Property, Trait("Law", "1")]
    public void Law1_TheOrderOfTheFacts_DoesNotShowInASingleBit(SmallCommunity community, int seed) =>
        Assert.Equal(community.Readings, community.Shuffled(seed).Readings);

    [Property, Trait("Law", "2")]
    public void Law2_NamesOfPeople_DoNotShow(SmallCommunity community, int seed) =>
        Assert.Equal(community.Readings.Select(Expected.Unseeded), community.Renamed(seed).Readings.Select(Expected.Unseeded));

    [Property, Trait("Law", "18")]
    public void Law18_WhatABotDoes_ChangesNothing(SmallCommunity community, int seed)
    {
        Random random = new(seed);
        Activity bot = new(SmallCommunity.Id, new("a new bot"), At(random, community), (Act)random.Next(15))
        {
            Actor = ActorKind.Bot,
            InReplyTo = random.Next(3) == 0 ? new ActivityId("gone") : Any(random, community)?.Id,
            To = random.Next(2) == 0 ? [new("ana")] : [],
        };
        Assert.Equal(community.Readings, community.With(bot).Readings);
    }

    [Property, Trait("Law", "18")]
    public void Law18_WhatHappensAtTheAsOfInstantOrLater_ChangesNothing(SmallCommunity community, int seed, NonNegativeInt minutes)
    {
        Random random = new(seed);
        Activity later = new(SmallCommunity.Id, new(random.Next(2) == 0 ? "ana" : "late"), community.AsOf.AddMinutes(minutes.Get / 10), (Act)random.Next(15))
        {
            Id = new ActivityId("gone"),
            InReplyTo = Any(random, community)?.Id,
            To = [new("Bo")],
        };
        Assert.Equal(community.Readings, community.With(later).Readings);
    }

    [Property, Trait("Law", "18")]
    public void Law18_AReplyToOneself_ChangesNothing(SmallCommunity community, int seed)
    {
        Random random = new(seed);
        Activity[] own = [.. new Truth(community).InWindow.Where(a => a.Id is not null)];
        if (own.Length > 0 && own[random.Next(own.Length)] is var parent)
        {
            Activity reply = new(SmallCommunity.Id, parent.Person, parent.At + ((community.AsOf - parent.At) * random.NextDouble() * 0.9), (Act)random.Next(14)) { InReplyTo = parent.Id };
            Assert.Equal(community.Readings, community.With(reply).Readings);
        }
    }

    [Property(MaxTest = 300), Trait("Law", "19")]
    public void Law19_AnyCommunity_ReadsWithoutThrowingAndOnlyFiniteNumbers(SmallCommunity community)
    {
        Assert.Equal(StandardIndicators.All.Count, community.Readings.Count);
        foreach (Reading reading in community.Readings)
        {
            Assert.All(reading.Details, d => Assert.True(double.IsFinite(d.Number), d.Name));
            if (reading.Measurement is Measurement.Value value)
            {
                Assert.True(double.IsFinite(value.Number));
                Assert.True(value.Interval?.Contains(value.Number) ?? true);
            }
        }
    }

    [Theory, Trait("Law", "19")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("2024-02-01", "2024-02-01")]
    public void Law19_NobodyOrOnePersonAndAnyWindow_Reads(string from, string until)
    {
        TimeWindow window = new(Utc(from), Utc(until));
        SmallCommunity nobody = Example.Of() with { Window = window };
        SmallCommunity members = nobody.WithRoster(Example.Member("m", 0), Example.Facilitator("f", 0, 0));
        SmallCommunity one = Example.Of(Example.Did("m", Act.Ask, 1, "q")) with { Window = window, Roster = members.Roster };
        Assert.All([nobody, members, one], community => Assert.All(community.Readings, r => Assert.True(double.IsFinite(r.Measurement.Amount ?? 0))));

        static DateTimeOffset Utc(string day) => DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Property, Trait("Law", "20")]
    public void Law20_EverythingSomeWholeWeeksLaterOrEarlier_ReadsTheSame(SmallCommunity community, short weeks)
    {
        if (community.Window.From > DateTimeOffset.MinValue)
        {
            Assert.Equal(Timeless(community), Timeless(community.Shifted(TimeSpan.FromDays(7 * (weeks % 1000)))));
        }
    }

    private static IEnumerable<Reading> Timeless(SmallCommunity community) => community.Readings.Select(r => Expected.Unseeded(r) with { Measurement = Expected.Timeless(r.Measurement) });

    [Property, Trait("Law", "20")]
    public void Law20_AChangeOfDepartmentAfterTheWindow_ChangesNothing(SmallCommunity community, byte days)
    {
        DateTimeOffset moved = community.AsOf.AddDays(days);
        SmallCommunity after = community with
        {
            People = community.People.Select(p => new Person(p.Id, p.History
                .Where(h => !(h.From >= moved))
                .Select(h => h with { Until = h.Until < moved ? h.Until : moved })
                .Append(new() { From = moved, Department = "elsewhere" })
                .ToValueList())).ToValueList(),
        };
        Assert.Equal(community.Readings, after.Readings);
    }

    /// <summary>
    /// An observation is a person with everything they did; coverage of departments is exempt, and so are replies in a circle, of which the
    /// rest becomes credible when a part goes.
    /// </summary>
    [Property, Trait("Law", "32")]
    public void Law32_WithoutOnePerson_TooLittleNeverBecomesAValue(SmallCommunity community, int seed)
    {
        PersonId[] people = [.. community.Activities.Where(a => a.Actor == ActorKind.Human).Select(a => a.Person).Distinct()]; // a bot of which no act is left would pass for a person
        SmallCommunity without = people.Length > 0 ? community.WithoutPerson(people[new Random(seed).Next(people.Length)]) : community;
        if (new Truth(without).MembersKnown == new Truth(community).MembersKnown && community.Log.BrokenReplies.All(b => b.Code != "reply.cycle"))
        {
            ValueList<Reading> before = community.Readings, after = without.Readings;
            for (int i = 0; i < before.Count; i++)
            {
                bool exempt = StandardIndicators.All[i] is CrossDepartmentTies or CrossLocationTies or DepartmentModularity or BridgingMembers or DepartmentElephantFactor
                    or DaytimeInclusion or OutOfHours or DepartmentDiversity or LocationDiversity or DepartmentRepresentativeness or LocationRepresentativeness;
                Assert.False(!exempt && before[i].Measurement is Measurement.InsufficientData && after[i].Measurement is Measurement.Value, StandardIndicators.All[i].Info.Id);
            }
        }
    }

    private static Activity? Any(Random random, SmallCommunity community) =>
        community.Activities.Count == 0 ? null : community.Activities[random.Next(community.Activities.Count)];

    private static DateTimeOffset At(Random random, SmallCommunity community) =>
        (Any(random, community)?.At ?? community.Window.From).AddHours(random.Next(0, 50));
}
