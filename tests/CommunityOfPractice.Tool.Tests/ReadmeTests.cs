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

    private static string FileOf(string name) => Path.Combine(Repository.Root, name);
}
