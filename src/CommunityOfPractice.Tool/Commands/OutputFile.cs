using System.CommandLine;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>Where a command writes: a file, put in place only when it is whole, or standard output.</summary>
internal static class OutputFile
{
    public static Option<string?> Option(string description) => new("--output", "-o") { Description = description, HelpName = "FILE" };

    /// <summary>Writes to the file, or to standard output when there is none; a failure leaves an older file as it was.</summary>
    public static async Task WriteAsync(Terminal terminal, string? path, Func<Stream, Task> write)
    {
        if (path is null or "-")
        {
            await using Stream output = terminal.Output();
            await write(output).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return;
        }

        string draft = path + ".part";
        try
        {
            await using (FileStream file = new(draft, FileMode.Create, FileAccess.Write))
            {
                await write(file).ConfigureAwait(false);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
