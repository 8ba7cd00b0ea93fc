using System.CommandLine;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Reporting;
using CommunityOfPractice.Tool.Trends;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop trends</c>: which readings rise or fall over periods, by tests, and what wanted attention when.</summary>
internal static class TrendsCommand
{
    private const int Fewest = 2, Most = 40;

    public static System.CommandLine.Command Create(Terminal terminal)
    {
        System.CommandLine.Command command = new("trends", "Say of each community which readings rise or fall over periods, by tests and never by eye, and list its alerts. Small groups are withheld.");
        InputOptions input = new(command);
        PeriodOptions period = new(command, "How long a period is");
        Option<int> periods = new("--periods") { Description = "How many periods, from 2 to 40. Default: 8.", HelpName = "N", DefaultValueFactory = _ => 8 };
        periods.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out int asked) && asked is < Fewest or > Most)
            {
                result.AddError($"{asked} is not a number of periods: from {Fewest} to {Most}.");
            }
        });
        Option<string[]> only = new("--community") { Description = "Look at this community only; may be repeated.", HelpName = "ID" };
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        Option<bool> all = new("--all") { Description = "Every test, and not only what is seen to rise or fall." };
        foreach (Option option in (Option[])[periods, only, all, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<CommunityId> asked = [.. (parsed.GetValue(only) ?? []).Select(i => CommunityId.TryParse(i, null, out CommunityId id) ? id : throw new UsageException($"'{i}' cannot be the id of a community."))];
            (InterchangeData? data, int errors) = await InputFiles.ReadUnifiedAsync(terminal, input.FilesOf(parsed), input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            TrendsDocument document = TrendsDocument.Of(data, period.WindowOf(parsed, data, terminal), parsed.GetValue(periods), asked, period.PolicyOf(parsed), cancellationToken);
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => ToolJson.WriteAsync(stream, document, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                TrendsText.Write(terminal.Out, document, parsed.GetValue(all));
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
