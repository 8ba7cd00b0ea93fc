using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ActivityWindowTests
{
    [Property]
    public void Between_AnyWindow_IsTheFilterByTime(SmallCommunity community)
    {
        ActivityLog log = community.Log;
        ActivityWindow all = log.Of(SmallCommunity.Id);
        Activity[] naive = [.. Items(all).Where(a => community.Window.Contains(a.At))];
        Assert.Equal(naive, Items(all.Between(community.Window)));
        Assert.Equal(naive, Items(all.Before(community.Window.Until).Between(community.Window)));
        Assert.Equal(Items(all).Where(a => a.At < community.AsOf), Items(all.Before(community.AsOf)));
    }

    [Property]
    public void Columns_AnyWindow_SayWhatItsActivitiesSay(SmallCommunity community)
    {
        ActivityLog log = community.Log;
        ActivityWindow window = log.Of(SmallCommunity.Id).Between(community.Window);
        for (int i = 0; i < window.Count; i++)
        {
            Activity a = window[i];
            Assert.Equal(log[window.Start + i], a);
            Assert.Equal((a.At.UtcTicks, a.Act, a.Person), (window.Times[i], window.Acts[i], log.Person(window.People[i])));
            Assert.Equal((a.Formality, a.Actor == ActorKind.Bot), (window.FormalityOf(i), window.IsBot(i)));
            Assert.Equal(a.To, window.Addressed(i).ToArray().Select(log.Person).ToValueList());
        }
    }

    [Fact]
    public void Of_UnknownCommunity_IsEmptyWhateverTheWindow()
    {
        ActivityWindow none = Example.Posts(1, 2).Log.Of(new("unknown"));
        Assert.Equal((0, 0, 0), (none.Count, none.Between(Example.Quarter).Count, none.Before(DateTimeOffset.MaxValue).Times.Length));
        Assert.Throws<ArgumentOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Equals_Views_CompareLogAndPlace()
    {
        ActivityLog log = Example.Posts(1, 2).Log;
        ActivityWindow all = log.Of(SmallCommunity.Id);
        Assert.True(all == log.Of(SmallCommunity.Id).Between(Example.Quarter));
        Assert.Equal(all.GetHashCode(), log.Of(SmallCommunity.Id).GetHashCode());
        Assert.True(all != all.Before(Example.Start.AddDays(1)));
        Assert.True(all != Example.Posts(1, 2).Log.Of(SmallCommunity.Id));
        Assert.False(all.Equals((object)log));
    }

    private static IEnumerable<Activity> Items(ActivityWindow window)
    {
        for (int i = 0; i < window.Count; i++)
        {
            yield return window[i];
        }
    }
}
