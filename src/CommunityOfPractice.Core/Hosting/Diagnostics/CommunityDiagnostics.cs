using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The metrics, traces and events of the services, by .NET's standard means: a meter and an activity source.</summary>
/// <remarks>
/// One instance for all services of a host; safe for concurrent use. Tags have few values: names of types, outcomes and reason codes; no person, community or other id is in any of them. Nothing
/// is measured when nobody listens. Durations are taken by the host's <see cref="TimeProvider"/>.
/// </remarks>
/// <example>With OpenTelemetry, which the host brings along:
/// <code>
/// services.AddOpenTelemetry()
///     .WithMetrics(m => m.AddMeter(CommunityDiagnostics.SourceName))
///     .WithTracing(t => t.AddSource(CommunityDiagnostics.SourceName));
/// </code></example>
public sealed class CommunityDiagnostics : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string SourceName = "CommunityOfPractice.Core";

    /// <summary>The histogram and the activity of commands, in seconds; tags <c>cop.command</c>, <c>cop.outcome</c> and, when refused, <c>cop.reason</c>.</summary>
    public const string CommandDuration = "cop.command.duration";

    /// <summary>The histogram and the activity of health assessments, in seconds; tags <c>cop.operation</c> and <c>cop.outcome</c>.</summary>
    public const string HealthDuration = "cop.health.duration";

    /// <summary>The histogram and the activity of policies applied to a community, in seconds; tags <c>cop.operation</c> and <c>cop.outcome</c>.</summary>
    public const string PolicyDuration = "cop.policy.duration";

    /// <summary>The counter of handlers of facts that failed after a commit; tag <c>cop.handler</c>, the name of the type.</summary>
    public const string HandlerFailures = "cop.handler.failures";

    private readonly TimeProvider clock;
    private readonly Lazy<IDiagnosticsListener[]> listeners;
    private readonly ActivitySource source;
    private readonly Meter meter;
    private readonly Dictionary<string, Histogram<double>> durations;
    private readonly Counter<long> failures;

    /// <summary>Creates the instruments.</summary>
    /// <param name="clock">By which durations are taken.</param>
    /// <param name="listeners">Who is told besides; enumerated once, at the first event. Null for nobody.</param>
    public CommunityDiagnostics(TimeProvider clock, IEnumerable<IDiagnosticsListener>? listeners = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.clock = clock;
        this.listeners = new(() => [.. listeners ?? []]);
        string? version = typeof(CommunityDiagnostics).Assembly.GetName().Version?.ToString();
        source = new ActivitySource(SourceName, version);
        meter = new Meter(SourceName, version);
        durations = new(StringComparer.Ordinal)
        {
            [CommandDuration] = meter.CreateHistogram<double>(CommandDuration, "s", "How long commands took."),
            [HealthDuration] = meter.CreateHistogram<double>(HealthDuration, "s", "How long health assessments took."),
            [PolicyDuration] = meter.CreateHistogram<double>(PolicyDuration, "s", "How long applying the policies to a community took."),
        };
        failures = meter.CreateCounter<long>(HandlerFailures, "{failure}", "Handlers of facts that failed after a commit.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        source.Dispose();
        meter.Dispose();
    }

    /// <summary>Does something under measurement.</summary>
    /// <param name="name">The name of the histogram.</param>
    /// <param name="operation">What is done.</param>
    /// <param name="work">Does it.</param>
    /// <param name="outcome">How it ended, and why it was refused.</param>
    internal async ValueTask<T> MeasureAsync<T>(string name, string operation, Func<ValueTask<T>> work, Func<T, (string Outcome, string? Reason)> outcome)
    {
        string tag = name == CommandDuration ? "cop.command" : "cop.operation";
        using System.Diagnostics.Activity? activity = source.StartActivity(name[..name.LastIndexOf('.')]);
        activity?.SetTag(tag, operation);
        long start = clock.GetTimestamp();
        try
        {
            T result = await work().ConfigureAwait(false);
            (string how, string? reason) = outcome(result);
            Finish(how, reason, null);
            return result;
        }
        catch (Exception exception)
        {
            bool cancelled = exception is OperationCanceledException;
            Finish(cancelled ? "cancelled" : "failed", null, cancelled ? null : exception);
            throw;
        }

        void Finish(string how, string? reason, Exception? exception)
        {
            TimeSpan took = clock.GetElapsedTime(start);
            TagList tags = new() { { tag, operation }, { "cop.outcome", how } };
            if (reason is not null)
            {
                tags.Add("cop.reason", reason);
                activity?.SetTag("cop.reason", reason);
            }

            durations[name].Record(took.TotalSeconds, tags);
            activity?.SetTag("cop.outcome", how);
            if (exception is not null)
            {
                activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name); // the message may name people
            }

            Tell(new(name, operation, how, took) { Reason = reason, Exception = exception });
        }
    }

    /// <summary>Takes note of handlers that failed.</summary>
    internal void Note(IEnumerable<HandlerFailure> failed)
    {
        foreach (HandlerFailure failure in failed)
        {
            failures.Add(1, new KeyValuePair<string, object?>("cop.handler", failure.Handler.Name));
            Tell(new(HandlerFailures, failure.Handler.Name, "failed", TimeSpan.Zero) { Exception = failure.Exception });
        }
    }

    private void Tell(DiagnosticEvent finished)
    {
        foreach (IDiagnosticsListener listener in listeners.Value)
        {
            try
            {
                listener.OnFinished(finished);
            }
#pragma warning disable CA1031 // who only listens never changes what happens
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }
    }
}
