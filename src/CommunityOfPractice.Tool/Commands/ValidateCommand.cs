using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop validate</c>: reports every error in files, with its place.</summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("validate", "Check files of the interchange format: every error with file, line and column, and warnings of what is most likely a mistake.");
        InputOptions input = new(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (InterchangeData? data, int errors) = await InputFiles.ReadAsync(terminal, input.FilesOf(parsed), input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is not null)
            {
                string counts = string.Join(", ", Counts(data));
                terminal.Out.Profile.Out.Writer.WriteLine(errors == 0 ? $"valid: {counts}" : $"usable: {counts}");
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static IEnumerable<string> Counts(InterchangeData data) =>
    [
        Words.Count(data.Log.Count, "activity", "activities"),
        Words.Count(data.People.Count, "person", "people"),
        Words.Count(data.Communities.Count, "community", "communities"),
        Words.Count(data.Memberships.Count, "membership"),
        Words.Count(data.Meetings.Count, "meeting"),
        Words.Count(data.Gatherings.Count, "gathering"),
        Words.Count(data.Attendances.Count, "attendance"),
        Words.Count(data.Artifacts.Count, "artifact"),
        Words.Count(data.Stories.Count, "story", "stories"),
        Words.Count(data.Headcounts.Count, "headcount"),
        Words.Count(data.Aliases.All.Count, "alias", "aliases"),
    ];
}
