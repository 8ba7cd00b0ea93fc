using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>What a facilitator meets when asking for a report.</summary>
public sealed class HealthCommandTests
{
    [Fact]
    public async Task I_can_read_a_report_in_plain_text()
    {
        Outcome run = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--as-of", "2014-05-01");

        Assert.Equal(0, run.Code);
        Assert.Matches("\nThriving: the score is [0-9.]+ of 100, plausibly [0-9.]+ to [0-9.]+, from [0-9]+ of the model's [0-9]+ readings\\.\n", run.Out);
        Assert.Contains("Answered within two days", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task I_get_one_report_for_each_community_sorted_by_id()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\nb,ann,2024-01-01,post\na,ann,2024-01-02,post\nc,ann,2024-01-03,post\n");

        Outcome run = await CommandLine.RunAsync("health", csv, "--json");

        Assert.Equal(["a", "b", "c"], run.Json.GetProperty("communities").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
        Assert.Equal("2024-01-03T00:00:01Z", run.Json.GetProperty("asOf").GetString());
        Assert.All(run.Json.GetProperty("communities").EnumerateArray(), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("score").ValueKind));
    }

    [Fact]
    public async Task I_can_ask_for_one_community_and_am_told_when_it_does_not_exist()
    {
        using CommandLine files = new();
        string csv = files.Write("a.csv", "community,person,at,act\nb,ann,2024-01-01,post\na,ann,2024-01-02,post\n");

        Outcome one = await CommandLine.RunAsync("health", csv, "--community", "b", "--json"), none = await CommandLine.RunAsync("health", csv, "--community", "x");

        Assert.Equal("b", Assert.Single(one.Json.GetProperty("communities").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(2, none.Code);
        Assert.Equal("cop: there is no community 'x' in the files\n", none.Error);
    }

    [Fact]
    public async Task Memberships_people_and_names_come_into_the_report()
    {
        using CommandLine files = new();
        Random random = new(7);
        List<string> rows = ["community,person,at,act,id,in_reply_to"];
        for (int i = 0; i < 120; i++)
        {
            DateTimeOffset at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(12 * i);
            rows.Add($"agile,p{random.Next(20)},{at:yyyy-MM-ddTHH:mm:ssZ},ask,q{i},");
            rows.Add($"agile,p{random.Next(20)},{at.AddHours(3):yyyy-MM-ddTHH:mm:ssZ},answer,a{i},q{i}");
        }

        string activity = files.Write("activity.csv", string.Join('\n', rows));
        string people = files.Write("people.csv", "person,department\n" + string.Join('\n', Enumerable.Range(0, 20).Select(p => $"p{p},{(p % 2 == 0 ? "IT" : "Sales")}")));
        string memberships = files.Write("members.csv", "community,person,from,until,role\nagile,p0,2023-12-01,,facilitator\n" + string.Join('\n', Enumerable.Range(0, 22).Select(p => $"agile,p{p},2024-01-0{1 + (p % 5)},,")));
        string communities = files.Write("communities.csv", "community,name\nagile,Agile Circle\n");

        Outcome run = await CommandLine.RunAsync("health", activity, memberships, "--people", people, "--communities", communities, "--json");

        JsonElement community = run.Community("agile");
        Assert.Equal("Agile Circle", community.GetProperty("name").GetString());
        Assert.Equal(1, HealthContractTests.ValueOf(community, "active-facilitators/v1"));
        Assert.Equal(2 / 22d, HealthContractTests.ValueOf(community, "isolates/v1"), 1e-12);
        Assert.InRange(HealthContractTests.ValueOf(community, "member-initiated/v1"), 0.8, 1);
        Assert.InRange(HealthContractTests.ValueOf(community, "cross-department-ties/v1"), -0.5, 0.5);
        Assert.InRange(HealthContractTests.ValueOf(community, "newcomer-activation-30d/v1"), 0.8, 1);
    }

    [Fact]
    public async Task Leave_and_the_reasons_of_ends_are_read_from_memberships()
    {
        using CommandLine files = new();
        string activity = files.Write("activity.csv", "community,person,at,act,to\n" + string.Concat(Enumerable.Range(0, 13).Select(week => $"agile,p{week % 6},{new DateTime(2024, 1, 1).AddDays(7 * week):yyyy-MM-dd},post,p{(week + 1) % 6}\n")));
        string Members(string away, string reason) => "community,person,from,until,status,reason\n"
            + string.Concat(Enumerable.Range(0, 12).Select(p => $"agile,p{p},2023-01-01,{(p >= 8 ? "2024-02-01" : string.Empty)},,{(p >= 8 ? reason : string.Empty)}\n"))
            + string.Concat(Enumerable.Range(6, 2).Select(p => $"agile,p{p},2024-02-15,,{away},\n"));
        string left = files.Write("left.csv", Members("active", "choice")), gone = files.Write("gone.csv", Members("paused", "organisation-exit"));
        string converted = (await CommandLine.RunAsync("convert", gone, "--to", "jsonl")).Out, again = files.Write("again.jsonl", converted);

        JsonElement stayed = (await CommandLine.RunAsync("health", activity, left, "--json")).Community("agile");
        Outcome away = await CommandLine.RunAsync("health", activity, gone, "--json");
        Assert.Equal(2 / 8d, HealthContractTests.ValueOf(stayed, "isolates/v1"), 1e-12);
        Assert.Equal(0, HealthContractTests.ValueOf(away.Community("agile"), "isolates/v1"), 1e-12); // who is on leave is no isolate
        Assert.Equal("value", StatusOf(stayed, "tenure-365d/v1"));
        Assert.Equal("insufficientData", StatusOf(away.Community("agile"), "tenure-365d/v1")); // who left the organisation did not leave the community
        Assert.Equal(away.Out, (await CommandLine.RunAsync("health", activity, again, "--json")).Out);

        static string StatusOf(JsonElement community, string id) =>
            community.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("id").GetString() == id).GetProperty("status").GetString()!;
    }

    [Fact]
    public async Task What_is_wrong_with_options_is_said_in_words()
    {
        using CommandLine files = new();
        string page = Path.Combine(Path.GetDirectoryName(files.Write("x", "x"))!, "none", "page.html");
        Outcome seed = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--seed", "x"), html = await CommandLine.RunAsync("health", CommandLine.MathematicsEducators, "--draws", "0", "--html", page);
        Outcome header = await CommandLine.RunAsync("health", files.Write("a.csv", "community,person,at\na,p,2024-01-01\n"));
        Assert.Contains("'x' is not a seed: a whole number from 0 to 18446744073709551615.", seed.Error, StringComparison.Ordinal);
        Assert.Contains($"'{page}' cannot be written", html.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", html.Error, StringComparison.Ordinal);
        Assert.Contains("there are: community, person, at; rows of activity have a column act as well", header.Error, StringComparison.Ordinal);
        Assert.Contains("cop: 1 error, nothing was used", header.Error, StringComparison.Ordinal);
        Assert.Equal((2, 1, 1), (seed.Code, html.Code, header.Code));
    }

    [Fact]
    public async Task Standard_input_is_read()
    {
        Outcome run = await CommandLine.RunAsync(["health", "-", "--json"], "community,person,at,act\na,ann,1700000000,post\n");

        Assert.Equal(0, run.Code);
        Assert.Equal("2023-11-14T22:13:21Z", run.Json.GetProperty("asOf").GetString());
    }

    [Theory]
    [InlineData("health")]
    [InlineData("health", "x.csv", "--window", "91")]
    [InlineData("health", "x.csv", "--window", "-3d")]
    [InlineData("health", "x.csv", "--window", "0d")]
    [InlineData("health", "x.csv", "--window", "99999d")]
    [InlineData("health", "x.csv", "--as-of", "yesterday")]
    [InlineData("health", "x.csv", "--as-of", "2014-13-01")]
    [InlineData("health", "x.csv", "--nonsense")]
    [InlineData("import", "stackexchange")]
    [InlineData("convert", "x.csv", "--to", "excel")]
    [InlineData("nonsense")]
    public async Task A_wrong_command_line_is_explained(params string[] args)
    {
        Outcome run = await CommandLine.RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.StartsWith("cop: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
