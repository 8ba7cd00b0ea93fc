using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Tool.Histories;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>The files that commands about recommendations read, each by an option of its kind.</summary>
internal sealed class MatchingInput
{
    private readonly Option<string[]> memberships = File("--memberships", "A CSV or JSON Lines file of memberships: community, person, from, until, role.", required: true);
    private readonly Option<string[]> communities = File("--communities", "A CSV or JSON Lines file about communities (names, descriptions, topics).");
    private readonly Option<string[]> people = File("--people", "A CSV or JSON Lines file about people (departments, languages, time zones, topics).");
    private readonly AliasOption aliases;
    private readonly RowOptions rows;

    public MatchingInput(Command command)
    {
        foreach (Option option in (Option[])[memberships, communities, people, AsOf, Json, Explain])
        {
            command.Add(option);
        }

        aliases = new(command);
        rows = new(command);
    }

    public Option<DateTimeOffset?> AsOf { get; } = HistoryOptions.Instant("--as-of", "Only what was known before this instant counts (ISO 8601 or unix seconds). " + Tool.AsOf.Default);

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document instead of text." };

    public Option<bool> Explain { get; } = new("--explain") { Description = "Say why, in words." };

    public async Task<(InterchangeData? Data, int Errors, PersonAliases Aliases)> ReadAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken, params IEnumerable<InputFile> more) =>
        await InputFiles.ReadWithAliasesAsync(
            terminal,
            [
                .. (parsed.GetValue(people) ?? []).Select(f => new InputFile(f, InterchangeKind.Person)),
                .. (parsed.GetValue(communities) ?? []).Select(f => new InputFile(f, InterchangeKind.Community)),
                .. (parsed.GetValue(memberships) ?? []).Select(f => new InputFile(f, InterchangeKind.Membership)),
                .. aliases.FilesOf(parsed),
                .. more,
            ],
            rows.Of(parsed),
            cancellationToken).ConfigureAwait(false);

    private static Option<string[]> File(string name, string description, bool required = false)
    {
        Option<string[]> option = new(name) { Description = description, HelpName = "FILE", Required = required };
        option.Validators.Add(result => FileNames.RefuseEmpty(result, name));
        return option;
    }
}
