using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Importing;

/// <summary>Reads the commits of code communities: each becomes one <c>publish</c> by its author, at the time of the commit.</summary>
/// <remarks>
/// A file is a community, named by the file's name up to the first dot. Nothing is concluded from who committed for whom or from how many files
/// a commit touches. What bots committed is kept as a bot's. Ids are <c>COMMUNITY/ROW</c>.
/// </remarks>
internal sealed class CommitLogs(Terminal terminal)
{
    /// <summary>2100-01-01, the end of what the interchange format holds.</summary>
    private const long LatestUnix = 4_102_444_800;

    private static readonly string[] Needed = ["commit_unix", "author", "is_bot"];

    private readonly ActivityLogBuilder builder = new();
    private readonly List<string> errors = [];

    /// <summary>Reads the files.</summary>
    /// <exception cref="DataException">Something is wrong with them; every error was printed.</exception>
    public InterchangeData Read(IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            string name = Path.GetFileName(path).Split('.')[0];
            if (!CommunityId.TryParse(name, null, out CommunityId community))
            {
                errors.Add($"{path}: '{name}' cannot be the id of a community");
                continue;
            }

            foreach (ForeignRow row in ForeignCsv.Read(terminal, path, Needed, errors).Rows)
            {
                Add(row, community);
            }
        }

        if (errors.Count > 0)
        {
            errors.ForEach(error => terminal.Complain(Reporting.Words.Plain($"error: {error}")));
            throw new DataException($"{Reporting.Words.Errors(errors.Count)}, nothing was imported");
        }

        return new(builder.Build(), [], [], [], []);
    }

    private void Add(ForeignRow row, CommunityId community)
    {
        bool dated = long.TryParse(row["commit_unix"], NumberStyles.None, CultureInfo.InvariantCulture, out long unix) && unix < LatestUnix;
        Require(dated, $"{row.At("commit_unix")}: '{row["commit_unix"]}' is not a number of seconds since 1970");
        Require(PersonId.TryParse(row["author"], null, out PersonId author), $"{row.At("author")}: '{row["author"]}' is no id");
        Require(row["is_bot"] is "0" or "1", $"{row.At("is_bot")}: '{row["is_bot"]}' is neither 0 nor 1");
        if (dated && row["author"].Length > 0)
        {
            Activity commit = new(community, author, DateTimeOffset.FromUnixTimeSeconds(unix), Act.Publish)
            {
                Id = new ActivityId(Reporting.Words.Text($"{community}/{row.Number}")),
                Actor = row["is_bot"] == "1" ? ActorKind.Bot : ActorKind.Human,
            };
            errors.AddRange((builder.Add(commit) as Decision<bool>.Refused)?.Refusal.Reasons.Select(reason => $"{row.At("commit_unix")}: {reason.Text}") ?? []);
        }

        void Require(bool holds, string fault)
        {
            if (!holds)
            {
                errors.Add(fault);
            }
        }
    }
}
