using System.CommandLine;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Tool.Graphs;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>The part of <c>cop health</c> that reads a plain list of edges instead of the interchange format.</summary>
internal sealed class GraphOptions
{
    private const double EnoughCoverage = 0.7;

    private readonly Option<string?> edges = FileOption("--from-graph", "EDGES", "Report the network of a list of edges instead: a CSV with the columns from and to.");
    private readonly Option<string?> nodes = FileOption("--attributes", "NODES", "With --from-graph: a CSV with the column id and attributes of people.");
    private readonly Option<string?> attribute = new("--attribute") { Description = "With --attributes: the column that says who belongs to which group.", HelpName = "NAME" };
    private readonly Option<bool> undirected = new("--undirected") { Description = "With --from-graph: edges have no direction." };

    public GraphOptions(Command command)
    {
        foreach (Option option in (Option[])[edges, nodes, attribute, undirected, Seed])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (Given(result, edges) is null && ((Option[])[nodes, attribute, undirected]).FirstOrDefault(o => result.GetResult(o) is { Implicit: false }) is { } lonely)
            {
                result.AddError($"{lonely.Name} goes with --from-graph only.");
            }

            if (Given(result, attribute) is not null && Given(result, nodes) is null)
            {
                result.AddError("--attribute needs --attributes.");
            }

            if (Given(result, edges) == "-" && Given(result, nodes) == "-")
            {
                result.AddError("Standard input can be read once only.");
            }
        });
    }

    /// <summary>Where chance begins, of permutations and of draws.</summary>
    public Option<ulong?> Seed { get; } = new("--seed")
    {
        Description = "Where chance begins. Default: made of the community, the window and the model; with --from-graph 0.",
        HelpName = "N",
        CustomParser = result =>
        {
            if (ulong.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out ulong seed))
            {
                return seed;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a seed: a whole number from 0 to {ulong.MaxValue}.");
            return null;
        },
    };

    /// <summary>Whether a list of edges is to be read.</summary>
    public bool AreUsed(ParseResult parsed) => parsed.GetValue(edges) is not null;

    /// <summary>Whether it is named, even without its value, which is an error of its own.</summary>
    public bool AreUsed(System.CommandLine.Parsing.CommandResult result) => result.GetResult(edges) is { Implicit: false };

    /// <summary>Reads, measures and prints.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(Terminal terminal, ParseResult parsed, bool json, CancellationToken cancellationToken)
    {
        string? name = parsed.GetValue(attribute);
        bool directed = !parsed.GetValue(undirected);
        if (Read(terminal, parsed, name, cancellationToken) is not { } data)
        {
            return ExitCode.DataErrors;
        }

        IReadOnlyList<NetworkReading> readings = NetworkReadings.Of(data, directed, new SplitMix64(parsed.GetValue(Seed) ?? 0));
        if (data.Strangers > 0)
        {
            terminal.Complain($"warning: {Words.Count(data.Strangers, "id of the edges is", "ids of the edges are")} not in {parsed.GetValue(nodes)}");
        }

        if (readings.Single(r => r.Key == "groupCoverage").Value is < EnoughCoverage and var coverage)
        {
            terminal.Complain(Words.Text($"warning: both groups are known for only {coverage * 100:0} % of the edges; below 70 % the readings of groups should not be used"));
        }

        if (!json && parsed.GetValue(nodes) is { } given && name is null)
        {
            terminal.Complain(Words.Plain($"note: {given}: no --attribute was named, so only its ids were used"));
        }

        if (json)
        {
            await OutputFile.WriteAsync(terminal, null, stream => NetworkReport.WriteJsonAsync(stream, readings, directed, name, cancellationToken)).ConfigureAwait(false);
        }
        else
        {
            NetworkReport.WriteText(terminal.Out, readings);
        }

        return ExitCode.Ok;
    }

    /// <summary>Reads the files; all problems of all of them are printed.</summary>
    /// <returns>The graph; null when there were errors.</returns>
    private GraphData? Read(Terminal terminal, ParseResult parsed, string? name, CancellationToken cancellationToken)
    {
        int errors = 0;
        GraphReader reader = new(problem =>
        {
            errors++;
            terminal.Complain(Words.Plain($"error: {problem} [{problem.Code}]"));
        });
        int unreadable = InputFiles.TryOpen(terminal, parsed.GetRequiredValue(edges)!, (stream, file) => reader.ReadEdges(stream, file, cancellationToken)) ? 0 : 1;
        if (parsed.GetValue(nodes) is { } path)
        {
            unreadable += InputFiles.TryOpen(terminal, path, (stream, file) => reader.ReadNodes(stream, file, name, cancellationToken)) ? 0 : 1;
        }

        errors += unreadable;

        if (errors > 0)
        {
            terminal.Complain($"cop: {Words.Errors(errors)}, nothing was used");
        }

        return errors > 0 ? null : reader.Complete();
    }

    /// <summary>What was given; null also when the value is missing, which is said elsewhere.</summary>
    private static string? Given(System.CommandLine.Parsing.CommandResult result, Option<string?> option) =>
        result.GetResult(option) is { Tokens: [var first, ..] } ? first.Value : null;

    private static Option<string?> FileOption(string name, string help, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = help };
        option.Validators.Add(result => FileNames.RefuseEmpty(result, name));
        return option;
    }
}
