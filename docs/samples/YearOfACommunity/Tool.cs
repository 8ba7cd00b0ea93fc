using System.Diagnostics;

namespace YearOfACommunity;

/// <summary>The tool <c>cop</c>, as it lies beside the sample; elsewhere it is installed with <c>dotnet tool install CommunityOfPractice.Tool</c>.</summary>
internal static class Tool
{
    public static async Task<int> RunAsync(params string[] arguments)
    {
        using Process cop = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "cop.dll"), .. arguments]);
        await cop.WaitForExitAsync();
        return cop.ExitCode;
    }
}
