using System.CommandLine;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop convert</c>: from any files of the interchange format to JSON Lines or to one kind of CSV.</summary>
internal static class ConvertCommand
{
    private static readonly Dictionary<string, InterchangeKind?> Targets = new(StringComparer.Ordinal)
    {
        ["jsonl"] = null,
        ["activity"] = InterchangeKind.Activity,
        ["people"] = InterchangeKind.Person,
        ["communities"] = InterchangeKind.Community,
        ["memberships"] = InterchangeKind.Membership,
        ["meetings"] = InterchangeKind.Meeting,
        ["gatherings"] = InterchangeKind.Gathering,
        ["attendance"] = InterchangeKind.Attendance,
        ["artifacts"] = InterchangeKind.Artifact,
        ["stories"] = InterchangeKind.Story,
        ["headcounts"] = InterchangeKind.Headcount,
        ["aliases"] = InterchangeKind.Alias,
    };

    public static Command Create(Terminal terminal)
    {
        Command command = new("convert", "Convert files of the interchange format: to JSON Lines with everything, or to a spreadsheet-safe CSV of one kind.");
        InputOptions input = new(command);
        Option<string> to = TargetOption();
        Option<string?> output = OutputFile.Option("Write here instead of to standard output.");
        command.Add(to);
        command.Add(output);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<InputFile> files = input.FilesOf(parsed);
            OutputFile.RefuseInputs(parsed.GetValue(output), files.Select(f => f.Path));
            (InterchangeData? data, int errors) = await InputFiles.ReadAsync(terminal, files, input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is not null)
            {
                await WriteAsync(terminal, data, parsed.GetValue(to)!, parsed.GetValue(output), cancellationToken).ConfigureAwait(false);
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    public static Option<string> TargetOption()
    {
        Option<string> to = new("--to") { Description = "What to write: jsonl (everything) or one kind as CSV.", DefaultValueFactory = _ => "jsonl" };
        return to.AcceptOnlyFromAmong([.. Targets.Keys]);
    }

    public static Task WriteAsync(Terminal terminal, InterchangeData data, string target, string? path, CancellationToken cancellationToken) =>
        OutputFile.WriteAsync(terminal, path, stream => Targets[target] is { } kind
            ? InterchangeWriter.WriteCsvAsync(stream, data, kind, cancellationToken).AsTask()
            : InterchangeWriter.WriteJsonLinesAsync(stream, data, cancellationToken).AsTask());
}
