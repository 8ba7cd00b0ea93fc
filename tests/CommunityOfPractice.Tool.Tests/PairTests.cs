using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary><c>cop pair</c>, <c>cop mentors</c> and <c>cop experts</c>: the contracts of their JSON, and every bad row with its place.</summary>
public sealed class PairTests
{
    private const string People = """
        person,department,location,timezone,languages,manager,topics,until
        ann,sales,Berlin,Europe/Berlin,en|de,,go|sql,
        bob,legal,Lagos,Africa/Lagos,en,,sql,
        cem,sales,Berlin,Europe/Berlin,de,ann,go,
        dee,research,Lima,America/Lima,en,,care,
        eve,legal,Berlin,Europe/Berlin,en,,go,
        gone,legal,Berlin,Europe/Berlin,en,,go,2026-01-01T00:00:00Z

        """;

    [Fact]
    public async Task Pair_FollowsTheContract()
    {
        using CommandLine files = new();
        string people = files.Write("p.csv", People), history = files.Write("m.csv", "at,people,met,useful\n2026-11-19T00:00:00Z,ann|bob,yes,4\n"), rules = files.Write("r.json", """{ "optedOut": ["dee"], "blocks": [["ann", "eve"]] }""");
        Outcome run = await CommandLine.RunAsync("pair", "--people", people, "--history", history, "--rules", rules, "--as-of", "2026-11-26", "--seed", "7", "--json", "--explain");

        Assert.Equal(0, run.Code);
        string[][] groups = [.. run.Json.GetProperty("groups").EnumerateArray().Select(g => g.EnumerateArray().Select(p => p.GetString()!).ToArray())];
        JsonElement[] unmatched = [.. run.Json.GetProperty("unmatched").EnumerateArray()];
        Assert.Equal(["ann", "bob", "cem", "dee", "eve"], groups.SelectMany(g => g).Concat(unmatched.Select(u => u.GetProperty("person").GetString()!)).Order());
        Assert.All(unmatched, u => Assert.NotEqual(0, u.GetProperty("reasons").GetArrayLength()));
        Assert.True(run.Json.GetProperty("certificate").GetProperty("verified").GetBoolean());
        Assert.Equal(run.Json.GetProperty("totalWeight").GetDouble(), run.Json.GetProperty("explanations").EnumerateArray().SelectMany(e => e.GetProperty("shares").EnumerateArray()).Sum(s => s.GetProperty("amount").GetDouble()));
        Assert.DoesNotContain("block", run.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pair_AHistoryThatDoesNotCount_OrNamesStrangers_IsTold()
    {
        using CommandLine files = new();
        string people = files.Write("p.csv", People);
        string history = files.Write("m.csv", "at,people\n2026-11-19T00:00:00Z,ann|bob\n2026-11-26T00:00:00Z,ann|eve\n2026-12-01T00:00:00Z,cem|dee\n2026-11-12T00:00:00Z,gone|zoe\n");
        Outcome run = await CommandLine.RunAsync("pair", "--people", people, "--history", history, "--as-of", "2026-11-26", "--rounds", "2", "--json");

        Assert.Equal(0, run.Code);
        Assert.Contains("warning: 2 meetings lie at or after --as-of and do not count", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning: the history names 1 person whom --people does not know: zoe", run.Error, StringComparison.Ordinal); // gone left, and is known
        string past = files.Write("past.csv", "at,people\n2026-11-19T00:00:00Z,ann|bob\n");
        Outcome without = await CommandLine.RunAsync("pair", "--people", people, "--history", past, "--as-of", "2026-11-26", "--rounds", "2", "--json");
        Assert.Equal(without.Out, run.Out);
        Assert.Empty(without.Error);
    }

    [Fact]
    public async Task Pair_TheOrderOfRows_LeavesNoTrace()
    {
        using CommandLine files = new();
        string[] lines = People.TrimEnd().Split('\n');
        string turned = files.Write("t.csv", string.Join('\n', [lines[0], .. lines[1..].Reverse()]) + "\n");
        Outcome one = await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", People), "--as-of", "2026-11-26", "--seed", "7", "--json");
        Outcome other = await CommandLine.RunAsync("pair", "--people", turned, "--as-of", "2026-11-26", "--seed", "7", "--json");
        Assert.Equal(one.Out, other.Out);
    }

    [Fact]
    public async Task Pair_EveryErrorInTheRules_IsReported()
    {
        using CommandLine files = new();
        string rules = files.Write("r.json", """{ "format": "trio", "groupSize": "x", "nothing": 1, "blocks": [["ann"]], "pausedUntil": { "bob": "soon" }, "trios": 1, "sharedMinutes": 2000 }""");
        Outcome run = await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", People), "--rules", rules, "--as-of", "2026-11-26");

        Assert.Equal(1, run.Code);
        foreach (string code in (string[])["rules.format", "rules.number", "rules.unknown", "rules.block", "rules.time", "rules.flag", "rules.shared-minutes"])
        {
            Assert.Contains($"[{code}]", run.Error, StringComparison.Ordinal);
        }

        Outcome broken = await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", People), "--rules", files.Write("b.json", "{ \"format\": \n nope }"), "--as-of", "2026-11-26");
        Assert.Contains("line 2: this is no JSON", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_SeveralRounds_AndText()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", People), "--as-of", "2026-11-26", "--rounds", "2", "--json");
        Assert.Equal(2, run.Json.GetProperty("rounds").GetArrayLength());

        Outcome text = await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", People), "--as-of", "2026-11-26", "--explain");
        Assert.Contains("Proven: ", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_ErrorsInRulesAndPeople_AreReportedTogether_EachWithItsPlace()
    {
        using CommandLine files = new();
        string rules = files.Write("r.json", """{ "mostMeetings": { "ann": -1 }, "workingDays": { "bob": "17:00-09:00", "cem": 5, "dee": "8:00-16:00" }, "blocks": [5, ["ann", "ann"]], "groupSize": 2, "dayStart": 900, "dayEnd": 800 }""");
        Outcome run = await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", "person,dept\nann,x\n"), "--rules", rules, "--as-of", "2026-11-26");

        Assert.Equal(1, run.Code);
        foreach (string place in (string[])["mostMeetings.ann:", "workingDays.bob:", "workingDays.cem:", "workingDays.dee:", "blocks[0]: a list", "blocks[1]: a block", "groupSize: A group", "dayStart, dayEnd: ", "p.csv:1: dept:"])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("blocks[0]: a block", run.Error, StringComparison.Ordinal);
        Assert.Contains("--keep-good-rows", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", "person,dept\nann,x\n"), "--as-of", "2026-11-26", "--lenient")).Code);
        Outcome kept = await CommandLine.RunAsync("pair", "--people", files.Write("p.csv", "person,from\nann,x\nbob,\ncem,\n"), "--as-of", "2026-11-26", "--keep-good-rows");
        Assert.Equal(1, kept.Code);
        Assert.StartsWith("bob – cem", kept.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_WorkingDays_BringTogetherWhoWouldMissEachOther()
    {
        using CommandLine files = new();
        string people = files.Write("p.csv", "person,timezone\nann,Europe/Berlin\nbob,America/Los_Angeles\n"), rules = files.Write("r.json", """{ "workingDays": { "ann": "14:00-22:00" } }""");
        Outcome without = await CommandLine.RunAsync("pair", "--people", people, "--as-of", "2026-11-26");
        Assert.Contains("With 1 of 1 others: Their working days hardly fall together. It would help not to ask of them: working days that fall together (sharedMinutes).", without.Out, StringComparison.Ordinal);
        Assert.Contains("What keeps people without a group: working days that fall together (sharedMinutes).", without.Out, StringComparison.Ordinal);
        Outcome with = await CommandLine.RunAsync("pair", "--people", people, "--rules", rules, "--as-of", "2026-11-26");
        Assert.Contains("1 group, ", with.Out, StringComparison.Ordinal);
    }

    /// <summary>A round of groups writes its meetings; the next round reads them: other hosts, other groups.</summary>
    [Fact]
    public async Task Pair_MeetingsWritten_AreTheHistoryOfTheNextRound()
    {
        using CommandLine files = new();
        string people = files.Write("p.csv", "person\n" + string.Join('\n', Enumerable.Range(0, 9).Select(i => $"p{i}")) + "\n"), rules = files.Write("r.json", """{ "format": "groups", "groupSize": 3 }""");
        string first = files.Write("m1.csv", string.Empty), second = files.Write("m2.csv", string.Empty);
        Outcome one = await CommandLine.RunAsync("pair", "--people", people, "--rules", rules, "--as-of", "2026-11-19", "--meetings", first, "--json");
        Outcome two = await CommandLine.RunAsync("pair", "--people", people, "--rules", rules, "--as-of", "2026-11-26", "--history", first, "--meetings", second, "--json", "--explain");
        Outcome three = await CommandLine.RunAsync("pair", "--people", people, "--rules", rules, "--as-of", "2026-12-03", "--history", first, "--history", second, "--json");

        Assert.StartsWith("at,people,met,useful,host\n2026-11-19T00:00:00Z,", await File.ReadAllTextAsync(first), StringComparison.Ordinal);
        Assert.All(two.Json.GetProperty("explanations").EnumerateArray(), e => Assert.Equal(0, e.GetProperty("repeats").GetInt32()));
        string[] hosts = [.. new[] { one, two, three }.SelectMany(o => o.Json.GetProperty("hosts").EnumerateArray()).Select(h => h.GetString()!)];
        Assert.True(hosts.Distinct().Count() >= 8, string.Join(' ', hosts));
        Assert.Equal(2, (await CommandLine.RunAsync("pair", "--people", people, "--as-of", "2026-11-26", "--history", first, "--meetings", first)).Code);
    }

    [Fact]
    public async Task Pair_SeveralRounds_AreHeaded_AndGroupsTellTheirBound()
    {
        using CommandLine files = new();
        string people = files.Write("p.csv", "person,department\nann,IT\nbob,IT\ncem,HR\ndee,HR\neve,Ops\n"), rules = files.Write("r.json", """{ "format": "groups", "groupSize": 3 }""");
        Outcome run = await CommandLine.RunAsync("pair", "--people", people, "--as-of", "2026-11-26", "--rounds", "2", "--every", "2w");
        Assert.Contains("Round 1, 2026-11-26T00:00:00Z", run.Out, StringComparison.Ordinal);
        Assert.Contains("Round 2, 2026-12-10T00:00:00Z", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandLine.RunAsync("pair", "--people", people, "--as-of", "2026-11-26", "--rounds", "520", "--every", "3650d")).Code);

        Outcome groups = await CommandLine.RunAsync("pair", "--people", files.Write("q.csv", "person,department\n" + string.Join('\n', Enumerable.Range(0, 9).Select(i => $"p{i},d{i / 5}")) + "\n"), "--rules", rules, "--as-of", "2026-11-26", "--explain");
        Assert.Matches("The value is [0-9]+, the bound [0-9]+\\.", groups.Out);
    }

    [Fact]
    public async Task Mentors_PrintsPairsAndPrices()
    {
        using CommandLine files = new();
        string choices = files.Write("c.csv", "mentee,mentor,mentee_score,mentor_score\na,x,10,1\na,y,5,9\nb,x,9,2\n"), places = files.Write("pl.csv", "person,as,places\nx,mentor,1\n");
        Outcome run = await CommandLine.RunAsync("mentors", "--choices", choices, "--places", places, "--objective", "max-total", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(25, run.Json.GetProperty("totalScore").GetInt32());
        Assert.Equal(4, run.Json.GetProperty("prices").GetArrayLength());
        Assert.True(run.Json.GetProperty("certificate").GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task Mentors_EveryBadRow_IsReportedWithItsLine()
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("mentors", "--choices", files.Write("c.csv", "mentee,mentor,mentee_score,mentor_score\na,a,1,1\na,x,-1,1\na,y,1,1\na,y,1,1\na,,1,1\n"));

        Assert.Equal(1, run.Code);
        foreach (string place in (string[])["c.csv:2: mentor:", "c.csv:3: mentee_score:", "c.csv:5: mentor:", "c.csv:6: mentor:"])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Mentors_FromPeopleAndRules_KeepsBlocksAndReportingLines()
    {
        using CommandLine files = new();
        string people = files.Write("p.csv", "person,department,topics,manager\nann,IT,go|sql,\nbob,HR,go,ann\ncem,HR,sql,\ndee,IT,care,\n");
        string places = files.Write("pl.csv", "person,as,places\nann,mentor,2\ndee,mentor,1\nbob,mentee,1\ncem,mentee,1\n");
        Outcome run = await CommandLine.RunAsync("mentors", "--people", people, "--places", places, "--as-of", "2026-11-26", "--objective", "max-participation", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(["bob-dee", "cem-ann"], run.Json.GetProperty("pairs").EnumerateArray().Select(p => $"{p.GetProperty("mentee").GetString()}-{p.GetProperty("mentor").GetString()}"));
        Assert.Equal(850, run.Json.GetProperty("pairs")[1].GetProperty("menteeScore").GetInt32()); // 400 other department, 300 topics, half of 200 and of 100 unknown

        string rules = files.Write("r.json", "{ \"blocks\": [[\"cem\", \"ann\"]], \"optedOut\": [\"dee\"] }");
        run = await CommandLine.RunAsync("mentors", "--people", people, "--places", places, "--rules", rules, "--as-of", "2026-11-26", "--json");
        Assert.Equal(["bob", "cem"], run.Json.GetProperty("unmatched").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(["bob", "cem"], run.Json.GetProperty("reasons").EnumerateArray().Select(p => p.GetProperty("person").GetString()));
        Assert.DoesNotContain("block", run.Json.GetProperty("reasons").ToString(), StringComparison.OrdinalIgnoreCase);

        Outcome text = await CommandLine.RunAsync("mentors", "--people", people, "--places", places, "--rules", rules, "--as-of", "2026-11-26", "--explain");
        Assert.Contains("bob has no mentor. There is no mentor with a place whom they may have. With 1 of 1 mentor: One of them reports to the other.", text.Out, StringComparison.Ordinal);
        Assert.Contains("stable: 0 pairs, total 0", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentors_WrongOptionsAndPlaces_AreAllNamed()
    {
        using CommandLine files = new();
        string people = files.Write("p.csv", "person\nann\nbob\n");
        Assert.Contains("Either --choices or --people", (await CommandLine.RunAsync("mentors")).Error, StringComparison.Ordinal);
        Assert.Contains("--people takes --places and --as-of", (await CommandLine.RunAsync("mentors", "--people", people)).Error, StringComparison.Ordinal);
        Assert.Contains("go with --people", (await CommandLine.RunAsync("mentors", "--choices", people, "--as-of", "2026-11-26")).Error, StringComparison.Ordinal);

        Outcome run = await CommandLine.RunAsync(
            "mentors", "--people", people, "--places", files.Write("pl.csv", "person,as,places\nann,mentor,1\nann,mentor,2\ncem,mentee,1\nbob,friend,1\nbob,mentee,few\n"), "--as-of", "2026-11-26");
        Assert.Equal(1, run.Code);
        foreach (string place in (string[])["pl.csv:3: person:", "pl.csv:4: person:", "pl.csv:5: as:", "pl.csv:6: places:"])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Experts_AssignsAndRanks()
    {
        using CommandLine files = new();
        string activity = files.Write("a.csv", """
            community,person,at,act,id,in_reply_to,topics,accepted
            c,eve,2026-11-01T00:00:00Z,ask,q1,,go,a1
            c,ann,2026-11-02T00:00:00Z,answer,a1,q1,,
            c,bob,2026-11-03T00:00:00Z,ask,q2,,go,
            c,bob,2026-11-04T00:00:00Z,ask,q3,,sql,

            """);
        string experts = files.Write("e.csv", "person,asks,paused_until\nann,1,\nbob,1,2026-12-24\n");
        Outcome run = await CommandLine.RunAsync("experts", "--activity", activity, "--experts", experts, "--as-of", "2026-11-26", "--json");

        Assert.Equal(0, run.Code);
        JsonElement ask = Assert.Single(run.Json.GetProperty("asks").EnumerateArray());
        Assert.Equal(("q2", "ann"), (ask.GetProperty("question").GetString(), ask.GetProperty("person").GetString()));
        Assert.Equal("q3", Assert.Single(run.Json.GetProperty("unassigned").EnumerateArray()).GetString());

        Assert.Equal("experts.no-evidence", Assert.Single(run.Json.GetProperty("reasons").EnumerateArray()).GetProperty("code").GetString());
        Outcome text = await CommandLine.RunAsync("experts", "--activity", activity, "--experts", experts, "--as-of", "2026-11-26", "--explain", "--seed", "3");
        Assert.Contains("q2: ask ann (100.0 % likely to give the accepted answer). They answered 1 similar question.", text.Out, StringComparison.Ordinal);
        Assert.Contains("their answers on go", text.Out, StringComparison.Ordinal);
        Assert.Contains("q3: nobody. Nobody who agreed to be asked answered similar questions.", text.Out, StringComparison.Ordinal);
        Assert.Contains("There is nothing to ask.", (await CommandLine.RunAsync("experts", "--activity", activity, "--experts", experts, "--as-of", "2020-11-26")).Out, StringComparison.Ordinal);

        Outcome ranked = await CommandLine.RunAsync("experts", "--activity", activity, "--experts", experts, "--as-of", "2026-11-26", "--topics", "go", "--json");
        Assert.Single(ranked.Json.GetProperty("ranking").EnumerateArray());
        Outcome bad = await CommandLine.RunAsync("experts", "--activity", activity, "--experts", files.Write("x.csv", "person,asks\nann,many\n"), "--as-of", "2026-11-26");
        Assert.Contains("x.csv:2: asks:", bad.Error, StringComparison.Ordinal);
        Outcome old = await CommandLine.RunAsync("experts", "--activity", activity, "--experts", files.Write("old.csv", "person,asks,until\nann,1,\n"), "--as-of", "2026-11-26");
        Assert.Equal(1, old.Code);
        Assert.Contains("old.csv:1: until: the column is called paused_until [column.renamed]", old.Error, StringComparison.Ordinal);
        Assert.Contains("cop: 1 error, nothing was used", old.Error, StringComparison.Ordinal);
    }

    /// <summary>Each table with a column that nobody knows: an error, and passed over with --lenient, which changes nothing else.</summary>
    [Theory]
    [InlineData("--choices", "mentee,mentor,mentee_score,mentor_score", "ann,bob,3,4", "mentors", "--json")]
    [InlineData("--places", "person,as,places", "ann,mentee,1\nbob,mentor,2", "mentors", "--choices", "CHOICES", "--json")]
    [InlineData("--places", "person,as,places", "ann,mentee,1\nbob,mentor,2", "mentors", "--people", "PEOPLE", "--as-of", "2026-11-26", "--json")]
    [InlineData("--experts", "person,asks", "bob,1", "experts", "--activity", "ACTIVITY", "--as-of", "2026-11-26", "--topics", "go", "--json")]
    public async Task SmallTables_AreLenientWhenAsked(string option, string header, string rows, params string[] command)
    {
        using CommandLine files = new();
        Dictionary<string, string> paths = new()
        {
            ["CHOICES"] = files.Write("c.csv", "mentee,mentor,mentee_score,mentor_score\nann,bob,3,4\n"),
            ["PEOPLE"] = files.Write("p.csv", "person\nann\nbob\n"),
            ["ACTIVITY"] = files.Write("a.csv", "community,person,at,act,id\nc,ann,2026-05-31,ask,q1\n"),
        };
        string[] parts = [.. command.Select(part => paths.GetValueOrDefault(part, part))];
        string plain = files.Write("plain.csv", $"{header}\n{rows}\n"), more = files.Write("more.csv", $"note,{header}\n{string.Join('\n', rows.Split('\n').Select(r => "x," + r))}\n");
        Outcome known = await CommandLine.RunAsync([.. parts, option, plain]), strict = await CommandLine.RunAsync([.. parts, option, more]), lenient = await CommandLine.RunAsync([.. parts, option, more, "--lenient"]);
        Assert.Equal((0, string.Empty), (known.Code, known.Error));
        Assert.Equal((1, string.Empty), (strict.Code, strict.Out));
        Assert.Contains("more.csv:1: note: there is no such column; --lenient passes over it [column.unknown]", strict.Error, StringComparison.Ordinal);
        Assert.Equal((0, known.Out, string.Empty), (lenient.Code, lenient.Out, lenient.Error));

        // a column that is there twice says two things
        string first = header.Split(',')[0], twice = files.Write("twice.csv", $"{first},{header}\n{string.Join('\n', rows.Split('\n').Select(r => "x," + r))}\n");
        Assert.Contains("[column.duplicate]", (await CommandLine.RunAsync([.. parts, option, twice, "--lenient"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experts_TheOldColumn_IsRefusedLenientlyAsWell()
    {
        using CommandLine files = new();
        string activity = files.Write("a.csv", "community,person,at,act,id\nc,ann,2026-05-31,ask,q1\n"), experts = files.Write("e.csv", "person,asks,until\nbob,1,2027-01-01\n");
        Outcome run = await CommandLine.RunAsync("experts", "--activity", activity, "--experts", experts, "--as-of", "2026-11-26", "--lenient");
        Assert.Equal(1, run.Code);
        Assert.Contains("until: the column is called paused_until [column.renamed]", run.Error, StringComparison.Ordinal);
    }
}
