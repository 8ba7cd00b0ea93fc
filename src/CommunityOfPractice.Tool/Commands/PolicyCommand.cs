using System.CommandLine;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Tool.Histories;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop policy</c>: tries policies out.</summary>
internal static class PolicyCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("dry-run", "Replay membership histories and say what policies would have done to them: nothing is written, nobody is told.");
        HistoryOptions input = new(command);
        Option<DateTimeOffset?> from = HistoryOptions.Instant("--from", "The first instant of the trial.");
        Option<DateTimeOffset?> to = HistoryOptions.Instant("--to", "The last instant of the trial.");
        Option<string?> policy = new("--policy") { Description = "A JSON file with what differs from the default policies.", HelpName = "FILE" };
        Option<bool> assumeKnown = new("--assume-known") { Description = "Take what members did as members (joining, accepting, leaving) and the activities in the files for everything that is known about them; without it, rules about silence work only where there are activities." };
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        from.Required = true;
        to.Required = true;
        policy.Validators.Add(result => FileNames.RefuseEmpty(result, policy.Name));
        foreach (Option option in (Option[])[from, to, policy, assumeKnown, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            DateTimeOffset start = parsed.GetValue(from)!.Value, end = parsed.GetValue(to)!.Value;
            if (end < start)
            {
                throw new UsageException("--to lies before --from");
            }

            PolicySet policies = parsed.GetValue(policy) is { } path ? PolicyFile.Read(terminal, path) : PolicySet.Default;
            if (await input.ReadAsync(terminal, parsed, cancellationToken).ConfigureAwait(false) is not { } read)
            {
                return ExitCode.DataErrors;
            }

            (Replay replay, bool whole) = await read.ReplayAsync(terminal, end.AddTicks(1), cancellationToken).ConfigureAwait(false);
            DryRun run = DryRun.Of(replay, read.Data.Log, start, end, policies, parsed.GetValue(assumeKnown));
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => run.WriteJsonAsync(stream, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                run.WriteText(terminal.Out);
            }

            return whole ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return new Command("policy", "Try policies out.") { command };
    }
}
