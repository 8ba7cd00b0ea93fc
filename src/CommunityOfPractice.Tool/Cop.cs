using System.CommandLine;
using CommunityOfPractice.Tool.Commands;

namespace CommunityOfPractice.Tool;

/// <summary>The command line <c>cop</c>.</summary>
internal static class Cop
{
    /// <summary>Runs one command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        RootCommand root = new("Communities of practice from the command line: health reports, checks and conversions of exported data.")
        {
            HealthCommand.Create(terminal),
            TrendsCommand.Create(terminal),
            PortfolioCommand.Create(terminal),
            PrivacyCommand.Create(terminal),
            ValidateCommand.Create(terminal),
            ConvertCommand.Create(terminal),
            ImportCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            AuditCommand.Create(terminal),
            PolicyCommand.Create(terminal),
            RhythmCommand.Create(terminal),
            CalendarCommand.Create(terminal),
            AssignCommand.Create(terminal),
            StudyCommand.Create(terminal),
            RecommendCommand.Create(terminal),
            SimilarCommand.Create(terminal),
            PairCommand.Create(terminal),
            MentorsCommand.Create(terminal),
            ExpertsCommand.Create(terminal),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            UsageErrors.Print(terminal, parsed);
            return ExitCode.Usage;
        }

        try
        {
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Out.Profile.Out.Writer,
                Error = terminal.Error.Profile.Out.Writer,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException problem)
        {
            terminal.Complain($"cop: {problem.Message}");
            return ExitCode.Usage;
        }
        catch (DataException problem)
        {
            terminal.Complain($"cop: {problem.Message}");
            return ExitCode.DataErrors;
        }
        catch (OperationCanceledException)
        {
            terminal.Complain("cop: interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            terminal.Complain($"cop: {problem.Message}");
            return ExitCode.DataErrors;
        }
    }
}

/// <summary>The command line asks for something that does not exist; nothing was done.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The data cannot be used; the message says why.</summary>
internal sealed class DataException(string message) : Exception(message);
