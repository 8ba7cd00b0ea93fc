using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Who is numbered how, however many they are, and what is set aside.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ActorsTests
{
    [Property]
    public void Numbers_AnyCommunity_AreThoseOfPeopleInOrderOfAppearance(SmallCommunity community) => Check(community.Log.Of(SmallCommunity.Id));

    /// <summary>Around each size at which the table grows, and far beyond.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(3000)]
    public void Numbers_ManyPeople_AreAllDifferent(int people)
    {
        Random random = new(people);
        ActivityLog log = ActivityLog.Of([.. Enumerable.Range(0, 3 * people).Select(i => Example.Did($"p{random.Next(people)}", Act.Post, i / 100.0)), .. Enumerable.Range(0, people).Select(i => Example.Did($"p{i}", Act.Post, 91))]).OrThrow();
        Check(log.Of(SmallCommunity.Id));
        Assert.Equal(people, new Actors(log.Of(SmallCommunity.Id)).Count);
    }

    /// <summary>Another community comes first in the log, so that positions in the log and in the history differ.</summary>
    [Fact]
    public void What_is_set_aside_is_what_replies_to_oneself()
    {
        ActivityLog log = ActivityLog.Of(
        [
            .. Enumerable.Range(0, 3).Select(i => new Activity(new("A before a"), new("ana"), Example.Start.AddDays(i), Act.Post) { Id = new($"other{i}") }),
            Example.Did("ana", Act.Ask, 1, "q"),
            Example.Did("ana", Act.Comment, 2, "own", "q"),
            Example.Did("bo", Act.Answer, 3, "by bo", "q"),
            Example.Did("ana", Act.Reply, 4, "to bo", "by bo"),
            Example.Did("ana", Act.Withdraw, 5, "gone", "q"),
            Example.Did("ana", Act.Comment, 6, "elsewhere", "other1"),
            Example.Did("robot", Act.Post, 7, "r") with { Actor = ActorKind.Bot },
            Example.Did("robot", Act.Reply, 8, "rr", "r") with { Actor = ActorKind.Bot },
        ]).OrThrow();
        ActivityWindow history = log.Of(SmallCommunity.Id);
        Actors actors = new(history);
        Assert.Equal([0, -2, 1, 0, 0, 0, Actors.Bot, Actors.Bot], actors.OfHistory.ToArray());
        Assert.Equal([0, 0, 1, 0, 0, 0, Actors.Bot, Actors.Bot], Enumerable.Range(0, 8).Select(actors.AuthorOf));
        Assert.Equal(5, Actors.CountEvidence(actors.OfHistory));
        Assert.Equal(2, actors.Count);
        Assert.Equal(-1, actors.Find(log.NumberOf(new("robot"))!.Value));
    }

    [Property]
    public void Set_aside_AnyCommunity_IsWhatTheTruthLeavesOut(SmallCommunity community)
    {
        ActivityWindow history = community.Log.Of(SmallCommunity.Id).Before(community.AsOf);
        Actors actors = new(history);
        Truth truth = new(community);
        Assert.Equal(truth.History.Count, Actors.CountEvidence(actors.OfHistory));
        for (int i = 0; i < history.Count; i++)
        {
            int of = actors.OfHistory[i];
            Assert.Equal(history[i].Actor == ActorKind.Bot, of == Actors.Bot);
            Assert.Equal(of == Actors.Bot ? Actors.Bot : actors.Find(history.People[i]), actors.AuthorOf(i));
        }
    }

    private static void Check(ActivityWindow history)
    {
        Actors actors = new(history);
        List<int> order = [];
        for (int i = 0; i < history.Count; i++)
        {
            if (!history.IsBot(i) && !order.Contains(history.People[i]))
            {
                order.Add(history.People[i]);
            }
        }

        Assert.Equal(order, Enumerable.Range(0, actors.Count).Select(actors.PersonOf));
        Assert.Equal(Enumerable.Range(0, order.Count), order.Select(actors.Find));
        Assert.Equal(-1, actors.Find(int.MaxValue));
        Assert.Equal(-1, actors.Find(-7));
    }
}
