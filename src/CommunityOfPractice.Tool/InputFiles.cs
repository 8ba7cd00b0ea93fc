using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using Spectre.Console;

namespace CommunityOfPractice.Tool;

/// <summary>A file named on the command line, and what it is said to hold.</summary>
internal sealed record InputFile(string Path, InterchangeKind? Kind);

/// <summary>Reads the files named on the command line.</summary>
internal static class InputFiles
{
    private const long WorthABar = 16 << 20;

    /// <summary>Reads all files; every problem is printed to standard error with its place, and then what is most likely a mistake.</summary>
    /// <returns>What was read, and how many errors there were; no data when there were any, unless good rows are to be kept.</returns>
    public static async Task<(InterchangeData? Data, int Errors)> ReadAsync(
        Terminal terminal, IReadOnlyList<InputFile> files, InterchangeReaderOptions options, CancellationToken cancellationToken)
    {
        (InterchangeData? data, int errors, _) = await ReadWithPlacesAsync(terminal, files, options, cancellationToken).ConfigureAwait(false);
        return (data, errors);
    }

    /// <summary>As <see cref="ReadAsync(Terminal, IReadOnlyList{InputFile}, InterchangeReaderOptions, CancellationToken)"/>, with every id in the place of the person behind it: for what is measured.</summary>
    public static async Task<(InterchangeData? Data, int Errors)> ReadUnifiedAsync(
        Terminal terminal, IReadOnlyList<InputFile> files, InterchangeReaderOptions options, CancellationToken cancellationToken)
    {
        (InterchangeData? data, int errors) = await ReadAsync(terminal, files, options, cancellationToken).ConfigureAwait(false);
        return (data?.Unified(), errors);
    }

    /// <summary>As <see cref="ReadUnifiedAsync"/>, with the aliases, for ids that other files name.</summary>
    public static async Task<(InterchangeData? Data, int Errors, PersonAliases Aliases)> ReadWithAliasesAsync(
        Terminal terminal, IReadOnlyList<InputFile> files, InterchangeReaderOptions options, CancellationToken cancellationToken)
    {
        (InterchangeData? data, int errors) = await ReadAsync(terminal, files, options, cancellationToken).ConfigureAwait(false);
        return (data?.Unified(), errors, data?.Aliases ?? PersonAliases.None);
    }

    /// <summary>As <see cref="ReadAsync(Terminal, IReadOnlyList{InputFile}, InterchangeReaderOptions, CancellationToken)"/>, with the reader, which knows where each membership was read.</summary>
    public static async Task<(InterchangeData? Data, int Errors, InterchangeReader Reader)> ReadWithPlacesAsync(
        Terminal terminal, IReadOnlyList<InputFile> files, InterchangeReaderOptions options, CancellationToken cancellationToken)
    {
        int errors = 0, unreadable = 0;
        InterchangeReader reader = new(options, Report);

        foreach (InputFile file in files)
        {
            try
            {
                await using Stream stream = Open(terminal, file.Path);
                await ReadAsync(terminal, reader, stream, file, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                unreadable++;
                reader = new(options, Report); // nothing will be used, but the other files are still checked
                ReportUnreadable(terminal, file.Path, problem);
            }
        }

        InterchangeData? data = unreadable > 0 ? null : (reader.Complete() as Decision<InterchangeData>.Accepted)?.Value;
        errors += unreadable;
        foreach (string doubt in data is null ? [] : DataDoubts.Of(data))
        {
            terminal.Complain(Reporting.Words.Plain($"warning: {doubt}"));
        }

        if (errors > 0)
        {
            terminal.Complain(data is not null
                ? $"cop: {Reporting.Words.Errors(errors)}; the rows without errors are used"
                : $"cop: {Reporting.Words.Errors(errors)}, nothing was used{(unreadable > 0 ? string.Empty : " (--keep-good-rows uses the rows without errors)")}");
        }

        return (data, errors, reader);

        void Report(InterchangeProblem problem)
        {
            errors += problem.Severity == InterchangeSeverity.Error ? 1 : 0;
            terminal.Complain(Reporting.Words.Plain($"{(problem.Severity == InterchangeSeverity.Error ? "error" : "warning")}: {problem} [{problem.Code}]"));
        }
    }

    private static async Task ReadAsync(Terminal terminal, InterchangeReader reader, Stream stream, InputFile file, CancellationToken cancellationToken)
    {
        string name = file.Path == "-" ? "standard input" : file.Path;
        if (!terminal.Error.Profile.Capabilities.Interactive || !stream.CanSeek || stream.Length < WorthABar)
        {
            await reader.ReadAsync(stream, name, file.Kind, cancellationToken).ConfigureAwait(false);
            return;
        }

        await terminal.Error.Progress().AutoClear(true).StartAsync(async context =>
        {
            ProgressTask bar = context.AddTask(Markup.Escape(Path.GetFileName(name)), maxValue: stream.Length);
            long before = reader.BytesRead;
            using Timer timer = new(_ => bar.Value = reader.BytesRead - before, null, 100, 100);
            await reader.ReadAsync(stream, name, file.Kind, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Opens a file for reading; <c>-</c> is standard input, <c>.gz</c> is unpacked.</summary>
    public static Stream Open(Terminal terminal, string path)
    {
        if (path == "-")
        {
            return terminal.Input();
        }

        FileStream stream = new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan, BufferSize = 0 });
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new WholeGzip(stream) : stream;
    }

    /// <summary>Opens a file for reading; one that cannot be opened is reported.</summary>
    /// <exception cref="DataException">It cannot be opened; the message says what was not done.</exception>
    public static Stream OpenOrRefuse(Terminal terminal, string path, string notDone)
    {
        try
        {
            return Open(terminal, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(terminal, path, problem);
            throw new DataException(notDone);
        }
    }

    /// <summary>Reads a file; one that cannot be read is reported.</summary>
    /// <returns>Whether it could be read.</returns>
    public static bool TryOpen(Terminal terminal, string path, Action<Stream, string> read)
    {
        try
        {
            using Stream stream = Open(terminal, path);
            read(stream, path == "-" ? "standard input" : path);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            ReportUnreadable(terminal, path, problem);
            return false;
        }
    }

    public static void ReportUnreadable(Terminal terminal, string path, Exception problem) =>
        terminal.Complain(Reporting.Words.Plain($"error: {path}: {Explain(path, problem)} [file.unreadable]"));

    /// <summary>Why a file cannot be read, in words.</summary>
    public static string Explain(string path, Exception problem) => problem switch
    {
        _ when Directory.Exists(path) => "this is a directory, a file is needed",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "no permission to read it",
        InvalidDataException => $"it cannot be unpacked: {problem.Message}",
        _ => problem.Message,
    };
}
