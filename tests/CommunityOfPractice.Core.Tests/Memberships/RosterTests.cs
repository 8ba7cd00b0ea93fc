using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Memberships;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class RosterTests
{
    [Property]
    public void Roster_AnyPeriods_AnswersAsAFilterDoes(SmallCommunity community, byte day)
    {
        if (community.Roster is { } roster)
        {
            DateTimeOffset at = Example.Start.AddDays(day - 40);
            bool Covers(MembershipPeriod p) => p.From <= at && !(p.Until <= at);
            Assert.Equal(roster.Periods.Where(p => p.Role != Role.Sponsor && Covers(p)).Select(p => p.Person).ToHashSet().Order(), roster.MembersAt(at));
            Assert.Equal(roster.Periods.Where(p => p.Role == Role.Facilitator && Covers(p)).Select(p => p.Person).ToHashSet().Order(), roster.HoldersAt(Role.Facilitator, at));
            Assert.Equal(
                roster.Periods.Where(p => p.Role != Role.Sponsor).GroupBy(p => p.Person).ToDictionary(g => g.Key, g => g.Min(p => p.From)),
                roster.FirstJoined().ToDictionary());
        }
    }

    [Property, Trait("Law", "1")]
    public void Law1_TheOrderOfPeriods_DoesNotShow(SmallCommunity community, int seed) => Assert.Equal(community.Roster, community.Shuffled(seed).Roster);

    [Fact]
    public void MembersAt_EdgesOfAPeriod_AreHalfOpen()
    {
        Roster roster = Example.Of().WithRoster(Example.Member("m", 1, 2), Example.Facilitator("f", 1, 1)).Roster!;
        Assert.Equal(["", "m", "m", ""], new[] { 0.99, 1, 1.99, 2 }.Select(d => string.Join(' ', roster.MembersAt(Example.Start.AddDays(d)))));
    }

    [Fact]
    public void Constructor_PeriodOfAnotherCommunityOrReversed_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Roster(new("other"), [Example.Member("m", 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Example.Member("m", 2, 1));
        Assert.Equal(Example.Start, new MembershipPeriod(SmallCommunity.Id, new("m"), Example.Start.ToOffset(TimeSpan.FromHours(9))).From);
    }

    [Fact]
    public void Roles_Names_ParseBackAndSynonymsToo()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(Roles.TryParse(role.Name().ToUpperInvariant(), out Role back) && back == role));
        Assert.Equal(Enum.GetValues<Role>().Length, Roles.Names.Count);
        Assert.True(Roles.TryParse("Chair", out Role chair) && chair == Role.Facilitator);
        Assert.False(Roles.TryParse("boss", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Role)10).Name());
    }

    [Fact]
    public async Task Directory_OfCommunities_FindsTheLatestRoster()
    {
        InMemoryCommunityDirectory directory = new();
        directory.Put(Example.Of().WithRoster().Roster!);
        Roster latest = Example.Of().WithRoster(Example.Member("m", 1)).Roster!;
        directory.Put(latest);
        Assert.Equal(latest, await directory.FindRosterAsync(SmallCommunity.Id));
        Assert.Null(await directory.FindRosterAsync(new("unknown")));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await directory.FindRosterAsync(SmallCommunity.Id, new CancellationToken(true)));
    }
}
