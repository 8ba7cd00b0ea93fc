using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Matching;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop similar</c>: which communities could become one, one within the other, or do something together.</summary>
internal static class SimilarCommand
{
    private const int FewInText = 20;

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
        Option<string[]> activity = new("--activity") { Description = "Activity, to tell on how few people a merged community would rest.", HelpName = "FILE" };
        activity.Validators.Add(result => FileNames.RefuseEmpty(result, activity.Name));
        Option<int> top = MatchingOptions.Whole("--top", "At most how many of each suggestion. Default: all in JSON, 20 in text.", 1, int.MaxValue, int.MaxValue);
        Option<ulong> seed = MatchingOptions.Seed("Nothing is drawn by lot here; taken as by the other commands about matching.");
        foreach (Option option in (Option[])[population, activity, top, seed])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            (InterchangeData? data, int errors, _) = await input.ReadAsync(terminal, parsed, cancellationToken, (parsed.GetValue(activity) ?? []).Select(f => new InputFile(f, InterchangeKind.Activity))).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            AsOf until = AsOf.Of(parsed.GetValue(input.AsOf), data, terminal.Now.GetUtcNow());
            DateTimeOffset asOf = until.At;
            ValueList<CommunityPair> pairs = CommunityPairs.Find(MatchingFiles.Compared(data, asOf), parsed.GetValue(population));
            if (parsed.GetValue(input.Json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => SimilarReport.WriteJsonAsync(stream, SimilarReport.First(pairs, parsed.GetValue(top)), asOf, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                until.Announce(terminal);
                SimilarReport.WriteText(terminal.Out.Profile.Out.Writer, pairs, parsed.GetResult(top) is { Implicit: false } ? parsed.GetValue(top) : FewInText, parsed.GetValue(input.Explain));
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
