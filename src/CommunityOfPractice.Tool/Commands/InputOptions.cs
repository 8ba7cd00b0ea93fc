using System.CommandLine;
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

    public InputOptions(Command command)
    {
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
