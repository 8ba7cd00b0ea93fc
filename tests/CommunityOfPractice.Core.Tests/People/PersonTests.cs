using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.People;

public sealed class PersonTests
{
    [Property]
    public void AsOf_AnyHistory_IsTheEntryThatHolds(byte[] lengths, byte day, int seed)
    {
        ValueList<PersonAttributes> history = lengths.Select((length, i) => Entry(lengths.Take(i).Sum(l => l), length, $"d{i}")).ToValueList();
        PersonAttributes[] mixed = [.. history];
        new Random(seed).Shuffle(mixed);
        Person person = new(new("p"), [.. mixed]);
        Assert.Equal(history.SingleOrDefault(h => h.From <= Day(day) && Day(day) < h.Until), person.AsOf(Day(day)));
        Assert.Equal(new Person(new("p"), history).AsOf(Day(day)), person.AsOf(Day(day)));
    }

    [Fact]
    public void AsOf_OpenEnds_HoldForEver()
    {
        Person person = new(new("p"), [new() { From = Day(5), Department = "late" }, new() { Until = Day(5), Department = "early" }]);
        Assert.Equal(["early", "early", "late", "late"], new[] { DateTimeOffset.MinValue, Day(5).AddTicks(-1), Day(5), DateTimeOffset.MaxValue }.Select(at => person.AsOf(at)?.Department));
    }

    [Fact]
    public void Constructor_OverlapsAndReversedEntries_Throw()
    {
        ValueList<PersonAttributes>[] wrong = [[Entry(0, 5, "a"), Entry(4, 5, "b")], [new(), new()], [Entry(3, 1, "a"), new() { Until = Day(9) }], [new() { From = Day(2) }, Entry(4, 5, "b")], [Entry(3, -1, "a")]];
        Assert.All(wrong, history => Assert.Throws<ArgumentException>(() => new Person(new("p"), history)));
        Assert.All(wrong, history => Assert.Throws<ArgumentException>(() => new Person(new("p"), history.Reverse().ToValueList())));
    }

    [Fact]
    public async Task ReadAsync_OfTheDirectory_GivesTheKnownOnceAndTheLatest()
    {
        InMemoryPeopleDirectory directory = new();
        directory.Put(new(new("a"), []));
        directory.Put(new(new("a"), [new() { Department = "x" }]));
        directory.Put(new(new("b"), []));
        List<Person> read = [];
        await foreach (Person person in directory.ReadAsync([new("a"), new("unknown")]))
        {
            read.Add(person);
        }

        Assert.Equal([new Person(new("a"), [new() { Department = "x" }])], read);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await directory.ReadAsync([new("a")], new CancellationToken(true)).GetAsyncEnumerator().MoveNextAsync());
    }

    private static DateTimeOffset Day(double day) => SmallCommunities.Start.AddDays(day);

    private static PersonAttributes Entry(double from, double length, string department) => new() { From = Day(from), Until = Day(from + length), Department = department };
}
