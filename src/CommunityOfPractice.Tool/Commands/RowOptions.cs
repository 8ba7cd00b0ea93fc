using System.CommandLine;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>How a command that reads files of known kinds takes unknown columns and rows with errors.</summary>
internal sealed class RowOptions
{
    private readonly Option<bool> lenient = new("--lenient") { Description = "Ignore columns and properties that nobody knows, in every table." };
    private readonly Option<bool> keepGoodRows = new("--keep-good-rows") { Description = "Use the rows without errors when some have errors; tables of this command's own are used whole or not at all." };

    public RowOptions(Command command)
    {
        command.Add(lenient);
        command.Add(keepGoodRows);
    }

    /// <summary>Whether columns that nobody knows are passed over.</summary>
    public bool AreLenient(ParseResult parsed) => parsed.GetValue(lenient);

    public InterchangeReaderOptions Of(ParseResult parsed) => new() { Lenient = AreLenient(parsed), KeepGoodRows = parsed.GetValue(keepGoodRows) };
}
