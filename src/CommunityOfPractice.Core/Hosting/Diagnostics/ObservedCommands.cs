using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Commands under measurement.</summary>
internal sealed class ObservedCommands(ICommunityCommands commands, CommunityDiagnostics diagnostics) : ICommunityCommands
{
    public ValueTask<Decision<Committed>> ExecuteAsync(Command command, Actor by, CancellationToken cancellationToken = default) =>
        MeasureAsync(command, () => commands.ExecuteAsync(command, by, cancellationToken));

    public ValueTask<Decision<Committed>> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken = default) =>
        MeasureAsync(request?.Command, () => commands.ExecuteAsync(request!, cancellationToken));

    private async ValueTask<Decision<Committed>> MeasureAsync(Command? command, Func<ValueTask<Decision<Committed>>> work)
    {
        Decision<Committed> decision = await diagnostics.MeasureAsync(CommunityDiagnostics.CommandDuration, command?.GetType().Name ?? "none", work, Outcome).ConfigureAwait(false);
        diagnostics.Note(decision.Match(c => c.HandlerFailures, _ => []));
        return decision;
    }

    private static (string Outcome, string? Reason) Outcome(Decision<Committed> decision) =>
        decision.Match(c => (c.IsRepetition ? "repeated" : "accepted", (string?)null), r => ("refused", r.Code));
}
