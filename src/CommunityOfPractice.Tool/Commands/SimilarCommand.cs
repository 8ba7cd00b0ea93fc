using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Matching;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop similar</c>: which communities could become one, one within the other, or do something together.</summary>
internal static class SimilarCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("similar", "Find communities with the same people or topics, and say whether they could merge, be one within the other, or do something together.");
        MatchingInput input = new(command);
        Option<int> population = new("--population") { Description = "How many people there are in the organisation. Default: those in the files.", HelpName = "N" };
        population.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int n) && n < 0)
            {
                result.AddError("--population is not negative.");
            }
        });
        command.Add(population);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            DateTimeOffset asOf = parsed.GetValue(input.AsOf) ?? terminal.Now.GetUtcNow();
            (InterchangeData? data, int errors) = await input.ReadAsync(terminal, parsed, cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            ValueList<CommunityPair> pairs = CommunityPairs.Find(MatchingFiles.Compared(data, asOf), parsed.GetValue(population));
            if (parsed.GetValue(input.Json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => SimilarReport.WriteJsonAsync(stream, pairs, asOf, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                SimilarReport.WriteText(terminal.Out.Profile.Out.Writer, pairs, parsed.GetValue(input.Explain));
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
