using System.CommandLine;
using System.CommandLine.Parsing;

namespace CommunityOfPractice.Tool;

/// <summary>What is wrong with a command line, with where help is to be had.</summary>
internal static class UsageErrors
{
    private const string HowToGetHelp = "--help";

    public static void Print(Terminal terminal, ParseResult parsed)
    {
        if (UnknownCommand(parsed) is { } unknown)
        {
            terminal.Complain(Reporting.Words.Plain($"cop: {unknown}"));
        }
        else
        {
            foreach (ParseError error in parsed.Errors)
            {
                terminal.Complain($"cop: {error.Message}");
            }
        }

        terminal.Complain($"Try '{PathOf(parsed.CommandResult)} {HowToGetHelp}'.");
    }

    /// <summary>A word that stands where a command is expected.</summary>
    private static string? UnknownCommand(ParseResult parsed)
    {
        IReadOnlyList<Command> commands = [.. parsed.CommandResult.Command.Subcommands];
        if (commands.Count == 0 || parsed.UnmatchedTokens is not [var word, ..] || word.StartsWith('-'))
        {
            return null;
        }

        Command nearest = commands.MinBy(c => Distance(word, c.Name))!;
        string all = string.Join(", ", commands.Select(c => c.Name));
        return $"there is no command '{word}'; " + (Distance(word, nearest.Name) <= 2 ? $"did you mean '{nearest.Name}'?" : $"there is {all}.");
    }

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "cop";

    /// <summary>How many letters must be put in, taken out or changed to make one word of the other (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
