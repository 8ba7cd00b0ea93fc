using System.Globalization;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class ActivityRecorderTests
{
    private readonly InMemoryActivityStore store = new();
    private readonly FakeTimeProvider clock = new(Example.Start);

    private IActivityRecorder Recorder => new ActivityRecorder(store, clock);

    [Fact]
    public async Task RecordAsync_TimesAtTheLimits_AreTaken()
    {
        Activity[] limits = [Example.Did("a", Act.Post, 1), At(DateTimeOffset.UnixEpoch)];
        Assert.Equal(Decision<int>.Accept(2), await Recorder.RecordAsync(limits));
        Assert.Equal(2, await Count());
    }

    [Fact]
    public async Task RecordAsync_SeveralRulesBroken_NamesEveryReasonAndRecordsNothing()
    {
        Decision<int> refused = await Recorder.RecordAsync(
        [
            Example.Did("fine", Act.Post, 0),
            At(Example.Start.AddDays(1).AddTicks(1)),
            At(DateTimeOffset.UnixEpoch.AddTicks(-1)) with { Id = new ActivityId("x"), InReplyTo = new ActivityId("x") },
            Example.Did("self", Act.Reply, 0, "y", "y"),
        ]);
        Refusal refusal = Assert.IsType<Decision<int>.Refused>(refused).Refusal;
        Assert.Equal(["activity.time", "activity.time", "reply.itself", "reply.itself"], refusal.Reasons.Select(r => r.Code));
        Assert.Contains("'x'", refusal.Reasons[1].Text, StringComparison.Ordinal);
        string late = Example.Start.AddDays(1).AddTicks(1).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
        Assert.Equal([["a", late], ["x", "1969-12-31T23:59:59.9999999Z"], ["x"], ["y"]], refusal.Reasons.Select(r => r.Arguments!));
        Assert.All(refusal.Reasons, r => Assert.All(r.Arguments!, a => Assert.Contains(a, r.Text, StringComparison.Ordinal)));
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task RecordAsync_TheClockGoesOn_TakesWhatWasAhead()
    {
        Activity ahead = At(Example.Start.AddDays(3));
        Assert.False((await Recorder.RecordAsync(ahead)).IsAccepted);
        clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(Decision<int>.Accept(1), await Recorder.RecordAsync(ahead));
    }

    [Fact]
    public async Task RecordAsync_AConflictInTheStore_IsPassedOn()
    {
        await Recorder.RecordAsync(Example.Did("a", Act.Post, 0, "id"));
        Decision<int> refused = await Recorder.RecordAsync([Example.Did("b", Act.Post, 0, "id"), Example.Did("b", Act.Post, 0, "other")]);
        Reason reason = Assert.Single(Assert.IsType<Decision<int>.Refused>(refused).Refusal.Reasons);
        Assert.Equal(("activity.id-conflict", "id"), (reason.Code, Assert.Single(reason.Arguments!)));
        Assert.Equal(Decision<int>.Accept(0), await Recorder.RecordAsync(Example.Did("a", Act.Post, 0, "id")));
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task RecordAsync_Cancelled_RecordsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Recorder.RecordAsync(Example.Did("a", Act.Post, 0), new CancellationToken(true)));
        Assert.Equal(0, await Count());
    }

    private static Activity At(DateTimeOffset at) => Example.Did("a", Act.Post, 0) with { At = at };

    private async Task<int> Count()
    {
        int count = 0;
        await foreach (Activity activity in store.ReadAsync(SmallCommunity.Id, DateTimeOffset.MaxValue))
        {
            count++;
        }

        return count;
    }
}
