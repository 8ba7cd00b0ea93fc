using System.CommandLine;
using CommunityOfPractice.Tool.Histories;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop replay</c>: brings membership histories through the library's rules into journals, and says where each community stands.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("replay", "Replay membership histories through the rules: where every community stood at an instant, with the hash of its journal.");
        new HistoryOptions(command).RunReplay(
            command, terminal, "Only what occurred before this instant counts (ISO 8601 or unix seconds). " + AsOf.Default,
            async (replay, stream, cancellationToken) =>
            {
                if (stream is null)
                {
                    ReplayReport.WriteText(terminal.Out, replay);
                }
                else
                {
                    await ReplayReport.WriteJsonAsync(stream, replay, cancellationToken).ConfigureAwait(false);
                }

                return true;
            });
        return command;
    }
}
