using System.CommandLine;
using CommunityOfPractice.Tool.Histories;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop replay</c>: brings membership histories through the library's rules into journals, and says where each community stands.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("replay", "Replay membership histories through the rules: where every community stood at an instant, with the hash of its journal.");
        HistoryOptions input = new(command);
        Option<DateTimeOffset?> asOf = HistoryOptions.Instant("--as-of", "Only what occurred before this instant counts (ISO 8601 or unix seconds). Default: just after the last date in the files, or now when that comes first.");
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        command.Add(asOf);
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await input.ReadAsync(terminal, parsed, cancellationToken).ConfigureAwait(false) is not { } read)
            {
                return ExitCode.DataErrors;
            }

            (Replay replay, bool whole) = await read.ReplayAsync(terminal, parsed.GetValue(asOf), cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => ReplayReport.WriteJsonAsync(stream, replay, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                ReplayReport.WriteText(terminal.Out, replay);
            }

            return whole ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
