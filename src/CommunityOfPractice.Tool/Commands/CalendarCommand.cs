using System.CommandLine;
using System.Text;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Calendars;
using CommunityOfPractice.Tool.Reporting;
using Command = System.CommandLine.Command;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop calendar</c>: gatherings to iCalendar and back.</summary>
internal static class CalendarCommand
{
    public static Command Create(Terminal terminal) => new("calendar", "Gatherings as iCalendar (.ics), and back.") { Export(terminal), Import(terminal) };

    private static Command Export(Terminal terminal)
    {
        Command command = new("export", "Write the gatherings in the files as iCalendar, for any calendar to subscribe to or import.");
        InputOptions input = new(command);
        Option<string?> only = new("--community") { Description = "The gatherings of this community only.", HelpName = "ID" };
        Option<string?> output = OutputFile.Option("Write here instead of to standard output.");
        command.Add(only);
        command.Add(output);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<InputFile> files = input.FilesOf(parsed);
            OutputFile.RefuseInputs(parsed.GetValue(output), files.Select(f => f.Path));
            (InterchangeData? data, int errors) = await InputFiles.ReadAsync(terminal, files, input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            GatheringEntry[] gatherings = [.. data.Gatherings.Where(g => parsed.GetValue(only) is not { } id || g.Community.Text == id)];
            if (gatherings.Length == 0)
            {
                throw new DataException(parsed.GetValue(only) is { } named ? $"there are no gatherings of '{named}' in the files" : "there are no gatherings in the files");
            }

            List<string> problems = [];
            string calendar = CalendarExport.Write(gatherings, problems);
            Stop(terminal, problems);
            await OutputFile.WriteAsync(terminal, parsed.GetValue(output), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(calendar), cancellationToken).AsTask()).ConfigureAwait(false);
            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        Argument<string> file = new("FILE.ics") { Description = "An iCalendar file; '-' is standard input, .gz is unpacked." };
        file.Validators.Add(result => FileNames.RefuseEmpty(result, file.Name));
        Option<string> community = new("--community") { Description = "The id of the community that gathers.", HelpName = "ID", Required = true };
        Option<string> zone = new("--timezone") { Description = "The IANA time zone of days, and of times that name none.", HelpName = "ID", DefaultValueFactory = _ => "UTC" };
        Option<string> to = ConvertCommand.TargetOption();
        Option<string?> output = OutputFile.Option("Write here instead of to standard output.");
        Command command = new("import", "Read the events of an iCalendar file as gatherings.") { file, community, zone, to, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(file);
            OutputFile.RefuseInputs(parsed.GetValue(output), [path]);
            CommunityId id = CommunityId.TryParse(parsed.GetRequiredValue(community), null, out CommunityId named) ? named : throw new UsageException($"'{parsed.GetValue(community)}' cannot be the id of a community");
            TimeZoneInfo clock = TimeZoneInfo.TryFindSystemTimeZoneById(parsed.GetRequiredValue(zone), out TimeZoneInfo? known) ? known : throw new UsageException($"'{parsed.GetValue(zone)}' is no time zone such as Europe/Berlin");
            CalendarImport import = new(path == "-" ? "standard input" : path, id, clock);
            ValueList<GatheringEntry> gatherings;
            try
            {
                using StreamReader text = new(InputFiles.OpenOrRefuse(terminal, path, "nothing was imported"), new UTF8Encoding(false, throwOnInvalidBytes: true));
                gatherings = import.Read(await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (DecoderFallbackException)
            {
                throw new DataException($"{path}: the file is not in UTF-8");
            }

            foreach (string note in import.Notes)
            {
                terminal.Complain(Words.Plain($"note: {note}"));
            }

            Stop(terminal, import.Errors);
            InterchangeData data = new(ActivityLog.Empty, [], [], [], []) { Gatherings = gatherings };
            await ConvertCommand.WriteAsync(terminal, data, parsed.GetValue(to)!, parsed.GetValue(output), cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Stop(Terminal terminal, List<string> problems)
    {
        problems.ForEach(problem => terminal.Complain(Words.Plain($"error: {problem}")));
        if (problems.Count > 0)
        {
            throw new DataException($"{Words.Errors(problems.Count)}, nothing was written");
        }
    }
}
