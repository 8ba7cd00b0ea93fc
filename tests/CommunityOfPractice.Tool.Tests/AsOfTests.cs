namespace CommunityOfPractice.Tool.Tests;

/// <summary>Which instant a command takes when none is asked for, and that it says which.</summary>
public sealed class AsOfTests
{
    private const string Why = "As of 2024-06-01T12:00:01Z (just after the last date in the files)";

    [Theory]
    [InlineData("replay M A")]
    [InlineData("audit M A")]
    [InlineData("similar --memberships M --activity A")]
    [InlineData("recommend --memberships L")]
    public async Task Default_IsTheLastDateOfAllFiles_AndTheHeadingSaysSo(string line)
    {
        using CommandLine files = new();
        string memberships = files.Write("m.csv", "community,person,from\nagile,ann,2024-01-01\nagile,bob,2024-02-01\n"), later = files.Write("l.csv", "community,person,from\nagile,ann,2024-01-01\nweb,bob,2024-06-01T12:00:00Z\n");
        string activity = files.Write("a.csv", "community,person,at,act\nagile,ann,2024-06-01T12:00:00Z,post\n");
        string[] run = [.. line.Split(' ').Select(w => w switch { "M" => memberships, "A" => activity, "L" => later, _ => w })];

        string first = (await CommandLine.RunAsync(run)).Out.Split('\n')[0];
        Assert.StartsWith(Why, first, StringComparison.Ordinal);
        string chosen = (await CommandLine.RunAsync([.. run, "--as-of", "2024-06-02"])).Out;
        Assert.DoesNotContain("just after", chosen, StringComparison.Ordinal);
        Assert.Equal("2024-06-01T12:00:01Z", (await CommandLine.RunAsync([.. run, "--json"])).Json.GetProperty("asOf").GetString());
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("rhythm")]
    public async Task Default_IsNow_WhenTheFilesReachBeyondIt(string command)
    {
        using CommandLine files = new();
        string memberships = files.Write("m.csv", "community,person,from,until\nagile,ann,2024-01-01,2098-01-01\n");
        Assert.Contains("Z (now)", (await CommandLine.RunAsync(command, memberships)).Out, StringComparison.Ordinal);
    }
}
