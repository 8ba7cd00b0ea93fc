using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>What comes of a call whose commit was done and was not answered.</summary>
internal static class LostAnswerTrials
{
    /// <summary>Activities are written once, with ids and without, whether the context has a strategy or not; the host is told.</summary>
    public static async Task ActivitiesAsync(TestDatabase database, bool retries)
    {
        await database.EmptyAsync();
        LostAnswer lost = new();
        CommunityStores stores = new InterceptedDatabase(database, retries, lost).Stores();
        Activity[] nameless = [.. Enumerable.Range(0, 3).Select(Some)], named = [.. nameless.Select((a, i) => a with { Id = new ActivityId($"a{i}") })];
        foreach (Activity[] some in (Activity[][])[nameless, named])
        {
            lost.Next = true;
            await Assert.ThrowsAsync<LostAnswerException>(async () => await stores.Activities.AppendAsync(some));
        }

        Assert.Equal(6, await CountAsync(stores));
        Assert.Equal(Decision<int>.Accept(0), await stores.Activities.AppendAsync(named)); // put again, they are recognised
        Assert.Equal(6, await CountAsync(stores));
    }

    /// <summary>A command is carried out once and answered with its entries, with an id and without.</summary>
    public static async Task CommandAsync(TestDatabase database)
    {
        await database.EmptyAsync();
        LostAnswer lost = new();
        Worker worker = new(new InterceptedDatabase(database, retries: true, lost), 1);
        await worker.PrepareAsync(facilitators: 1);
        foreach (string? id in (string?[])[null, "c1"])
        {
            PersonId person = new($"person {id}");
            JournalEntry[] before = await Checks.EntriesAsync(worker.Stores, Worker.Agile);
            lost.Next = true;
            Committed committed = (await worker.Commands.ExecuteAsync(new CommandRequest(new JoinCommunity(Worker.Agile, person, Worker.Consent), Actor.Of(person)) { CommandId = id })).OrThrow();
            Assert.False(lost.Next);
            JournalEntry[] after = await Checks.EntriesAsync(worker.Stores, Worker.Agile);
            Assert.NotEmpty(committed.Entries);
            Assert.Equal(after[before.Length..], committed.Entries);
        }

        await Checks.WholeAsync(database);
    }

    /// <summary>An append is answered with what it was; the same put again by the host is a conflict.</summary>
    public static async Task JournalAsync(TestDatabase database, bool retries = true)
    {
        (ValueList<JournalBatch> batches, LostAnswer lost, IJournal journal) = await BeginAsync(database, retries);
        Assert.IsType<AppendOutcome.Appended>(await journal.AppendAsync(batches));
        Assert.False(lost.Next);
        Assert.Equal(new AppendOutcome.Conflict(Worker.Agile, batches[0].Entries.Count), await journal.AppendAsync(batches));
    }

    /// <summary>The call is cancelled while the answer of its commit is lost: what was committed is acknowledged, what was not is cancelled and not there.</summary>
    public static async Task CancelledJournalAsync(TestDatabase database, bool retries)
    {
        (ValueList<JournalBatch> batches, LostAnswer lost, IJournal journal) = await BeginAsync(database, retries);
        using CancellationTokenSource notDone = new();
        (lost.WithTheCommit, lost.Meanwhile) = (true, notDone.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await journal.AppendAsync(batches, notDone.Token));
        Assert.Empty(await Checks.EntriesAsync(database.Stores(), Worker.Agile));

        using CancellationTokenSource done = new();
        (lost.Next, lost.WithTheCommit, lost.Meanwhile) = (true, false, done.Cancel);
        Assert.IsType<AppendOutcome.Appended>(await journal.AppendAsync(batches, done.Token));
        Assert.True(done.IsCancellationRequested);
        Assert.Equal(batches[0].Entries, await Checks.EntriesAsync(database.Stores(), Worker.Agile));
    }

    /// <summary>As above for a whole command: who cancelled is told that it was carried out, and its record knows it.</summary>
    public static async Task CancelledCommandAsync(TestDatabase database, bool retries)
    {
        await database.EmptyAsync();
        LostAnswer lost = new();
        Worker worker = new(new InterceptedDatabase(database, retries, lost), 1);
        await worker.PrepareAsync(facilitators: 1);
        foreach (string? id in (string?[])[null, "c1"])
        {
            PersonId person = new($"person {id}");
            JournalEntry[] before = await Checks.EntriesAsync(worker.Stores, Worker.Agile);
            using CancellationTokenSource source = new();
            (lost.Next, lost.Meanwhile) = (true, source.Cancel);
            CommandRequest request = new(new JoinCommunity(Worker.Agile, person, Worker.Consent), Actor.Of(person)) { CommandId = id };
            Committed committed = (await worker.Commands.ExecuteAsync(request, source.Token)).OrThrow();
            Assert.True(source.IsCancellationRequested);
            Assert.Equal((await Checks.EntriesAsync(worker.Stores, Worker.Agile))[before.Length..], committed.Entries);
            Assert.Empty(committed.HandlerFailures);
            if (id is not null)
            {
                Assert.Equal(committed.Entries, (await worker.Commands.ExecuteAsync(request)).OrThrow().Entries);
            }
        }

        await Checks.WholeAsync(database);
    }

    /// <summary>The strategy gives up: what stands is answered as appended, and otherwise its exception is told and nothing is there.</summary>
    public static async Task GivenUpAsync(TestDatabase database)
    {
        (ValueList<JournalBatch> batches, LostAnswer lost, IJournal journal) = await BeginAsync(database, retries: true);
        (lost.Away, lost.WithTheCommit) = (InterceptedDatabase.Retries, true);
        RetryLimitExceededException failure = await Assert.ThrowsAsync<RetryLimitExceededException>(async () => await journal.AppendAsync(batches));
        Assert.IsType<LostAnswerException>(failure.GetBaseException());
        Assert.Empty(await Checks.EntriesAsync(database.Stores(), Worker.Agile));

        (lost.Next, lost.WithTheCommit) = (true, false);
        Assert.IsType<AppendOutcome.Appended>(await journal.AppendAsync(batches));
        Assert.False(lost.Next);
        Assert.Equal(batches[0].Entries, await Checks.EntriesAsync(database.Stores(), Worker.Agile));
    }

    /// <summary>An empty database, a journal whose next commit is not answered, and what is put into it.</summary>
    private static async Task<(ValueList<JournalBatch> Batches, LostAnswer Lost, IJournal Journal)> BeginAsync(TestDatabase database, bool retries)
    {
        await database.EmptyAsync();
        Worker worker = new(database, 1);
        await worker.PrepareAsync(facilitators: 1);
        JournalEntry[] entries = await Checks.EntriesAsync(worker.Stores, Worker.Agile);
        await database.EmptyAsync();
        LostAnswer lost = new() { Next = true };
        return ([new JournalBatch(Worker.Agile, 0, [.. entries])], lost, new InterceptedDatabase(database, retries, lost).Stores().Journal);
    }

    private static Activity Some(int number) => new(Worker.Agile, new("ada"), DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(number), Act.Post);

    private static async Task<int> CountAsync(CommunityStores stores)
    {
        int count = 0;
        await foreach (Activity _ in stores.Activities.ReadAsync(Worker.Agile, DateTimeOffset.MaxValue))
        {
            count++;
        }

        return count;
    }
}
