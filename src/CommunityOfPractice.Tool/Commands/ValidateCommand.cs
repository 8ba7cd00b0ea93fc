using System.CommandLine;
using System.Globalization;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop validate</c>: reports every error in files, with its place.</summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("validate", "Check files of the interchange format: every error with file, line and column.");
        InputOptions input = new(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (InterchangeData? data, int errors) = await InputFiles.ReadAsync(terminal, input.FilesOf(parsed), input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is not null)
            {
                string counts = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{data.Log.Count} activities, {data.People.Count} people, {data.Communities.Count} communities, {data.Memberships.Count} memberships, {data.Meetings.Count} meetings, {data.Gatherings.Count} gatherings, {data.Attendances.Count} attendances, {data.Artifacts.Count} artifacts, {data.Stories.Count} stories, {data.Headcounts.Count} headcounts, {data.Aliases.All.Count} aliases");
                terminal.Out.Profile.Out.Writer.WriteLine(errors == 0 ? $"valid: {counts}" : $"usable: {counts}");
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
