using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Who stood where a quarter ago and stands where now, against lists of what each did.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 60)]
public sealed class LadderTests
{
    private static readonly ParticipationPolicy Policy = ParticipationPolicy.Default;

    /// <summary>The acts of a quarter, and the same, with replies of their own, of the quarter before; with bots, replies to oneself and acts elsewhere among them.</summary>
    [Property]
    public void Levels_TwoQuarters_AreThoseOfThePolicy(LivelyCommunity lively, LivelyCommunity before, bool known)
    {
        SmallCommunity community = TwoQuarters(lively.Community, before.Community) with { Roster = known ? lively.Community.Roster : null };
        HealthEvidence evidence = community.Evidence;
        Ladder ladder = Ladder.Of(evidence);
        Dictionary<PersonId, int> then = LevelsAt(community, community.AsOf.AddDays(-91)), now = LevelsAt(community, community.AsOf);
        PersonId[] both = [.. then.Keys.Where(now.ContainsKey).Order()];
        Assert.Equal(both.Select(p => then[p]), ladder.Then);
        Assert.Equal(both.Select(p => now[p]), ladder.Now);
        Assert.Equal(Enumerable.Range(0, 4).Select(l => then.Values.Count(v => v == l)), ladder.CountsThen);
        Assert.Equal(Enumerable.Range(0, 4).Select(l => now.Values.Count(v => v == l)), ladder.CountsNow);
    }

    /// <summary>Six weeks, three things looked after and three people met: one less of each is another level.</summary>
    [Theory]
    [InlineData(6, 3, 3, ParticipationLevel.Core)]
    [InlineData(5, 3, 3, ParticipationLevel.Active)]
    [InlineData(6, 2, 3, ParticipationLevel.Active)]
    [InlineData(6, 3, 2, ParticipationLevel.Active)]
    public void Levels_OneLess_IsAnotherLevel(int weeks, int stewardship, int others, ParticipationLevel level)
    {
        Activity[] acts =
        [
            .. Enumerable.Range(0, weeks).Select(week => Example.Did("ana", week < stewardship ? Act.Host : Act.Post, (7 * week) + 1) with { To = [new($"p{week % others}")] }),
            .. Enumerable.Range(0, 3).Select(i => Example.Did($"p{i}", Act.View, 2)),
        ];
        Ladder ladder = Ladder.Of(Example.Of(acts).WithRoster(Example.Member("ana", -200)).Evidence);
        Assert.Equal(([0], [(int)level]), (ladder.Then, ladder.Now), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
    }

    [Theory]
    [InlineData(0.0, 1)] // the first tick of the thirteen weeks
    [InlineData(-1e-6, 0)]
    public void Levels_BeginWithTheFirstOfThirteenWeeks(double day, int counts)
    {
        Activity[] acts = [Example.Did("ana", Act.Post, day), Example.Did("ana", Act.Post, 90), Example.Did("old", Act.View, -200)];
        Ladder ladder = Ladder.Of(Example.Of(acts).WithRoster(Example.Member("ana", -200)).Evidence);
        Assert.Equal(counts == 1 ? [(int)Policy.Assess(null, new(2, 0, 0), Example.Quarter.Until)] : [(int)Policy.Assess(null, new(1, 0, 0), Example.Quarter.Until)], ladder.Now);
        Assert.Equal([(int)Policy.Assess(null, new(1 - counts, 0, 0), Example.Quarter.From)], ladder.Then);
    }

    private static SmallCommunity TwoQuarters(SmallCommunity now, SmallCommunity before) => now with
    {
        Activities = now.Activities.Concat(before.Activities.Select(a => a with
        {
            At = a.At.AddDays(-91),
            Id = a.Id is { } id ? new($"then {id.Text}") : null,
            InReplyTo = a.InReplyTo is { } re ? new($"then {re.Text}") : null,
            Accepted = null,
        })).ToValueList(),
    };

    private static Dictionary<PersonId, int> LevelsAt(SmallCommunity community, DateTimeOffset until)
    {
        Truth truth = new(community);
        Activity[] did = [.. truth.History.Where(a => a.At < until)];
        Activity[] recent = [.. did.Where(a => a.Act.IsContribution() && until - a.At <= TimeSpan.FromDays(91))];
        HashSet<PersonId> humans = [.. community.Activities.Where(a => a.Community == SmallCommunity.Id && a.At < community.AsOf && a.Actor == ActorKind.Human).Select(a => a.Person)];
        List<(PersonId From, PersonId To)> met = [];
        foreach (Activity a in recent)
        {
            met.AddRange(a.To.Where(humans.Contains).Select(t => (a.Person, t)));
            if (truth.Parent(a) is { Actor: ActorKind.Human } parent)
            {
                met.Add((a.Person, parent.Person));
            }
        }

        IEnumerable<PersonId> people = truth.MembersKnown ? community.Roster!.ActiveAt(until.AddTicks(-1)) : did.Select(a => a.Person).Distinct();
        return people.ToDictionary(p => p, p =>
        {
            Activity[] own = [.. recent.Where(a => a.Person == p)];
            int weeks = own.Select(a => (until - a.At - TimeSpan.FromTicks(1)).Ticks / TimeSpan.FromDays(7).Ticks).Distinct().Count();
            int stewardship = own.Count(a => a.Act.IsStewardship() || (a.Act.IsAnswer() && truth.Parent(a) is { Act: Act.Ask, Actor: ActorKind.Human }));
            int others = met.Where(m => m.From == p).Select(m => m.To).Concat(met.Where(m => m.To == p).Select(m => m.From)).Where(o => o != p).Distinct().Count();
            return (int)Policy.Assess(null, new(weeks, stewardship, others), until);
        });
    }
}
