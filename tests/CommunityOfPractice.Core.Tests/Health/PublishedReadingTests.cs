using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Reports one after the other, each beside the one before: what was told once is remembered, whatever is told between.</summary>
[Trait("Law", "44")]
public sealed class PublishedReadingTests
{
    private static readonly ReadingSources Counting = new([]) { Group = ReadingGroup.Events, CountsPeople = true, PeopleDetails = ["x"] }, OfPeople = new([]) { Group = ReadingGroup.People };

    public static TheoryData<string, Measurement> Between => new()
    {
        { "held", new Measurement.Value(7, 99) },
        { "small", new Measurement.Value(4, 99) },
        { "short", new Measurement.InsufficientData("weeks", 3, 4) },
        { "no question", Stub.None },
    };

    [Theory]
    [MemberData(nameof(Between))]
    public void The_third_report_is_compared_with_the_first(string what, Measurement between)
    {
        Assert.NotEmpty(what);
        Reading[] told = Chain(Counting, [new(new Measurement.Value(6, 99)), new(between), new(new Measurement.Value(7, 99)), new(new Measurement.Value(6, 99)), new(new Measurement.Value(11, 99))]);
        Assert.Equal(["6", what switch { "held" => "group.held", "small" => "group.small", "short" => "weeks", _ => "none" }, "group.held", "6", "11"], told.Select(Say));
        Assert.Equal([0, 1, 1, 0, 0], told.Select(t => t.LastTold?.Count ?? 0));
        Assert.Equal(new Detail("value", 6), told[2].LastTold![0]);
    }

    [Fact]
    public void How_many_people_it_rests_on_is_remembered_too()
    {
        Reading[] told = Chain(OfPeople, [new(new Measurement.Value(0.5, 12)), new(Stub.None), new(new Measurement.Value(0.5, 13)), new(new Measurement.InsufficientData("people with ties", 14, 20)), new(new Measurement.Value(0.5, 17))]);
        Assert.Equal(["0.5", "none", "group.held", "group.held", "0.5"], told.Select(Say));
    }

    [Fact]
    public void Details_that_were_left_out_are_compared_with_when_they_come_again()
    {
        Reading[] told = Chain(Counting, [.. ((double[])[8, 9, 9, 8, 13]).Select(x => new Reading(new Measurement.Value(30, 99)) { Details = [new("x", x), new("other", 1)] })]);
        Assert.Equal(["x 8", null, null, "x 8", "x 13"], told.Select(t => t.Details.Count == 0 ? null : $"x {t.Details[0].Number}"));
        Assert.Equal(["30", "30", "30", "30", "30"], told.Select(Say));
    }

    /// <summary>Nine weeks and then twelve people are no change by three.</summary>
    [Theory]
    [InlineData("whole weeks observed", "0.5")]
    [InlineData("contributions", "0.5")]
    [InlineData("per cent of people with known departments", "0.5")]
    [InlineData("memberships", "0.5")]
    [InlineData("people", "group.held")]
    [InlineData("members", "group.held")]
    [InlineData("contributors in the year before the window", "group.held")]
    [InlineData("newcomers with 30 days since they joined", "group.held")]
    [InlineData("attendees", "group.held")]
    public void A_shortage_of_something_else_tells_of_no_people(string what, string then) =>
        Assert.Equal(then, Say(Chain(OfPeople, [new(new Measurement.InsufficientData(what, 9, 20)), new(new Measurement.Value(0.5, 12))])[1]));

    /// <summary>Each reading as a guarded report tells it, and as a host keeps it.</summary>
    private static Reading[] Chain(ReadingSources sources, Reading[] readings)
    {
        List<Reading> told = [];
        foreach (Reading reading in readings)
        {
            SmallGroupGuard guard = new(new Declared(reading, sources));
            IndicatorResult result = new() { Info = guard.Info, Reading = guard.Read(Stub.Enough().Evidence, told.LastOrDefault()) };
            IndicatorResult kept = JsonSerializer.Deserialize<IndicatorResult>(JsonSerializer.Serialize(result))!;
            Assert.Equal(result, kept);
            told.Add(kept.Reading);
        }

        return [.. told];
    }

    private static string Say(Reading reading) => reading.Measurement.Match(
        v => v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), i => i.What, n => n.Reason.Code, s => s.Rule.Code);

    private sealed class Declared(Reading reading, ReadingSources sources) : IHealthIndicator
    {
        public IndicatorInfo Info { get; } = new("declared", "Declared", "share", "A stub.");

        public ReadingSources? Sources => sources;

        public Reading Read(HealthEvidence evidence) => reading;
    }
}
