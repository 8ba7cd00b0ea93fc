using System.CommandLine;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>The option <c>--aliases</c> of the commands about matching: which ids are one person.</summary>
internal sealed class AliasOption
{
    private readonly Option<string[]> aliases = new("--aliases")
    {
        Description = "Which ids are one person: a CSV or JSON Lines of the kind alias (alias, person). Whatever stands under one of them, in any file, holds for the person.",
        HelpName = "FILE",
    };

    public AliasOption(Command command)
    {
        aliases.Validators.Add(result => FileNames.RefuseEmpty(result, aliases.Name));
        command.Add(aliases);
    }

    public IEnumerable<InputFile> FilesOf(ParseResult parsed) => (parsed.GetValue(aliases) ?? []).Select(f => new InputFile(f, InterchangeKind.Alias));
}
