using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CommunityOfPractice.Samples.Tests;

/// <summary>The sample MathematicsEducators, as a process.</summary>
public sealed partial class MathematicsEducatorsTests
{
    /// <summary>The score of the sample is the one that the README shows for <c>cop health</c> on the same file (which a test of the tool holds to).</summary>
    [Fact]
    public async Task Sample_PrintsTheScoreThatTheToolPrints()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string program = Path.Combine(Repository.Root, "docs", "samples", "MathematicsEducators", "bin", configuration, "net10.0", "MathematicsEducators.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true })!;
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);

        string readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        Assert.Equal(Numbers(ToolLine().Match(readme)), Numbers(SampleLine().Match(printed)));
        Assert.Contains($"as of {AsOf().Match(readme).Groups[1].Value}", printed, StringComparison.Ordinal);

        static string[] Numbers(Match match) => match.Success ? [.. match.Groups.Values.Skip(1).Select(g => g.Value)] : [];
    }

    [GeneratedRegex(@"the score is ([\d.]+) of 100, plausibly ([\d.]+) to ([\d.]+),")]
    private static partial Regex ToolLine();

    [GeneratedRegex(@"([\d.]+) of 100 \(plausibly ([\d.]+) to ([\d.]+)\),")]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"As of (\S+) \(just after the last activity\)")]
    private static partial Regex AsOf();
}
