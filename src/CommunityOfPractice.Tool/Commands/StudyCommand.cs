using CommunityOfPractice.Core.Indicators;
using System.CommandLine;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Studies;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop study</c>: whether the readings say something about what became of communities and people.</summary>
internal static class StudyCommand
{
    public static Command Create(Terminal terminal) =>
        new("study", "Compare readings with what became of communities and people.") { Outcomes(terminal), Newcomers(terminal) };

    private static Command Outcomes(Terminal terminal)
    {
        Command command = new("outcomes", "Say how well the score, each indicator and plain counts foresaw what became of communities, at moments after their start.");
        InputOptions input = new(command);
        Option<string> outcomes = new("--outcomes") { Description = "A CSV with the columns name, status, start and end (days).", HelpName = "FILE", Required = true };
        Option<string> good = new("--good") { Description = "The status that the score should foresee.", HelpName = "STATUS", Required = true };
        Option<string> bad = new("--bad") { Description = "The status of the others.", HelpName = "STATUS", Required = true };
        Option<int[]> month = new("--month") { Description = "A moment, in calendar months after the start; may be repeated. Default: 6, 12 and 18.", HelpName = "N" };
        Option<string[]> window = new("--window") { Description = "How far back to look, such as 91d or 6mo; may be repeated. Default: 91d and 6mo.", HelpName = "LENGTH" };
        Option<string> model = new("--model") { Description = "The model: activity (the default), or a file such as docs/models/activity-2.json.", HelpName = "MODEL" };
        Option<bool> holdOut = new("--hold-out") { Description = "Look at the half of the communities that is held out, instead of at the half for calibration. To be done once, at the end." };
        Option<bool> whole = new("--whole") { Description = "Look at both halves together: for communities of which nothing is to be chosen (any more)." };
        Option<bool> json = new("--json") { Description = "Print one JSON document, with the readings of each community, instead of text." };
        outcomes.Validators.Add(result => FileNames.RefuseEmpty(result, outcomes.Name));
        foreach (Option option in (Option[])[outcomes, good, bad, month, window, model, holdOut, whole, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            int[] months = parsed.GetValue(month) is { Length: > 0 } chosen ? chosen : [6, 12, 18];
            if (months.Any(m => m is < 1 or > 600))
            {
                throw new UsageException("--month: a moment lies from 1 to 600 months after the start");
            }

            string[] lengths = parsed.GetValue(window) is { Length: > 0 } asked ? asked : ["91d", "6mo"];
            StudyWindow[] windows = [.. lengths.Select(l => StudyWindow.Parse(l) ?? throw new UsageException($"--window: '{l}' is not a length such as 91d, 13w or 6mo"))];
            IReadOnlyList<KnownOutcome> known = OutcomeFile.Read(terminal, parsed.GetRequiredValue(outcomes), parsed.GetRequiredValue(good), parsed.GetRequiredValue(bad));
            (InterchangeData? data, int errors) = await InputFiles.ReadUnifiedAsync(terminal, input.FilesOf(parsed), input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            StudyPart part = (parsed.GetValue(holdOut), parsed.GetValue(whole)) switch
            {
                (true, true) => throw new UsageException("--hold-out and --whole: give one of the two"),
                (true, false) => StudyPart.HoldOut,
                (false, true) => StudyPart.Whole,
                _ => StudyPart.Calibration,
            };
            HealthModel yardstick = ModelOption.Read(terminal, parsed.GetValue(model) ?? "activity").Activity;
            OutcomeStudy study = OutcomeStudy.Of(data.Log, OutcomeFile.PartOf(known, part), months, windows, new HealthAssessor(yardstick, StandardIndicators.All), part);
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => OutcomeReport.WriteJsonAsync(stream, study, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                OutcomeReport.WriteText(terminal.Out, study);
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static Command Newcomers(Terminal terminal)
    {
        Command command = new("newcomers", "Say whether newcomers whose first question was answered within 48 hours came back more often than the others.");
        InputOptions input = new(command);
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (InterchangeData? data, int errors) = await InputFiles.ReadUnifiedAsync(terminal, input.FilesOf(parsed), input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            if (data.Log.Count == 0)
            {
                throw new DataException("the files hold nothing that a person did");
            }

            NewcomerStudy study = NewcomerStudy.Of(data.Log);
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => NewcomerReport.WriteJsonAsync(stream, study, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                NewcomerReport.WriteText(terminal.Out, study);
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }
}
