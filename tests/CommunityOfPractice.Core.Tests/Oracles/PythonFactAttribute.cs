using System.Diagnostics;

namespace CommunityOfPractice.Core.Tests.Oracles;

/// <summary>A fact that asks a Python program for a second opinion; skipped where Python or a module it imports is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public const string Interpreter = "/usr/bin/python3";

    public PythonFactAttribute(params string[] modules)
    {
        string import = $"import {string.Join(", ", modules)}";
        Skip = Runs(import) ? null : $"`{Interpreter} -c \"{import}\"` fails here: install the Debian packages of these modules.";
    }

    private static bool Runs(string code)
    {
        if (!File.Exists(Interpreter))
        {
            return false;
        }

        using Process python = Process.Start(new ProcessStartInfo(Interpreter, ["-c", code]) { RedirectStandardError = true })!;
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0;
    }
}
