using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Tool.Importing;
using CommunityOfPractice.Tool.Importing.Digitalgov;

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
        return new Command("import", "Convert exports of other systems into the interchange format.") { stackExchange, Digitalgov(terminal), Commits(terminal) };
    }

    private static Command Digitalgov(Terminal terminal)
    {
        Argument<string> folder = new("FOLDER") { Description = "The folder with communities.csv, membership_counts.csv, events.csv and news.csv; nothing else is read." };
        folder.Validators.Add(result => FileNames.RefuseEmpty(result, folder.Name));
        Option<string> zone = new("--timezone") { Description = "The IANA time zone of the events, which name none.", HelpName = "ID", DefaultValueFactory = _ => "America/New_York" };
        Option<bool> byTopic = new("--by-topic") { Description = "Take posts, and events that no community hosts, for activities of every community that was there and shares a topic." };
        Option<string> to = ConvertCommand.TargetOption();
        Option<string?> output = OutputFile.Option("Write here instead of to standard output.");
        Command command = new("digitalgov", "Communities, member counts, events and posts of digital.gov.") { folder, zone, byTopic, to, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(folder), id = parsed.GetRequiredValue(zone);
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? known))
            {
                throw new UsageException($"'{id}' is no time zone such as America/New_York");
            }

            if (!Directory.Exists(path))
            {
                throw new DataException($"{path}: there is no such folder");
            }

            OutputFile.RefuseInputs(parsed.GetValue(output), Directory.EnumerateFiles(path, "*.csv"));
            InterchangeData data = new DigitalgovFolder(terminal, known, parsed.GetValue(byTopic)).Read(path);
            await ConvertCommand.WriteAsync(terminal, data, parsed.GetValue(to)!, parsed.GetValue(output), cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Commits(Terminal terminal)
    {
        Argument<string[]> logs = new("COMMITS.csv")
        {
            Description = "CSV files with the columns commit_unix, author and is_bot; each is a community, named by the file's name up to the first dot.",
            Arity = ArgumentArity.OneOrMore,
        };
        logs.Validators.Add(result => FileNames.RefuseEmpty(result, logs.Name));
        Option<string> to = ConvertCommand.TargetOption();
        Option<string?> output = OutputFile.Option("Write here instead of to standard output.");
        Command command = new("commits", "Commits of code communities.") { logs, to, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] paths = parsed.GetRequiredValue(logs);
            OutputFile.RefuseInputs(parsed.GetValue(output), paths);
            InterchangeData data = new CommitLogs(terminal).Read(paths);
            await ConvertCommand.WriteAsync(terminal, data, parsed.GetValue(to)!, parsed.GetValue(output), cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return command;
    }

    private static string NameOf(string path) => path == "-" ? "community" : Path.GetFileName(path).Split('.')[0] is { Length: > 0 } name ? name : "community";
}
