using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>At which numbers a reading is withheld, and which of its details; what is counted of one person.</summary>
public sealed class SmallGroupEdgesTests
{
    private static readonly ReadingSources Events = new([]) { Group = ReadingGroup.Events }, People = new([]) { Group = ReadingGroup.People };

    public static TheoryData<string, ReadingSources?, Measurement, bool> Cases => new()
    {
        { "of events any number", Events, new Measurement.Value(0.5, 1), false },
        { "of people five", People, new Measurement.Value(0.5, 5), false },
        { "of people four", People, new Measurement.Value(0.5, 4), true },
        { "of nobody", People, new Measurement.Value(0, 0), false },
        { "too few, of four", People, new Measurement.InsufficientData("x", 4, 9), true },
        { "too few, of five", People, new Measurement.InsufficientData("x", 5, 9), false },
        { "too few events", Events, new Measurement.InsufficientData("x", 4, 9), false },
        { "undeclared is of people", null, new Measurement.Value(0.5, 4), true },
        { "undeclared of five", null, new Measurement.Value(0.5, 5), false },
        { "a count of people, four", Events with { CountsPeople = true }, new Measurement.Value(4, 99), true },
        { "a count of people, five", Events with { CountsPeople = true }, new Measurement.Value(5, 99), false },
        { "a count of people, none", Events with { CountsPeople = true }, new Measurement.Value(0, 99), false },
        { "a number like one", Events, new Measurement.Value(4, 99), false },
        { "an office", Events with { Group = ReadingGroup.Office }, new Measurement.Value(1, 1), false },
        { "nobody's", Events with { Group = ReadingGroup.Nobody, CountsPeople = true }, new Measurement.Value(1, 1), false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_reading_is_withheld_when_few(string what, ReadingSources? sources, Measurement measurement, bool withheld)
    {
        Assert.NotEmpty(what);
        Reading reading = new(measurement) { Details = [new("x", 1)], Finding = "f" };
        Reading guarded = new SmallGroupGuard(new Declared(reading, sources)).Read(Stub.Enough().Evidence);
        Assert.Equal(withheld ? new Reading(new Measurement.Suppressed(new Reason("group.small", "It would be about fewer than 5 people.") { Arguments = ["5"] })) : reading, guarded);
    }

    /// <summary>Four who contributed, or four who belong: whatever is read of the community is about them.</summary>
    [Theory]
    [InlineData(4, 9, true)]
    [InlineData(5, 9, false)]
    [InlineData(9, 4, true)]
    [InlineData(9, 5, false)]
    [InlineData(0, 9, false)] // about nobody
    public void A_small_community_is_withheld(int contributors, int members, bool withheld)
    {
        SmallCommunity community = Example.Posts([.. Enumerable.Repeat(1, contributors)]).WithRoster([.. Enumerable.Range(0, members).Select(i => Example.Member($"p{i}", -9))]);
        Reading reading = new(new Measurement.Value(0.5, 99)) { Details = [new("x", 1)] };
        Assert.Equal(withheld, new SmallGroupGuard(new Declared(reading, Events)).Read(community.Evidence).Measurement is Measurement.Suppressed);
        Assert.Equal(reading, new SmallGroupGuard(new Declared(reading, Events with { Group = ReadingGroup.Office })).Read(community.Evidence));
        Reading none = new(Stub.None) { Details = [new("x", 1)], Finding = "f" };
        Assert.Equal(withheld ? new Reading(Stub.None) : none, new SmallGroupGuard(new Declared(none, Events)).Read(community.Evidence));
    }

    [Fact]
    public void Details_of_few_people_go_and_others_stay()
    {
        Assert.Equal(["a", "b"], Details(Events with { PeopleDetails = ["a"] }, ("a", 5), ("b", 1)));
        Assert.Empty(Details(Events with { PeopleDetails = ["a"] }, ("a", 4), ("b", 1)));
        Assert.Equal(["a", "b"], Details(Events with { PeopleDetails = ["a"] }, ("a", 0), ("b", 1)));
        Assert.Equal(["a"], Details(Events with { PeopleDetails = ["a"], WithheldDetails = ["b"] }, ("a", 5), ("b", 1)));
        Assert.Equal(["b"], Details(Events with { PeopleDetails = ["z"] }, ("b", 1)));
    }

    /// <summary>Parts of a whole are a spread: ten people at least, and none where nothing is told of people.</summary>
    [Fact]
    public void Spreads_need_ten()
    {
        ReadingSources spread = Events with { PeopleDetails = ["a", "b"], PartsOfTheWhole = true };
        Assert.Equal(["a", "b"], Details(spread, ("a", 5), ("b", 5)));
        Assert.Empty(Details(spread, ("a", 9), ("b", 0)));
        Assert.Equal(["a", "b"], Details(spread with { PartsOfTheWhole = false }, ("a", 9), ("b", 0)));
        Assert.Equal(["c"], Details(spread, ("c", 1)));
    }

    [Fact]
    public void A_guard_passes_on_what_it_guards()
    {
        Declared inner = new(new(Stub.None), Events);
        SmallGroupGuard guard = new(inner, new() { SmallestGroup = 7 });
        Assert.Same(inner.Info, guard.Info);
        Assert.Same(Events, guard.Sources);
        Assert.Equal(7, guard.Policy.SmallestGroup);
        Assert.Same(SuppressionPolicy.Default, new SmallGroupGuard(inner).Policy);
        Assert.Equal(7, Assert.IsType<SmallGroupGuard>(SmallGroupGuard.Around([inner], new() { SmallestGroup = 7 }).Single()).Policy.SmallestGroup);
    }

    /// <summary>A model that is content with three contributors must not tell, by a reason that is not there, that there are three or four.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_smaller_minimum_counts_as_the_smallest_group_where_readings_are_guarded(int people)
    {
        IHealthIndicator[] guarded = [.. new[] { "a1", "a2", "a3", "b1" }.Select(id => new SmallGroupGuard(Stub.Of(id, 50)))];
        HealthReport report = new HealthAssessor(Stub.Model(new() { People = 4, Contributors = 3 }), guarded).Assess(Stub.Enough(people: people).Evidence);
        Assert.Equal(
            ["5 people known in the community are needed, fewer are there.", "5 contributors in the window are needed, fewer are there."],
            report.Missing.Where(m => m.Code is "people.few" or "contributors.few").Select(m => m.Text));
        Assert.Null(report.Score);
    }

    /// <summary>How many contributed is no number to tell where it is small.</summary>
    [Fact]
    public void Too_few_contributors_are_fewer_where_readings_are_guarded()
    {
        Stub[] stubs = [.. new[] { "a1", "a2", "a3", "b1" }.Select(id => Stub.Of(id, 50))];
        string Text(IEnumerable<IHealthIndicator> all) => new HealthAssessor(Stub.Model(new()), all).Assess(Stub.Enough(people: 4).Evidence).Missing.First(m => m.Code == "contributors.few").Text;
        Assert.Equal("5 contributors in the window are needed, 4 are there.", Text(stubs));
        Assert.Equal("5 contributors in the window are needed, fewer are there.", Text(SmallGroupGuard.Around(stubs)));
    }

    /// <summary>A model that asks for twenty: twelve and then thirteen would be told in words.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public void No_number_of_people_is_told_where_readings_are_guarded(int people)
    {
        Stub[] stubs = [.. new[] { "a1", "a2", "a3", "b1" }.Select(id => Stub.Of(id, 50))];
        IEnumerable<string> Texts(IEnumerable<IHealthIndicator> all) => new HealthAssessor(Stub.Model(new() { People = 20, Contributors = 20 }), all)
            .Assess(Stub.Enough(people: people, posts: 40).Evidence).Missing.Where(m => m.Code is "people.few" or "contributors.few").Select(m => m.Text);
        Assert.Equal([$"20 people known in the community are needed, {people} are there.", $"20 contributors in the window are needed, {people} are there."], Texts(stubs));
        Assert.Equal(["20 people known in the community are needed, fewer are there.", "20 contributors in the window are needed, fewer are there."], Texts(SmallGroupGuard.Around(stubs)));
    }

    [Fact]
    public void Readings_of_one_person_are_what_they_did_in_the_window()
    {
        SmallCommunity community = Example.Of(
            Example.Did("ana", Act.Post, -1, "old"),
            Example.Did("ana", Act.Ask, 1, "q"),
            Example.Did("bo", Act.Ask, 1.2, "p"),
            Example.Did("ana", Act.Answer, 1.4, null, "p"),
            Example.Did("ana", Act.Reply, 3, null, "p"),
            Example.Did("ana", Act.Comment, 3.5, null, "q"),
            Example.Did("ana", Act.View, 9),
            Example.Did("ana", Act.Post, 20) with { To = [new("cas")] },
            Example.Did("cas", Act.Welcome, 21) with { To = [new("ana")] });
        Assert.Equal(new(SmallCommunity.Id, new("ana"), Example.Quarter, 4, 1, 2, 3, 2), PersonReadings.Of(community.Evidence, new("ana")));
        Assert.Equal(new(SmallCommunity.Id, new("cas"), Example.Quarter, 1, 0, 0, 1, 1), PersonReadings.Of(community.Evidence, new("cas")));
        Assert.Equal(new(SmallCommunity.Id, new("nobody"), Example.Quarter, 0, 0, 0, 0, 0), PersonReadings.Of(community.Evidence, new("nobody")));
    }

    private static IEnumerable<string> Details(ReadingSources sources, params (string Name, double Number)[] details) =>
        new SmallGroupGuard(new Declared(new(new Measurement.Value(0.5, 99)) { Details = [.. details.Select(d => new Detail(d.Name, d.Number))] }, sources)).Read(Stub.Enough().Evidence).Details.Select(d => d.Name);

    private sealed class Declared(Reading reading, ReadingSources? sources) : IHealthIndicator
    {
        public IndicatorInfo Info { get; } = new("x", "X", "share", "A stub.");

        public ReadingSources? Sources => sources;

        public Reading Read(HealthEvidence evidence) => reading;
    }
}
