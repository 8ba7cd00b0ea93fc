using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Interchange;

public class InterchangeDataTests
{
    private static readonly PersonId Ada = new("ada");
    private static readonly DateTimeOffset Day = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ToPeople_JoinsTheEntriesOfEachPerson()
    {
        InterchangeData data = Of(people: [new(Ada, Day) { Department = "b" }, new(new("bob")), new(Ada, null, Day) { Department = "a", Languages = ["en"], Manager = new("bob") }]);
        ValueList<Person> people = data.ToPeople();
        Assert.Equal(["ada", "bob"], people.Select(person => person.Id.Text));
        Assert.Equal(["a", "b"], people[0].History.Select(attributes => attributes.Department));
        Assert.Equal(new PersonAttributes { Until = Day, Department = "a", Languages = ["en"], Manager = new("bob") }, people[0].AsOf(Day.AddTicks(-1)));
    }

    [Fact]
    public void RosterOf_HoldsThePeriodsOfTheCommunityOnly()
    {
        InterchangeData data = Of(memberships: [new(new("c"), Ada, Day), new(new("d"), new("bob"), Day)]);
        Assert.Equal([Ada], data.RosterOf(new("c")).MembersAt(Day));
        Assert.Empty(data.RosterOf(new("x")).Periods);
    }

    [Fact]
    public void Constructor_RowsThatDifferLittle_HaveOneOrder()
    {
        MeetingEntry[] meetings =
        [
            new(Day, [Ada]), new(Day, [Ada]) { Met = false }, new(Day, [Ada]) { Met = true }, new(Day, [Ada]) { Met = true, Useful = 0 }, new(Day, [Ada]) { Met = true, Useful = 5 },
            new(Day, [Ada, new("bob")]), new(Day, [new("bob")]), new(Day.AddTicks(1), [Ada]),
        ];
        MembershipPeriod[] periods =
        [
            new(new("c"), Ada, Day, Day.AddDays(1)), new(new("c"), Ada, Day), new(new("c"), Ada, Day, role: Role.Facilitator), new(new("c"), Ada, Day, role: Role.Mentor),
            new(new("c"), Ada, Day.AddDays(1)), new(new("c"), new("bob"), Day), new(new("d"), Ada, Day),
        ];
        for (int seed = 0; seed < 50; seed++)
        {
            MeetingEntry[] shuffledMeetings = [.. meetings];
            MembershipPeriod[] shuffledPeriods = [.. periods];
            new Random(seed).Shuffle(shuffledMeetings);
            new Random(seed).Shuffle(shuffledPeriods);
            InterchangeData data = Of(memberships: shuffledPeriods, meetings: shuffledMeetings);
            Assert.Equal(meetings, data.Meetings);
            Assert.Equal(periods, data.Memberships);
        }
    }

    [Fact]
    public void Constructor_WhatTheFormatCannotHold_Throws()
    {
        Assert.Throws<ArgumentException>(() => Of(people: [new(Ada, Day), new(Ada, Day.AddDays(1))]));
        Assert.Throws<ArgumentException>(() => Of(communities: [new(new("c")), new(new("c")) { Name = "x" }]));
        Assert.Throws<ArgumentException>(() => Of(memberships: [new(default, Ada, Day)]));
        Assert.Throws<ArgumentException>(() => Of(memberships: [new(new("c"), Ada, DateTimeOffset.UnixEpoch.AddTicks(-1))]));
        Assert.Throws<ArgumentException>(() => Of(meetings: [new(new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), [Ada])]));
        Assert.Throws<ArgumentException>(() => Of(log: [new(new("c"), Ada, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), Act.Post)]));
        Assert.Single(Of(log: [new(new("c"), Ada, new(2100, 1, 1, 1, 59, 59, TimeSpan.FromHours(2)), Act.Post)]).Log.Communities);
    }

    [Fact]
    public void Entries_WhatTheFormatCannotHold_Throws()
    {
        Assert.Throws<ArgumentException>(() => new PersonEntry(default));
        Assert.Throws<ArgumentException>(() => new PersonEntry(Ada, Day, Day));
        Assert.Throws<ArgumentException>(() => new PersonEntry(Ada) { Department = "a\0b" });
        Assert.Throws<ArgumentException>(() => new PersonEntry(Ada) { Department = "\ud800" });
        Assert.Throws<ArgumentException>(() => new PersonEntry(Ada) { Department = new string('x', 10_001) });
        Assert.Throws<ArgumentException>(() => new PersonEntry(Ada) { Languages = ["en", ""] });
        Assert.Throws<ArgumentException>(() => new PersonEntry(Ada) { Manager = default(PersonId) });
        Assert.Throws<ArgumentException>(() => new PersonEntry(Ada) { Topics = [default(TopicId)] });
        Assert.Throws<ArgumentException>(() => new CommunityEntry(default));
        Assert.Throws<ArgumentException>(() => new MeetingEntry(Day, []));
        Assert.Throws<ArgumentException>(() => new MeetingEntry(Day, [Ada, Ada]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeetingEntry(Day, [Ada]) { Useful = 6 });
        Assert.Null(new PersonEntry(Ada) { Department = "" }.Department);
        Assert.NotNull(new PersonEntry(Ada) { Department = string.Concat(Enumerable.Repeat("😀", 10_000)) }.Department);
    }

    [Fact]
    public void Builder_ActivityThatNamesNothing_Throws()
    {
        ActivityLogBuilder builder = new();
        Assert.Throws<ArgumentException>(() => builder.Add(new Activity(default, Ada, Day, Act.Post)));
        Assert.Throws<ArgumentException>(() => builder.Add(new Activity(new("c"), Ada, Day, Act.Post) { Id = default(ActivityId) }));
        Assert.Throws<ArgumentException>(() => builder.Add(new Activity(new("c"), Ada, Day, Act.Post) { To = [default] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new Activity(new("c"), Ada, Day, Act.Post) { Formality = (Formality)3 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new Activity(new("c"), Ada, Day, Act.Post) { Actor = (ActorKind)2 }));
    }

    private static InterchangeData Of(
        Activity[]? log = null, PersonEntry[]? people = null, CommunityEntry[]? communities = null, MembershipPeriod[]? memberships = null, MeetingEntry[]? meetings = null) =>
        new(ActivityLog.Of(log ?? []).OrThrow(), people ?? [], communities ?? [], memberships ?? [], meetings ?? []);
}
