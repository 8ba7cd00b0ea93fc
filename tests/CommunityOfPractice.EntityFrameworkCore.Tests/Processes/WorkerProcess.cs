using System.Diagnostics;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A worker in a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly Task<string> errors;
    private readonly Task reading;

    public WorkerProcess(string mode, TestDatabase database, int number, int commands = 0)
    {
        string provider = database is SqliteDatabase ? "sqlite" : "postgresql";
        ProcessStartInfo start = new("dotnet", [typeof(WorkerProcess).Assembly.Location, mode, provider, database.Settings, $"{number}", $"{commands}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0"; // they live for a second or two
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
        reading = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            }
        });
    }

    public int Count
    {
        get
        {
            lock (lines)
            {
                return lines.Count;
            }
        }
    }

    /// <summary>Kills the process (SIGKILL) and returns what it had said until then.</summary>
    public async Task<string[]> KillAsync()
    {
        Assert.False(process.HasExited, $"The worker ended by itself: {(process.HasExited ? await errors : null)}");
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        return [.. lines];
    }

    public async Task<string[]> EndAsync()
    {
        await process.WaitForExitAsync();
        await reading;
        Assert.True(process.ExitCode == 0, await errors);
        return [.. lines];
    }

    public void Dispose() => process.Dispose();
}
