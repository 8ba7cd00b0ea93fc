using Spectre.Console;

namespace CommunityOfPractice.Tool;

/// <summary>Where the tool reads and prints: standard streams in a process, strings in a test.</summary>
/// <param name="Out">Results, as text.</param>
/// <param name="Error">Problems, notices and progress.</param>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Results, as bytes.</param>
/// <param name="Now">The clock: the tool is a door, so it may look.</param>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Error, Func<Stream> Input, Func<Stream> Output, TimeProvider Now)
{
    private const int PlainWidth = 132;

    public static Terminal OfProcess() => new(
        Make(Console.Out, Console.IsOutputRedirected),
        Make(Console.Error, Console.IsErrorRedirected),
        Console.OpenStandardInput,
        Console.OpenStandardOutput,
        TimeProvider.System);

    public static Terminal OfTest(TextWriter output, TextWriter error, Stream bytes, string input = "") => new(
        Make(output, plain: true),
        Make(error, plain: true),
        () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)),
        () => bytes,
        TimeProvider.System);

    /// <summary>Prints one line of plain text to standard error.</summary>
    public void Complain(string line) => Error.Profile.Out.Writer.WriteLine(line);

    private static IAnsiConsole Make(TextWriter writer, bool plain)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
