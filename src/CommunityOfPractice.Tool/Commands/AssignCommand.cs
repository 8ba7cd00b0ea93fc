using System.CommandLine;
using CommunityOfPractice.Tool.Assigning;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop assign</c>: solves a plain matching problem and proves the result.</summary>
internal static class AssignCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("assign", "Pair names so that the total weight is greatest, nobody twice, with a checked proof that no other choice is better.");
        Option<string> weights = new("--weights")
        {
            Description = "A CSV with the columns from, to and weight (a whole number); each row is a pair that may be made. '-' is standard input, .gz is unpacked.",
            HelpName = "FILE",
            Required = true,
        };
        weights.Validators.Add(result => FileNames.RefuseEmpty(result, weights.Name));
        Option<string> mode = new("--mode")
        {
            Description = "general: everybody may pair with everybody; bipartite: the names under from pair with those under to, which are others even when they look the same. Default: general.",
            HelpName = "MODE",
            DefaultValueFactory = _ => SolvedWeights.General,
        };
        mode.AcceptOnlyFromAmong(SolvedWeights.General, SolvedWeights.Bipartite);
        Option<bool> maximumCardinality = new("--max-cardinality") { Description = "As many pairs as possible first, the total weight second." };
        Option<bool> lenient = new("--lenient") { Description = "Ignore other columns." };
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        foreach (Option option in (Option[])[weights, mode, maximumCardinality, lenient, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            string chosen = parsed.GetRequiredValue(mode);
            IReadOnlyList<WeightRow> rows = Read(terminal, parsed.GetRequiredValue(weights), chosen == SolvedWeights.Bipartite, parsed.GetValue(lenient));
            SolvedWeights solved = SolvedWeights.Solve(rows, chosen, parsed.GetValue(maximumCardinality));
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => AssignReport.WriteJsonAsync(stream, solved, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                AssignReport.WriteText(terminal.Out.Profile.Out.Writer, solved);
            }

            return solved.Proof.IsProven ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static IReadOnlyList<WeightRow> Read(Terminal terminal, string path, bool apart, bool lenient)
    {
        string name = path == "-" ? "standard input" : path;
        WeightTable table = new(name, apart, lenient, terminal.Complain);
        try
        {
            using Stream stream = InputFiles.Open(terminal, path);
            IReadOnlyList<WeightRow> rows = table.Read(stream);
            return table.Errors == 0 ? rows : throw new DataException($"{Reporting.Words.Errors(table.Errors)}, nothing was used");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            InputFiles.ReportUnreadable(terminal, path, problem);
            throw new DataException($"{Reporting.Words.Errors(1)}, nothing was used");
        }
    }
}
