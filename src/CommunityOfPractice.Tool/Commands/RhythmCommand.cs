using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Rhythms;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop rhythm</c>: when each community last did something, whether it is dormant, and how it keeps its rhythm.</summary>
internal static class RhythmCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("rhythm", "Say of each community when somebody last contributed, whether the library calls it dormant, and how well it keeps the rhythm of its gatherings.");
        InputOptions input = new(command);
        Option<DateTimeOffset?> asOf = HistoryOptions.Instant("--as-of", "Only what happened before this instant counts (ISO 8601 or unix seconds). Default: now, since the question is who has fallen silent.");
        Option<string?> policy = new("--policy") { Description = "A JSON file with what differs from the default policies.", HelpName = "FILE" };
        Option<bool> assumeKnown = new("--assume-known") { Description = "Take the files for everything that happened since their first activity: a community without any was quiet. Without it, that is unknown." };
        Option<string[]> ended = new("--ended") { Description = "A status in the files that means no longer active; with it, dormancy is compared with the status. May be repeated.", HelpName = "STATUS" };
        Option<string[]> notCounted = new("--not-counted") { Description = "A status whose communities the comparison leaves out. May be repeated.", HelpName = "STATUS" };
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        policy.Validators.Add(result => FileNames.RefuseEmpty(result, policy.Name));
        foreach (Option option in (Option[])[asOf, policy, assumeKnown, ended, notCounted, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            PolicySet policies = parsed.GetValue(policy) is { } path ? PolicyFile.Read(terminal, path) : PolicySet.Default;
            string[] marks = parsed.GetValue(ended) ?? [], others = parsed.GetValue(notCounted) ?? [];
            if (others.Length > 0 && marks.Length == 0)
            {
                throw new UsageException("--not-counted belongs to a comparison: name the status that means no longer active with --ended");
            }

            (InterchangeData? data, int errors) = await InputFiles.ReadUnifiedAsync(terminal, input.FilesOf(parsed), input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            if (marks.Concat(others).FirstOrDefault(status => data.Communities.All(c => c.Status != status)) is { } unknown)
            {
                throw new DataException($"no community in the files has the status '{unknown}'");
            }

            RhythmDocument document = RhythmDocument.Of(data, parsed.GetValue(asOf) is { } asked ? new AsOf(asked, null) : new AsOf(terminal.Now.GetUtcNow(), "now"), policies, parsed.GetValue(assumeKnown));
            EndedComparison? comparison = marks.Length > 0 ? EndedComparison.Of(document, marks, others) : null;
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => RhythmReport.WriteJsonAsync(stream, document, comparison, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                RhythmReport.WriteText(terminal.Out, document, comparison);
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
