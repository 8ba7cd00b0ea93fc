using System.CommandLine;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>Where a command writes: a file, put in place only when it is whole, or standard output.</summary>
internal static class OutputFile
{
    public static Option<string?> Option(string description)
    {
        Option<string?> option = new("--output", "-o") { Description = description, HelpName = "FILE" };
        option.Validators.Add(result => FileNames.RefuseEmpty(result, option.Name));
        return option;
    }

    /// <summary>Refuses to write over what is read.</summary>
    public static void RefuseInputs(string? output, IEnumerable<string> inputs)
    {
        if (output is not (null or "-") && inputs.FirstOrDefault(input => input != "-" && Resolve(input) == Resolve(output)) is { } same)
        {
            throw new UsageException($"'{output}' is read from ({same}); write to another file");
        }
    }

    /// <summary>
    /// Writes to the file, or to standard output when there is none. A regular file is replaced only by a whole one and keeps its
    /// permissions; a device or a pipe is written to.
    /// </summary>
    public static async Task WriteAsync(Terminal terminal, string? path, Func<Stream, Task> write)
    {
        if (path is null or "-")
        {
            await using Stream output = terminal.Output();
            await write(output).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return;
        }

        string target = Resolve(path);
        if (File.Exists(target))
        {
            await using FileStream existing = new(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            if (!existing.CanSeek || target.StartsWith("/dev/", StringComparison.Ordinal))
            {
                await write(existing).ConfigureAwait(false);
                return;
            }
        }

        string draft = $"{target}.{Guid.NewGuid():n}.part";
        try
        {
            await using (FileStream file = new(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await write(file).ConfigureAwait(false);
            }

            if (File.Exists(target) && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(target));
            }

            File.Move(draft, target, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }

            throw new DataException($"'{path}' cannot be written: {problem.Message.Replace(draft, path, StringComparison.Ordinal)}");
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>The file behind a name: a full path, links followed.</summary>
    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (IOException)
        {
            return full;
        }
    }
}
