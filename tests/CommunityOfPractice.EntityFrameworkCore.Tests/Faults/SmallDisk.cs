using System.Diagnostics;
using System.Globalization;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A real file system that is full soon, and can be made read-only: tmpfs, mounted by root.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("cop-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", Size(megabytes), "tmpfs", Folder);
    }

    public string Folder { get; }

    /// <summary>Why there is none; null when there can be one.</summary>
    public static string? Missing { get; } = OperatingSystem.IsLinux() && Environment.UserName == "root" && CanMount() ? null : "a file system of its own is mounted by root on Linux";

    public void Resize(int megabytes) => Run("mount", "-o", $"remount,{Size(megabytes)}", Folder);

    public void MakeReadOnly(bool readOnly) => Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Folder);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    public static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {error}");
    }

    private static string Size(int megabytes) => string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");

    private static bool CanMount()
    {
        string folder = Directory.CreateTempSubdirectory("cop-disk-").FullName;
        using Process process = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]) { RedirectStandardError = true })!;
        process.WaitForExit();
        if (process.ExitCode == 0)
        {
            Run("umount", folder);
        }

        Directory.Delete(folder);
        return process.ExitCode == 0;
    }
}

/// <summary>A test that needs a small disk, and says why it was skipped where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}

/// <summary>A test that needs a small disk and a PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlDiskFactAttribute : FactAttribute
{
    public PostgreSqlDiskFactAttribute() => Skip = SmallDisk.Missing ?? PostgreSqlServer.Missing ?? (PostgreSqlServer.IsGiven ? "the server is somebody else's" : null);
}
