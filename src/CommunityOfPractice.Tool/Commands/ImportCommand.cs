using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Importing;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop import</c>: brings other systems' exports into the interchange format.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> posts = new("POSTS.csv")
        {
            Description = "A CSV with the columns post, type, parent, accepted_answer, unix, owner and tags (others are not needed).",
        };
        posts.Validators.Add(result => FileNames.RefuseEmpty(result, posts.Name));
        Option<string?> community = new("--community") { Description = "The id of the community. Default: the file's name up to the first dot.", HelpName = "ID" };
        Option<string> to = ConvertCommand.TargetOption();
        Option<string?> output = OutputFile.Option("Write here instead of to standard output.");
        Command stackExchange = new("stackexchange", "Questions and answers of a Stack Exchange site.") { posts, community, to, output };
        stackExchange.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(posts);
            OutputFile.RefuseInputs(parsed.GetValue(output), [path]);
            InterchangeData data = StackExchangePosts.Read(terminal, path, parsed.GetValue(community) ?? NameOf(path));
            await ConvertCommand.WriteAsync(terminal, data, parsed.GetValue(to)!, parsed.GetValue(output), cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return new Command("import", "Convert exports of other systems into the interchange format.") { stackExchange };
    }

    private static string NameOf(string path) => path == "-" ? "community" : Path.GetFileName(path).Split('.')[0] is { Length: > 0 } name ? name : "community";
}
