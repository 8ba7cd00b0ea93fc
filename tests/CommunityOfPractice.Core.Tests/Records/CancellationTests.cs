using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Whoever is no longer waiting is not served: before anything is done, and between two items.</summary>
public sealed class CancellationTests
{
    private static readonly CommunityId One = new("one"), Two = new("two");
    private static readonly PersonId Ada = new("ada"), Ben = new("ben");
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Gone = new(canceled: true);

    [Fact]
    public async Task Journals_CancelledWhileListing_StopAtTheNext()
    {
        InMemoryJournal journal = new();
        foreach (CommunityId community in (CommunityId[])[One, Two])
        {
            Change change = new(Start, Actor.Of(Ada), Cause.Unstated, new CommunitySplitOff(new("x")));
            await journal.AppendAsync([Sealing.Batch(new(community), [change], Start, new SeededSalts("s"))]);
        }

        await StoppedAfterOne(token => journal.CommunitiesAsync(null, token));
        await Stopped(token => journal.CommunitiesAsync(null, token));
        await Stopped(token => journal.ReadAsync(One, 0, token));
    }

    [Fact]
    public async Task ActivitiesOfAPerson_Cancelled_AreNotGiven()
    {
        InMemoryActivityStore store = new();
        await store.AppendAsync([new(One, Ada, Start, Act.Post), new(One, Ada, Start.AddDays(1), Act.Post)]);
        await Stopped(token => store.ReadOfAsync(Ada, token));
        await StoppedAfterOne(token => store.ReadOfAsync(Ada, token));
    }

    [Fact]
    public async Task Directory_WithACancelledToken_GivesNothing()
    {
        InMemoryCommunityDirectory directory = new();
        foreach (CommunityId community in (CommunityId[])[One, Two])
        {
            directory.Put(new DirectoryUpdate(
                new(community, 1, community.Text, CommunityKind.CommunityOfPractice, CommunityStatus.Active),
                [new(community, Ada, MembershipStatus.Active, Start), new(community, Ben, MembershipStatus.Active, Start)]));
        }

        await Cancelled(() => directory.FindAsync(One, Gone));
        await Cancelled(() => directory.FindRosterAsync(One, Gone));
        await Stopped(token => directory.ListAsync(CommunityFilter.All, cancellationToken: token));
        await StoppedAfterOne(token => directory.ListAsync(CommunityFilter.All, cancellationToken: token));
        await StoppedAfterOne(token => directory.MembersAsync(One, cancellationToken: token));
        await StoppedAfterOne(token => directory.MembershipsOfAsync(Ada, token));
    }

    private static async Task Cancelled<T>(Func<ValueTask<T>> call) => await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call());

    private static async Task Stopped<T>(Func<CancellationToken, IAsyncEnumerable<T>> read) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await read(Gone).GetAsyncEnumerator(CancellationToken.None).MoveNextAsync());

    private static async Task StoppedAfterOne<T>(Func<CancellationToken, IAsyncEnumerable<T>> read)
    {
        using CancellationTokenSource source = new();
        await using IAsyncEnumerator<T> items = read(source.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await items.MoveNextAsync());
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await items.MoveNextAsync());
    }
}
