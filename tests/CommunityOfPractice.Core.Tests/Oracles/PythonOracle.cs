using System.Diagnostics;
using System.Text.Json;

namespace CommunityOfPractice.Core.Tests.Oracles;

/// <summary>Asks a Python script of this folder many questions in one process: one line of JSON each in, one each out.</summary>
internal static class PythonOracle
{
    public static JsonElement[] Ask<T>(string script, IReadOnlyCollection<T> questions)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Oracles", script);
        using Process python = Process.Start(new ProcessStartInfo(PythonFactAttribute.Interpreter, [path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Task<string> answers = python.StandardOutput.ReadToEndAsync();
        foreach (T question in questions)
        {
            python.StandardInput.WriteLine(JsonSerializer.Serialize(question));
        }

        python.StandardInput.Close();
        string[] lines = answers.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        Assert.Equal(questions.Count, lines.Length);
        return [.. lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
