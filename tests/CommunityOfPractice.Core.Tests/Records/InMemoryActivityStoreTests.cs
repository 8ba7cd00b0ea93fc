using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class InMemoryActivityStoreTests
{
    private static readonly Activity One = Example.Did("a", Act.Post, 1, "one"), Two = Example.Did("b", Act.Post, 2, "two"), Three = Example.Did("c", Act.Post, 3, "three");

    [Property, Trait("Law", "21")]
    public async Task Law21_AppendedInAnyPortions_ReadsAsTheLogOfAll(SmallCommunity community, int seed)
    {
        InMemoryActivityStore store = new();
        foreach (Activity[] portion in community.Shuffled(seed).Activities.Chunk(7))
        {
            Assert.Equal(Decision<int>.Accept(portion.Length), await store.AppendAsync(portion));
        }

        foreach (CommunityId id in new[] { SmallCommunity.Id, SmallCommunity.Neighbour, new("unknown") })
        {
            ActivityWindow expected = community.Log.Of(id).Before(community.AsOf);
            Assert.Equal(Enumerable.Range(0, expected.Count).Select(i => expected[i]), await Read(store, id, community.AsOf));
        }
    }

    [Fact, Trait("Law", "23")]
    public async Task Law23_AppendAgain_CountsWhatIsNew()
    {
        InMemoryActivityStore store = new();
        Assert.Equal(Decision<int>.Accept(2), await store.AppendAsync([One, Two, One]));
        Assert.Equal(Decision<int>.Accept(1), await store.AppendAsync([Two, Three]));
        Assert.Equal(Decision<int>.Accept(2), await store.AppendAsync([One with { Id = null }, One with { Id = null }]));
        Assert.Equal(5, (await Read(store)).Count);
    }

    [Fact, Trait("Law", "23")]
    public async Task Law23_AConflictAnywhere_AppendsNothingAndNamesEach()
    {
        InMemoryActivityStore store = new();
        await store.AppendAsync([One]);
        Decision<int> refused = await store.AppendAsync([Two, One with { Person = new("x") }, Three, Three with { At = Three.At.AddTicks(1) }, One with { Community = new("b") }]);
        Assert.Equal(["activity.id-conflict", "activity.id-conflict", "activity.id-conflict"], Assert.IsType<Decision<int>.Refused>(refused).Refusal.Reasons.Select(r => r.Code));
        Assert.Equal([One], await Read(store));
        Assert.Equal(Decision<int>.Accept(2), await store.AppendAsync([Two, Three]));
    }

    [Fact]
    public async Task AppendAsync_MisuseInTheMiddle_AppendsNothing()
    {
        InMemoryActivityStore store = new();
        Activity[] wrong = [Two with { Act = (Act)99 }, Two with { Person = default }];
        foreach (Activity activity in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.AppendAsync([One, activity, Three]));
        }

        Assert.Empty(await Read(store));
        Assert.Equal(Decision<int>.Accept(3), await store.AppendAsync([One, Two, Three]));
    }

    [Fact]
    public async Task AppendAsync_Cancelled_AppendsNothing()
    {
        InMemoryActivityStore store = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.AppendAsync([One], new CancellationToken(true)));
        Assert.Empty(await Read(store));
    }

    [Fact]
    public async Task ReadAsync_WhileOthersAppend_SeesWhatWasThereWhenItBegan()
    {
        InMemoryActivityStore store = new();
        await store.AppendAsync([One, Three]);
        await using IAsyncEnumerator<Activity> reading = store.ReadAsync(SmallCommunity.Id, DateTimeOffset.MaxValue).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());
        await store.AppendAsync([Two]);
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal(Three, reading.Current);
        Assert.False(await reading.MoveNextAsync());
    }

    [Fact]
    public async Task ReadAsync_Before_LeavesTheInstantOut() => Assert.Equal([One], await Read(await Holding(One, Two), SmallCommunity.Id, Two.At));

    [Fact]
    public async Task ReadAsync_CancelledOnTheWay_Stops()
    {
        using CancellationTokenSource source = new();
        IActivityStore store = await Holding(One, Two);
        await using IAsyncEnumerator<Activity> reading = store.ReadAsync(SmallCommunity.Id, DateTimeOffset.MaxValue, source.Token).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading.MoveNextAsync());
    }

    /// <summary>Eight writers with overlapping ids, and readers between them: every activity counts once, every reading is sorted.</summary>
    [Fact]
    public async Task Store_ManyWritersAndReaders_KeepsEachActivityOnce()
    {
        InMemoryActivityStore store = new();
        int accepted = 0;
        await Parallel.ForAsync(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (writer, token) =>
        {
            for (int i = 0; i < 100; i++)
            {
                Activity[] batch = [.. Enumerable.Range((i * 10) + writer, 10).Select(n => Example.Did("p", Act.Post, n % 90, $"{n}"))];
                Interlocked.Add(ref accepted, (await store.AppendAsync(batch, token)).OrThrow());
                if (i % 25 == 0)
                {
                    List<Activity> read = await Read(store);
                    Assert.Equal(read.OrderBy(a => a.At).ThenBy(a => a.Id), read);
                }
            }
        });
        Assert.Equal(1007, accepted);
        Assert.Equal(1007, (await Read(store)).Select(a => a.Id).Distinct().Count());
    }

    private static async Task<IActivityStore> Holding(params Activity[] activities)
    {
        InMemoryActivityStore store = new();
        await store.AppendAsync(activities);
        return store;
    }

    private static Task<List<Activity>> Read(IActivityStore store) => Read(store, SmallCommunity.Id, DateTimeOffset.MaxValue);

    private static async Task<List<Activity>> Read(IActivityStore store, CommunityId community, DateTimeOffset before)
    {
        List<Activity> all = [];
        await foreach (Activity activity in store.ReadAsync(community, before))
        {
            all.Add(activity);
        }

        return all;
    }
}
