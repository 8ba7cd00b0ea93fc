using System.CommandLine;
using System.CommandLine.Parsing;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Reporting;
using Command = System.CommandLine.Command;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop health</c>: one health report for each community in the files.</summary>
internal static class HealthCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("health", "Report how each community in the files fares: readings, score, what it means and what to do next, its stage, alerts and trends.");
        GraphOptions graph = new(command);
        InputOptions input = new(command, graph.AreUsed);
        Option<DateTimeOffset?> asOf = new("--as-of")
        {
            Description = "Only what happened before this instant counts (ISO 8601 or unix seconds). Default: just after the last activity.",
            HelpName = "TIME",
            CustomParser = result => Parse(result, Durations.TryParseInstant, "an instant such as 2014-05-01 or 2014-05-01T12:00:00Z"),
        };
        Option<TimeSpan?> window = new("--window")
        {
            Description = "How far back to look, such as 91d, 13w or 36h. Default: 91d.",
            HelpName = "LENGTH",
            CustomParser = result => Parse(result, Durations.TryParse, "a length such as 91d, 13w or 36h, at most 3650d"),
        };
        Option<string[]> only = new("--community") { Description = "Report this community only; may be repeated.", HelpName = "ID" };
        Option<string?> model = new("--model")
        {
            Description = "The health model: activity (people and what they do), community (domain and practice as well), or a file. Default: the one that fits what the files know.",
            HelpName = "FILE|activity|community",
        };
        Option<bool> all = new("--all") { Description = "Every reading, group by group, and not just one screen." };
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        Option<string?> html = new("--html") { Description = "Also write a self-contained page with charts.", HelpName = "OUT" };
        html.Validators.Add(result => FileNames.RefuseEmpty(result, html.Name));
        AssessmentArguments assessment = new(graph.Seed);
        Option[] reporting = [asOf, window, only, model, html, all, .. assessment.Options];
        foreach (Option option in (Option[])[.. reporting, json])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (graph.AreUsed(result) && reporting.FirstOrDefault(o => result.GetResult(o) is { Implicit: false }) is { } useless)
            {
                result.AddError($"{useless.Name} does not go with --from-graph.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (graph.AreUsed(parsed))
            {
                return await graph.RunAsync(terminal, parsed, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
            }

            HealthRequest request = new(
                parsed.GetValue(asOf), parsed.GetValue(window) ?? HealthRequest.DefaultWindow, CommunitiesOf(parsed.GetValue(only)), ModelOption.Read(terminal, parsed.GetValue(model)), assessment.Of(parsed),
                parsed.GetValue(json) || parsed.GetValue(all) || parsed.GetValue(html) is not null);
            IReadOnlyList<InputFile> files = input.FilesOf(parsed);
            OutputFile.RefuseInputs(parsed.GetValue(html), files.Select(f => f.Path));
            if (parsed.GetValue(html) == "-")
            {
                throw new UsageException("--html needs the name of a file, standard output is for the report");
            }

            (InterchangeData? data, int errors) = await InputFiles.ReadUnifiedAsync(terminal, files, input.ReaderOptionsOf(parsed), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            HealthDocument document = HealthDocument.Assess(data, request, terminal.Now.GetUtcNow(), cancellationToken);
            if (document.Ahead > 0)
            {
                terminal.Complain($"warning: {Words.Count(document.Ahead, "activity lies", "activities lie")} in the future and {(document.Ahead == 1 ? "was" : "were")} left out; --as-of chooses another moment");
            }

            if (parsed.GetValue(html) is { } path)
            {
                await OutputFile.WriteAsync(terminal, path, stream => HtmlReport.WriteAsync(stream, document, cancellationToken)).ConfigureAwait(false);
                terminal.Complain($"cop: wrote {path}");
            }

            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => JsonReport.WriteAsync(stream, document, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                TextReport.Write(terminal.Out, document, parsed.GetValue(all));
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static T? Parse<T>(ArgumentResult result, Func<string, T?> parse, string expected)
        where T : struct
    {
        T? value = parse(result.Tokens[0].Value);
        if (value is null)
        {
            result.AddError($"'{result.Tokens[0].Value}' is not {expected}.");
        }

        return value;
    }

    private static List<CommunityId> CommunitiesOf(string[]? ids) =>
        [.. (ids ?? []).Select(i => CommunityId.TryParse(i, null, out CommunityId id) ? id : throw new UsageException($"'{i}' cannot be the id of a community."))];
}
