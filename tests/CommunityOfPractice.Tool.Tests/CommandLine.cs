using System.Text;
using System.Text.Json;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Runs the tool in this process, in a folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cop-tests-");

    public static string MathematicsEducators { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "matheducators-2014.activity.csv");

    /// <summary>An invented community with everything that a page shows, and the window to look at.</summary>
    public static string[] Circle =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", "circle"), "*.csv").Order(StringComparer.Ordinal), "--as-of", "2026-06-29", "--window", "182d"];

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public static async Task<Outcome> RunAsync(string[] args, string input = "")
    {
        using StringWriter output = new(), error = new();
        using MemoryStream bytes = new();
        int code = await Cop.RunAsync(args, Terminal.OfTest(output, error, bytes, input));
        return new(code, output.ToString() + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    public static Task<Outcome> RunAsync(params IEnumerable<string> args) => RunAsync([.. args], string.Empty);

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>What a run left: exit code, standard output and standard error.</summary>
internal sealed record Outcome(int Code, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public JsonElement Community(string id) => Json.GetProperty("communities").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
}
