namespace CommunityOfPractice.Tool.Tests;

/// <summary>What is said about a command line that is off, and about files that are not there.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("helth x.csv", "cop: there is no command 'helth'; did you mean 'health'?\nTry 'cop --help'.\n")]
    [InlineData("study newcomer x.csv", "cop: there is no command 'newcomer'; did you mean 'newcomers'?\nTry 'cop study --help'.\n")]
    [InlineData("import foo", "cop: there is no command 'foo'; there is stackexchange, digitalgov, commits.\nTry 'cop import --help'.\n")]
    [InlineData("import", "cop: Required command was not provided.\nTry 'cop import --help'.\n")]
    [InlineData("health --people people.csv", "cop: Required argument 'FILE' missing for command: 'health'; what --people, --communities and --memberships name comes beside it.\nTry 'cop health --help'.\n")]
    public async Task ALineThatIsOff_IsToldInTheCommandsWords(string line, string told)
    {
        Outcome run = await CommandLine.RunAsync(line.Split(' '));
        Assert.Equal((2, told, string.Empty), (run.Code, run.Error, run.Out));
    }

    [Theory]
    [InlineData("health A --model ./none", "cop: --model takes activity, community or a file with a model")]
    [InlineData("import stackexchange ./none", "cop: nothing was imported")]
    [InlineData("calendar import ./none --community c", "cop: nothing was imported")]
    [InlineData("rhythm A --policy ./none", "cop: nothing was done")]
    [InlineData("assign --weights ./none", "cop: 1 error, nothing was used")]
    [InlineData("experts --activity A --experts ./none --as-of 2024-01-01", "cop: 1 error, nothing was used")]
    [InlineData("validate ./none", "cop: 1 error, nothing was used")]
    public async Task AFileThatIsNotThere_IsToldInOneForm(string line, string outcome)
    {
        using CommandLine files = new();
        string activity = files.Write("a.csv", "community,person,at,act\nc,ann,2024-01-01,post\n");
        Outcome run = await CommandLine.RunAsync(line.Split(' ').Select(w => w == "A" ? activity : w));
        Assert.Equal((1, $"error: ./none: there is no such file [file.unreadable]\n{outcome}\n"), (run.Code, run.Error));
    }
}
