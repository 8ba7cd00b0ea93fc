using System.CommandLine;
using System.CommandLine.Parsing;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>The arguments and options that every command that reads the interchange format shares.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "JSON Lines or CSV files of the interchange format; a CSV's kind is told by its header. '-' is standard input, .gz is unpacked.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> people = Side("--people", "A CSV or JSON Lines file about people (departments, places).");
    private readonly Option<string[]> communities = Side("--communities", "A CSV or JSON Lines file about communities (names, topics).");
    private readonly Option<string[]> memberships = Side("--memberships", "A CSV or JSON Lines file of memberships and roles.");
    private readonly Option<bool> lenient = new("--lenient") { Description = "Ignore columns and properties that the format does not know." };
    private readonly Option<bool> keepGoodRows = new("--keep-good-rows") { Description = "Use the rows without errors when some have errors." };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="others">Whether another source of data is named; null when there is none.</param>
    public InputOptions(Command command, Func<CommandResult, bool>? others = null)
    {
        if (others is not null)
        {
            files.Arity = ArgumentArity.ZeroOrMore;
            command.Validators.Add(result => RequireOne(result, others(result)));
        }

        files.Validators.Add(result =>
        {
            FileNames.RefuseEmpty(result, files.Name);
            foreach (string file in result.Tokens.Select(t => t.Value).Where(f => f.StartsWith('-') && f != "-"))
            {
                result.AddError($"There is no option '{file}' (a file of that name is ./{file}).");
            }
        });
        command.Add(files);
        command.Add(people);
        command.Add(communities);
        command.Add(memberships);
        command.Add(lenient);
        command.Add(keepGoodRows);
    }

    /// <summary>Demands files, or another source of data and none of these.</summary>
    private void RequireOne(CommandResult result, bool other)
    {
        bool given = result.GetResult(files) is { Tokens.Count: > 0 };
        if (!given && !other)
        {
            result.AddError($"Required argument '{files.Name}' missing for command: '{result.Command.Name}'; what {people.Name}, {communities.Name} and {memberships.Name} name comes beside it.");
        }

        foreach (Option side in other ? (Option[])[people, communities, memberships, lenient, keepGoodRows] : [])
        {
            given |= result.GetResult(side) is { Implicit: false };
        }

        if (given && other && result.Children.OfType<OptionResult>().All(o => o.Implicit || o.Tokens.Count >= o.Option.Arity.MinimumNumberOfValues))
        {
            result.AddError("--from-graph takes no other input.");
        }
    }

    /// <summary>The files to read, each once.</summary>
    public IReadOnlyList<InputFile> FilesOf(ParseResult parsed)
    {
        List<InputFile> all = ListOf(parsed);
        return all.GroupBy(f => f.Path == "-" ? "-" : Path.GetFullPath(f.Path)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new UsageException($"'{twice.First().Path}' is named twice")
            : all;
    }

    private List<InputFile> ListOf(ParseResult parsed) =>
    [
        .. parsed.GetRequiredValue(files).Select(f => new InputFile(f, null)),
        .. (parsed.GetValue(people) ?? []).Select(f => new InputFile(f, InterchangeKind.Person)),
        .. (parsed.GetValue(communities) ?? []).Select(f => new InputFile(f, InterchangeKind.Community)),
        .. (parsed.GetValue(memberships) ?? []).Select(f => new InputFile(f, InterchangeKind.Membership)),
    ];

    public InterchangeReaderOptions ReaderOptionsOf(ParseResult parsed) => new()
    {
        Lenient = parsed.GetValue(lenient),
        KeepGoodRows = parsed.GetValue(keepGoodRows),
    };

    private static Option<string[]> Side(string name, string description)
    {
        Option<string[]> side = new(name) { Description = description, HelpName = "FILE" };
        side.Validators.Add(result => FileNames.RefuseEmpty(result, name));
        return side;
    }
}
