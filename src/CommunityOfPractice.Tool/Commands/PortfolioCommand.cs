using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Portfolios;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop portfolio</c>: all communities of the files at a glance, made to be passed on.</summary>
internal static class PortfolioCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("portfolio", "Show all communities of the files at a glance: status, purposes to review, overlaps, and where departments and places do not talk. Small groups are withheld.");
        InputOptions input = new(command);
        PeriodOptions period = new(command, "How far back to look");
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (InterchangeData? data, int errors) = await InputFiles.ReadUnifiedAsync(terminal, input.FilesOf(parsed), input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            PortfolioDocument document = PortfolioDocument.Of(data, period.WindowOf(parsed, data, terminal), period.PolicyOf(parsed), cancellationToken);
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => ToolJson.WriteAsync(stream, document, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                PortfolioText.Write(terminal.Out, document);
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
