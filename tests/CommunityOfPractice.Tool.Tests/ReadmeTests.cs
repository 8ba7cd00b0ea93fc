using System.Text.RegularExpressions;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>What the README says that the tool prints.</summary>
public sealed class ReadmeTests
{
    private const string Begin = "```text\nAs of ", End = "```\n";

    /// <summary>COP_WRITE_README=1 puts what is printed now into the README.</summary>
    [Fact]
    public async Task Example_IsWhatTheToolPrints()
    {
        string printed = (await CommandLine.RunAsync("health", CommandLine.MathematicsEducators)).Out;
        string file = FileOf("README.md"), text = await File.ReadAllTextAsync(file);
        int from = text.IndexOf(Begin, StringComparison.Ordinal) + "```text\n".Length, until = text.IndexOf(End, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("COP_WRITE_README") == "1")
        {
            await File.WriteAllTextAsync(file, text[..from] + printed + text[until..]);
        }

        Assert.Equal(printed, text[from..until]);
    }

    /// <summary>The table of commands names the options that <c>--help</c> lists, and no others; what stands below the table for all of them apart.</summary>
    [Fact]
    public async Task Table_NamesTheOptionsOfEachCommand()
    {
        string[] common = ["--lenient", "--keep-good-rows", "--output", "--help", "--version"], besideFiles = ["--people", "--communities", "--memberships"];
        Dictionary<string, string> rows = [];
        foreach (string line in (await File.ReadAllLinesAsync(FileOf("README.md"))).Where(l => l.StartsWith("| `cop ", StringComparison.Ordinal)))
        {
            foreach (Match row in Regex.Matches(line.Split(" | ")[0].Replace("\\|", "|", StringComparison.Ordinal), "`cop ([a-z -]*[a-z])( [^`a-z][^`]*)?`"))
            {
                string command = Regex.Replace(row.Groups[1].Value, " --.*", string.Empty);
                rows[command] = rows.GetValueOrDefault(command) + row.Value;
            }
        }

        foreach ((string command, string row) in rows)
        {
            Outcome help = await CommandLine.RunAsync([.. command.Split(' '), "--help"]);
            Assert.Equal(0, help.Code);
            string[] listed = [.. Regex.Matches(help.Out, @"^  (?:-\S, )*(--[a-z-]+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Except([.. common, .. row.Contains("FILE…", StringComparison.Ordinal) ? besideFiles : []]).Order(StringComparer.Ordinal)];
            string[] named = [.. Regex.Matches(row, "--[a-z-]+").Select(m => m.Value).Distinct().Except(row.Contains("FILE…", StringComparison.Ordinal) ? besideFiles : []).Order(StringComparer.Ordinal)];
            Assert.True(listed.SequenceEqual(named), $"cop {command}: --help lists {string.Join(' ', listed.Except(named))} and the README {string.Join(' ', named.Except(listed))} alone");
        }

        Assert.Equal(23, rows.Count);
    }

    private static string FileOf(string name) => Path.Combine(Repository.Root, name);
}
