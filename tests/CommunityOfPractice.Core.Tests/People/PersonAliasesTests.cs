using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.People;

public sealed class PersonAliasesTests
{
    private static readonly PersonId Ada = new("ada"), Chat = new("U0241"), Code = new("octo"), Ben = new("ben");
    private static readonly CommunityId Agile = new("agile");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Merge_AndUndo_OfChains()
    {
        PersonAliases one = PersonAliases.None.Merge(Chat, Code).OrThrow().Merge(Code, Ada).OrThrow();

        Assert.Equal((Ada, Ada, Ada, Ben), (one.PersonOf(Chat), one.PersonOf(Code), one.PersonOf(Ada), one.PersonOf(Ben)));
        Assert.Equal([Ada, Chat, Code], one.IdsOf(Code));
        Assert.Equal([Ben], one.IdsOf(Ben));
        Assert.Same(one, one.Merge(Chat, Code).OrThrow());
        Assert.Equal((Code, Code), (one.Undo(Code).PersonOf(Chat), one.Undo(Code).PersonOf(Code)));
        Assert.Same(one, one.Undo(Ben));
    }

    [Fact]
    public void Merge_IsRefused_WithEveryReason()
    {
        PersonAliases one = PersonAliases.None.Merge(Chat, Code).OrThrow().Merge(Code, Ada).OrThrow();

        Assert.Equal(["alias.itself"], one.Merge(Ben, Ben).Codes());
        Assert.Equal(["alias.circle"], one.Merge(Ada, Chat).Codes());
        Assert.Equal(["alias.taken"], one.Merge(Code, Ben).Codes());
        Assert.Equal(["alias.circle", "alias.taken"], one.Merge(Code, Chat).Codes());
        Assert.Equal(["alias.itself", "alias.taken"], one.Merge(Chat, Chat).Codes());
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>("alias", () => PersonAliases.None.Merge(default, Ada));
        Assert.Throws<ArgumentException>("into", () => PersonAliases.None.Merge(Ada, default));
        Assert.Throws<ArgumentException>(() => new PersonAliases([new(Ada, Ben), new(Ada, Chat)]));
        Assert.Throws<ArgumentException>(() => new PersonAliases([new(Ada, Ben), new(Ben, Ada)]));
        Assert.Throws<ArgumentException>(() => new PersonAliases([new(Ada, Ada)]));
        Assert.Throws<ArgumentException>(() => new PersonAliases([new(default, Ada)]));
        Assert.Throws<ArgumentException>(() => new PersonAliases([new(Ada, default)]));
        Assert.Throws<ArgumentException>(() => new PersonAliases([null!]));
        Assert.Throws<ArgumentNullException>(() => new PersonAliases(null!));
    }

    /// <summary>Merging in any legal way, then undoing everything in any order, leaves every id its own person; two ids have one person exactly when merges connect them.</summary>
    [Property]
    public void Merges_ConnectExactlyWhatWasMerged_AndAreUndoneWithoutTrace((byte A, byte B)[] pairs, int order)
    {
        PersonId[] ids = [.. Enumerable.Range(0, 8).Select(i => new PersonId($"p{i}"))];
        int[] group = [.. Enumerable.Range(0, 8)];
        PersonAliases all = PersonAliases.None;
        foreach ((byte a, byte b) in pairs)
        {
            PersonId alias = ids[a % 8], into = ids[b % 8];
            all = all.Merge(alias, into).Match(
                merged =>
                {
                    int from = group[a % 8], to = group[b % 8];
                    group = [.. group.Select(g => g == from ? to : g)];
                    return merged;
                },
                _ => all);
        }

        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(ids.Where((_, j) => group[j] == group[i]).Order(), all.IdsOf(ids[i]).Order());
            Assert.Equal(all.PersonOf(ids[i]), all.IdsOf(ids[i])[0]);
        }

        PersonAliases undone = all.All.Select(a => a.Alias).OrderBy(a => HashCode.Combine(a.Text.Length, a.Text[1] * 31 ^ order)).Aggregate(all, (left, alias) => left.Undo(alias));
        Assert.Equal(PersonAliases.None, undone);
    }

    /// <summary>A log under aliases is the log that would have been recorded with the people behind the ids.</summary>
    [Property]
    public void Log_UnderAliases_IsTheLogOfThePeople((byte Who, byte To, byte Other)[] acts)
    {
        PersonId[] ids = [Ada, Chat, Code, Ben];
        PersonAliases aliases = new([new(Chat, Ada), new(Code, Chat)]);
        Activity[] raw = [.. acts.Select((a, i) => new Activity(Agile, ids[a.Who % 4], Noon.AddMinutes(i / 2), Act.Post)
        {
            Id = new($"a{i}"),
            To = a.To % 3 == 0 ? [] : new[] { ids[a.To % 4], ids[a.Other % 4] }.Distinct().ToValueList(),
        })];
        ActivityLog expected = ActivityLog.Of(raw.Select(a => a with { Person = aliases.PersonOf(a.Person), To = a.To.Select(aliases.PersonOf).Distinct().ToValueList() })).OrThrow();
        ActivityLog log = ActivityLog.Of(raw).OrThrow();

        ActivityLog under = log.Under(aliases);

        Assert.Equal(All(expected), All(under));
        Assert.Equal(expected.PersonCount, under.PersonCount);
        Assert.Same(log, log.Under(PersonAliases.None));
        Assert.Equal(raw, All(log).OrderBy(a => int.Parse(a.Id!.Value.Text.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Roster_UnderAliases_KeepsWhatItSays()
    {
        Roster roster = new(Agile,
        [
            new(Agile, Chat, Noon, Noon.AddDays(2)) { Status = MembershipStatus.Paused, Reason = LeaveReason.OrganisationExit },
            new(Agile, Ada, Noon),
            new(Agile, Code, Noon),
            new(Agile, Ben, Noon, role: Role.Facilitator),
        ]);

        Roster under = roster.Under(new([new(Chat, Ada), new(Code, Ada)]));

        Assert.Equal(
            [new(Agile, Ada, Noon, Noon.AddDays(2)) { Status = MembershipStatus.Paused, Reason = LeaveReason.OrganisationExit }, new(Agile, Ada, Noon), new(Agile, Ben, Noon, role: Role.Facilitator)],
            under.Periods);
        Assert.Same(under, under.Under(new([new(Chat, Ada)])));
    }

    private static Activity[] All(ActivityLog log) => [.. Enumerable.Range(0, log.Count).Select(i => log[i])];
}
