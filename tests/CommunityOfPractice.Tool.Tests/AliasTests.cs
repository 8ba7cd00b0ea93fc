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

    /// <summary>Each command prints the same of rows under two ids with the aliases as of rows under one without.</summary>
    [Theory]
    [InlineData("pair --people P --history H --rules R --as-of 2026-11-26 --explain")]
    [InlineData("recommend --memberships M --people P --for-file W --as-of 2026-11-26 --explain")]
    [InlineData("similar --memberships M --people P --activity A --as-of 2026-11-26")]
    [InlineData("experts --activity A --experts E --as-of 2026-11-26")]
    [InlineData("mentors --choices C --places S")]
    [InlineData("mentors --people P --places S --rules R --as-of 2026-11-26")]
    public async Task Matching_WithAliases_IsThatOfThePeople(string line)
    {
        using CommandLine files = new();
        string aliases = files.Write("aliases.csv", "alias,person\nU1,ann\nU2,bob\nU4,dee\n");
        Dictionary<string, string> texts = new()
        {
            ["P"] = "person,department,topics\nann,sales,go\nbob,legal,go\ncem,sales,sql\ndee,legal,sql\n",
            ["H"] = "at,people\n2026-11-19T00:00:00Z,U1|U2\n",
            ["R"] = """{ "optedOut": ["U4"], "blocks": [["U1", "cem"]], "mostMeetings": { "U2": 5 }, "fixedGuests": ["U1"] }""",
            ["M"] = "community,person,from\nagile,U1,2026-01-01\nweb,ann,2026-01-01\nweb,U2,2026-02-01\nagile,cem,2026-01-01\nweb,cem,2026-01-01\nweb,dee,2026-01-01\n",
            ["W"] = "U2\n",
            ["A"] = "community,person,at,act,id,in_reply_to,topics\nc,dee,2026-11-01T00:00:00Z,ask,q1,,go\nc,U1,2026-11-02T00:00:00Z,answer,a1,q1,\nc,bob,2026-11-03T00:00:00Z,ask,q2,,go\n",
            ["E"] = "person,asks,paused_until\nU1,1,\n",
            ["C"] = "mentee,mentor,mentee_score,mentor_score\nU1,U4,5,3\nbob,dee,4,4\nU2,cem,1,1\n",
            ["S"] = "person,as,places\nU1,mentee,1\nU4,mentor,2\n",
        };

        Outcome merged = await RunAsync("two", text => text, "--aliases", aliases, "--json"), people = await RunAsync("one", Renamed, "--json");

        Assert.Equal((0, string.Empty), (merged.Code, merged.Error));
        Assert.Equal(people.Out, merged.Out);
        Assert.NotEqual(people.Out, (await RunAsync("raw", text => text, "--json")).Out);

        Task<Outcome> RunAsync(string folder, Func<string, string> change, params string[] more) =>
            CommandLine.RunAsync([.. line.Split(' ').Select(word => texts.TryGetValue(word, out string? text) ? files.Write($"{folder}-{word}", change(text)) : word), .. more]);

        static string Renamed(string text) => text.Replace("U1", "ann", StringComparison.Ordinal).Replace("U2", "bob", StringComparison.Ordinal).Replace("U4", "dee", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experts_OnePersonUnderTwoIds_IsNamed_AndNoIdIsAnError()
    {
        using CommandLine files = new();
        string aliases = files.Write("aliases.csv", "alias,person\nU1,ann\n"), activity = files.Write("a.csv", "community,person,at,act\nc,ann,2026-01-01,post\n");
        string experts = files.Write("e.csv", $"person,asks\nann,1\nU1,2\n{new string('x', 201)},1\n");
        Outcome run = await CommandLine.RunAsync("experts", "--activity", activity, "--experts", experts, "--aliases", aliases, "--as-of", "2026-02-01");
        Assert.Equal(1, run.Code);
        Assert.Contains("e.csv:3: person: the id of a person is needed, each person once", run.Error, StringComparison.Ordinal);
        Assert.Contains("e.csv:4: person:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_KeepsAliasesAndRows()
    {
        using CommandLine files = new();
        string raw = files.Write("raw.csv", "community,person,at,act\nagile,U1,2024-01-01,post\n"), aliases = files.Write("aliases.csv", "alias,person\nU1,ada\n");

        Assert.Equal("alias,person\nU1,ada\n", (await CommandLine.RunAsync("convert", raw, aliases, "--to", "aliases")).Out);
        Assert.Contains("\"person\":\"U1\"", (await CommandLine.RunAsync("convert", raw, aliases, "--to", "jsonl")).Out, StringComparison.Ordinal);
        Assert.Contains("1 alias", (await CommandLine.RunAsync("validate", raw, aliases)).Out, StringComparison.Ordinal);
    }
}
