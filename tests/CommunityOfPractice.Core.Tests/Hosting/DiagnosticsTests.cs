using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>What the services say about themselves; other tests of the process speak through the same names, so each listens to its own flow only.</summary>
public sealed class DiagnosticsTests : IDisposable
{
    private static readonly AsyncLocal<DiagnosticsTests?> Flow = new();
    private static readonly CommunityId Testers = new("testers");
    private static readonly PersonId Ada = new("ada-lovelace");

    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> measured = [];
    private readonly ConcurrentQueue<System.Diagnostics.Activity> activities = [];
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public DiagnosticsTests()
    {
        Flow.Value = this;
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == CommunityDiagnostics.SourceName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        meters.Start();
        traces = new()
        {
            ShouldListenTo = source => source.Name == CommunityDiagnostics.SourceName,
            Sample = (ref _) => Flow.Value == this ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (Flow.Value == this)
                {
                    activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
    }

    [Fact]
    public async Task Commands_AreCountedByTypeAndOutcome_WithTheReasonOfARefusal()
    {
        await using ServiceProvider provider = Host();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();
        CommandRequest propose = new(new ProposeCommunity(Testers, Ada, "Testers", "To test better.", CommunityKind.CommunityOfPractice, []), Actor.Of(Ada)) { CommandId = "1" };
        Assert.True((await commands.ExecuteAsync(propose)).IsAccepted);
        Assert.True((await commands.ExecuteAsync(propose)).IsAccepted);
        Assert.False((await commands.ExecuteAsync(new LaunchCommunity(Testers, DateTimeOffset.UnixEpoch), Actor.Of(new PersonId("somebody")))).IsAccepted);
        Assert.Equal(
            [
                "cop.command.duration cop.command=ProposeCommunity cop.outcome=accepted",
                "cop.command.duration cop.command=ProposeCommunity cop.outcome=repeated",
                "cop.command.duration cop.command=LaunchCommunity cop.outcome=refused cop.reason=permission.denied",
            ],
            measured.Select(m => $"{m.Instrument} {m.Tags}"));
        Assert.Equal(["cop.command", "cop.command", "cop.command"], activities.Select(a => a.OperationName));
        Assert.Equal(["accepted", "repeated", "refused"], activities.Select(a => a.GetTagItem("cop.outcome")));
        Assert.Equal(["accepted", "repeated", "refused"], Heard(provider).Select(e => e.Outcome));
    }

    [Fact]
    public async Task NoId_IsInAnyTag()
    {
        await using ServiceProvider provider = Host();
        await provider.GetRequiredService<ICommunityCommands>().ExecuteAsync(new ProposeCommunity(Testers, Ada, "Testers", "To test better.", CommunityKind.CommunityOfPractice, []), Actor.Of(Ada));
        await provider.GetRequiredService<ICommunityHealth>().AssessAsync(Testers);
        await provider.GetRequiredService<ICommunityPolicies>().ApplyAsync(Testers);
        string all = string.Join('\n', measured.Select(m => m.Tags).Concat(activities.SelectMany(a => a.TagObjects.Select(t => $"{t.Key}={t.Value}"))).Concat(Heard(provider).Select(e => e.ToString())));
        Assert.DoesNotContain("testers", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ada", all, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cop.outcome=insufficient", all, StringComparison.Ordinal);
        Assert.Contains("cop.outcome=nothing-due", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailingHandler_IsCounted_AndTold()
    {
        await using ServiceProvider provider = Host(b => b.AddFactHandler<Broken>());
        await provider.GetRequiredService<ICommunityCommands>().ExecuteAsync(new ProposeCommunity(Testers, Ada, "Testers", "To test better.", CommunityKind.CommunityOfPractice, []), Actor.Of(Ada));
        Assert.Contains(measured, m => m is { Instrument: "cop.handler.failures", Value: 1, Tags: "cop.handler=Broken" });
        DiagnosticEvent told = Assert.Single(Heard(provider), e => e.Name == CommunityDiagnostics.HandlerFailures);
        Assert.Equal("the mail server is away", told.Exception?.Message);
    }

    [Fact]
    public async Task WhatThrows_IsMeasuredAsFailedOrCancelled_AndThrownOn()
    {
        await using ServiceProvider provider = Host();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await commands.ExecuteAsync((CommandRequest)null!));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await commands.ExecuteAsync(new LaunchCommunity(Testers, DateTimeOffset.UnixEpoch), Actor.Of(Ada), new CancellationToken(canceled: true)));
        Assert.Equal(["cop.command=none cop.outcome=failed", "cop.command=LaunchCommunity cop.outcome=cancelled"], measured.Select(m => m.Tags));
        Assert.Equal(["failed", "cancelled"], Heard(provider).Select(e => e.Outcome));
        Assert.Equal(ActivityStatusCode.Error, activities.First().Status);
    }

    [Fact]
    public async Task AListenerThatThrows_ChangesNothing()
    {
        await using ServiceProvider provider = Host(b => b.AddDiagnosticsListener<Deaf>());
        Assert.True((await provider.GetRequiredService<ICommunityCommands>().ExecuteAsync(new ProposeCommunity(Testers, Ada, "Testers", "To test better.", CommunityKind.CommunityOfPractice, []), Actor.Of(Ada))).IsAccepted);
        Assert.Single(Heard(provider));
    }

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    private static ServiceProvider Host(Action<CommunityOfPractice.Core.DependencyInjection.CommunityOfPracticeBuilder>? more = null)
    {
        ServiceCollection services = new();
        CommunityOfPractice.Core.DependencyInjection.CommunityOfPracticeBuilder builder = services.AddCommunityOfPractice();
        more?.Invoke(builder);
        builder.AddDiagnosticsListener<Ear>();
        return services.BuildServiceProvider();
    }

    private static IEnumerable<DiagnosticEvent> Heard(ServiceProvider provider) => provider.GetServices<IDiagnosticsListener>().OfType<Ear>().Single().All;

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Flow.Value == this)
        {
            measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
        }
    }

    private sealed class Ear : IDiagnosticsListener
    {
        public ConcurrentQueue<DiagnosticEvent> All { get; } = [];

        public void OnFinished(DiagnosticEvent finished) => All.Enqueue(finished);
    }

    private sealed class Deaf : IDiagnosticsListener
    {
        public void OnFinished(DiagnosticEvent finished) => throw new InvalidOperationException();
    }

    private sealed class Broken : IFactHandler
    {
        public ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default) => throw new InvalidOperationException("the mail server is away");
    }
}
