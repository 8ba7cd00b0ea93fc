namespace CommunityOfPractice.Tool.Tests;

/// <summary>People merged across sources, from the command line.</summary>
public sealed class AliasTests
{
    [Fact]
    public async Task Health_WithAliases_IsThatOfThePeople()
    {
        using CommandLine files = new();
        string Rows(Func<int, string> who) => "community,person,at,act,id\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"agile,{who(i)},2024-01-{1 + (i % 28):00},post,a{i}\n"));
        string raw = files.Write("raw.csv", Rows(i => i % 3 == 0 ? $"U{i % 8}" : $"p{i % 8}"));
        string people = files.Write("people.csv", Rows(i => $"p{i % 8}"));
        string aliases = files.Write("aliases.csv", "alias,person\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"U{i},p{i}\n")));

        Outcome merged = await CommandLine.RunAsync("health", raw, aliases, "--json", "--as-of", "2024-02-01");

        Assert.Equal(0, merged.Code);
        Assert.Equal((await CommandLine.RunAsync("health", people, "--json", "--as-of", "2024-02-01")).Out, merged.Out);
        Assert.NotEqual((await CommandLine.RunAsync("health", raw, "--json", "--as-of", "2024-02-01")).Out, merged.Out);
    }

    [Fact]
    public async Task Convert_KeepsAliasesAndRows()
    {
        using CommandLine files = new();
        string raw = files.Write("raw.csv", "community,person,at,act\nagile,U1,2024-01-01,post\n"), aliases = files.Write("aliases.csv", "alias,person\nU1,ada\n");

        Assert.Equal("alias,person\nU1,ada\n", (await CommandLine.RunAsync("convert", raw, aliases, "--to", "aliases")).Out);
        Assert.Contains("\"person\":\"U1\"", (await CommandLine.RunAsync("convert", raw, aliases, "--to", "jsonl")).Out, StringComparison.Ordinal);
        Assert.Contains("1 aliases", (await CommandLine.RunAsync("validate", raw, aliases)).Out, StringComparison.Ordinal);
    }
}
