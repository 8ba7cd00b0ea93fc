using System.CommandLine;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>How a command that reads files of known kinds takes unknown columns and rows with errors.</summary>
internal sealed class RowOptions
{
    private readonly Option<bool> lenient = new("--lenient") { Description = "Ignore columns and properties that the format does not know." };
    private readonly Option<bool> keepGoodRows = new("--keep-good-rows") { Description = "Use the rows without errors when some have errors." };

    public RowOptions(Command command)
    {
        command.Add(lenient);
        command.Add(keepGoodRows);
    }

    public InterchangeReaderOptions Of(ParseResult parsed) => new() { Lenient = parsed.GetValue(lenient), KeepGoodRows = parsed.GetValue(keepGoodRows) };
}
