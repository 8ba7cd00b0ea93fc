using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>People merged across sources: rows of the kind alias, and data under the people behind ids.</summary>
public sealed class UnificationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CommunityId Agile = new("agile");

    [Fact]
    public void BadAliases_AreReportedEach_AndTheGoodOnesStay() => Read("alias,person\nU1,ada\nada,U1\nU2,U2\nU1,ben\nU1,ada\n,ada\nU3,\nU4,U1\n").Reports("7:alias:value.missing", "8:person:value.missing", "5:alias:entry.conflict", "3:person:alias.circle", "4:person:alias.circle");

    [Fact]
    public void Data_NameThePeopleBehindIds()
    {
        InterchangeData data = new(
            ActivityLog.Of([new(Agile, new("U1"), Noon, Act.Post)]).OrThrow(),
            [new(new("U1")) { Department = "Chat" }, new(new("ada")) { Department = "IT", Manager = new("U9") }, new(new("U9")) { Location = "Bonn" }],
            [],
            [new(Agile, new("U1"), Noon), new(Agile, new("ada"), Noon)],
            [new(Noon, [new("U1"), new("ada")]), new(Noon, [new("U1"), new("ben")]) { Met = true, Useful = 3 }, new(Noon, [new("cleo")])])
        {
            Aliases = new([new(new("U1"), new("ada")), new(new("U9"), new("mo"))]),
            Gatherings = [new(Agile, "g", "Talk", Noon, Noon.AddHours(1)) { Hosts = [new("U1"), new("ada")] }],
            Attendances =
            [
                new(Agile, "g", new("U1")) { Rsvp = RsvpAnswer.No, RsvpAt = Noon.AddDays(-1), Attended = true },
                new(Agile, "g", new("ada")) { Rsvp = RsvpAnswer.Yes, RsvpAt = Noon.AddDays(-2), Attended = false, Host = true },
            ],
            Artifacts = [new(Agile, "a", "guide", "How") { Steward = new("U1"), Authors = [new("ada"), new("U1"), new("ben")] }],
            Stories = [new(Agile, "s", "Saved") { ToldBy = new("U1"), Consents = [new("U1")], Claims = [new(ValueCycle.Applied, "used") { Contributors = [new("U1")] }] }],
            Headcounts = [new(Agile, Noon, 7)],
        };

        InterchangeData people = data.Unified();

        Assert.Equal(new PersonId("ada"), people.Log[0].Person);
        Assert.Equal(new PersonEntry[] { new(new("ada")) { Department = "IT", Manager = new("mo") }, new(new("mo")) { Location = "Bonn" } }, people.People);
        Assert.Equal(["ada"], people.Memberships.Select(m => m.Person.Text));
        Assert.Equal(["ada,ben", "cleo"], people.Meetings.Select(m => string.Join(',', m.People)));
        Assert.Equal((true, 3), (people.Meetings[0].Met, people.Meetings[0].Useful));
        Assert.Equal(["ada"], people.Gatherings[0].Hosts.Select(h => h.Text));
        Assert.Equal([new(Agile, "g", new("ada")) { Rsvp = RsvpAnswer.No, RsvpAt = Noon.AddDays(-1), Attended = true, Host = true }], people.Attendances);
        Assert.Equal(("ada", "ada,ben"), (people.Artifacts[0].Steward!.Value.Text, string.Join(',', people.Artifacts[0].Authors)));
        Assert.Equal(("ada", "ada", "ada"), (people.Stories[0].ToldBy!.Value.Text, people.Stories[0].Consents[0].Text, people.Stories[0].Claims[0].Contributors[0].Text));
        Assert.Equal(data.Headcounts, people.Headcounts);
        Assert.Equal(PersonAliases.None, people.Aliases);
    }

    /// <summary>Whatever the data, no alias is left in them, nothing but people changes, and doing it again changes nothing.</summary>
    [Property(Arbitrary = [typeof(SomeData)], MaxTest = 200)]
    public void Unified_NamesNoAlias_AndIsDoneOnce(InterchangeData data)
    {
        InterchangeData people = data.Unified();
        Outcome read = Import.Of(Import.JsonLines(people));

        Assert.Empty(read.Errors);
        Import.AssertEqual(people, read.Data);
        Assert.Same(people, people.Unified());
        Assert.Equal(data.Log.Count, people.Log.Count);
        Assert.All(data.Aliases.All, a => Assert.Null(people.Log.NumberOf(a.Alias)));
        Assert.DoesNotContain(people.People, p => data.Aliases.PersonOf(p.Person) != p.Person);
        Assert.DoesNotContain(people.Memberships, p => data.Aliases.PersonOf(p.Person) != p.Person);
        Assert.DoesNotContain(people.Attendances, p => data.Aliases.PersonOf(p.Person) != p.Person);
    }

    private static Outcome Read(string csv) => Import.Of(csv);
}
