using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using Sylvan.Data.Csv;

namespace CommunityOfPractice.Tool.Importing;

/// <summary>Reads the posts of a Stack Exchange site: questions become asks, answers become answers to them.</summary>
/// <remarks>
/// Posts that are neither (tag descriptions, wiki pages) are left out and counted on standard error. A post whose author was deleted
/// gets a person of its own, <c>deleted-POST</c>, so that nobody is taken for somebody else. Ids are <c>COMMUNITY/POST</c>.
/// </remarks>
internal static class StackExchangePosts
{
    /// <summary>2100-01-01, the end of what the interchange format holds.</summary>
    private const long LatestUnix = 4_102_444_800;

    private static readonly string[] Needed = ["post", "type", "parent", "accepted_answer", "unix", "owner", "tags"];

    public static InterchangeData Read(Terminal terminal, string path, string community)
    {
        if (!CommunityId.TryParse(community, null, out CommunityId id))
        {
            throw new UsageException($"'{community}' cannot be the id of a community");
        }

        using StreamReader text = new(InputFiles.OpenOrRefuse(terminal, path, "nothing was imported"), new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        List<string> errors = [];
        ActivityLogBuilder builder = new();
        Dictionary<string, int> skipped = new(StringComparer.Ordinal);
        int anonymous = 0;
        try
        {
            using CsvDataReader csv = CsvDataReader.Create(text, new CsvDataReaderOptions { CsvStyle = CsvStyle.Standard });
            int[] columns = ColumnsOf(csv, path);
            while (csv.Read())
            {
                string type = csv.GetString(columns[1]);
                if (type is not ("question" or "answer"))
                {
                    skipped[type] = skipped.GetValueOrDefault(type) + 1;
                    continue;
                }

                List<string> faults = [];
                if (ActivityOf(csv, columns, id, type, faults) is { } activity)
                {
                    anonymous += csv.GetString(columns[5]).Length == 0 ? 1 : 0;
                    faults.AddRange((builder.Add(activity) as Decision<bool>.Refused)?.Refusal.Reasons.Select(r => $"post: {r.Text}") ?? []);
                }

                // Posts hold no line ends, so a row is a line; the header is the first.
                errors.AddRange(faults.Select(fault => $"{path}:{csv.RowNumber + 1}: {fault}"));
            }
        }
        catch (Exception problem) when (problem is CsvFormatException or System.Text.DecoderFallbackException or InvalidOperationException)
        {
            errors.Add($"{path}: {problem.Message}");
        }

        ActivityLog log = builder.Build();
        errors.AddRange(log.BrokenReplies.Select(b => $"{path}: post {log[b.Position].Id}: its reply cannot be followed ({b.Code})"));
        if (errors.Count > 0)
        {
            errors.ForEach(terminal.Complain);
            throw new DataException($"{Reporting.Words.Errors(errors.Count)}, nothing was imported");
        }

        foreach ((string type, int count) in skipped.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            terminal.Complain($"note: {path}: {Reporting.Words.Count(count, "post")} of type '{type}' left out: neither questions nor answers");
        }

        if (anonymous > 0)
        {
            terminal.Complain($"note: {path}: {Reporting.Words.Count(anonymous, "post has", "posts have")} no author (deleted accounts); each got a person of its own");
        }

        return new InterchangeData(log, [], [], [], []);
    }

    private static int[] ColumnsOf(CsvDataReader csv, string path)
    {
        Dictionary<string, int> header = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < csv.FieldCount; i++)
        {
            header.TryAdd(csv.GetName(i), i);
        }

        string[] absent = [.. Needed.Where(n => !header.ContainsKey(n))];
        return absent.Length == 0
            ? [.. Needed.Select(n => header[n])]
            : throw new DataException($"{path}: the header lacks the columns {string.Join(", ", absent)}");
    }

    /// <summary>The activity of a row, or null with everything that is wrong with it.</summary>
    private static Activity? ActivityOf(CsvDataReader csv, int[] columns, CommunityId community, string type, List<string> faults)
    {
        string post = csv.GetString(columns[0]), parent = csv.GetString(columns[2]), accepted = csv.GetString(columns[3]);
        string owner = csv.GetString(columns[5]), tags = csv.GetString(columns[6]);
        bool question = type == "question";
        Require(ActivityId.TryParse(IdOf(community, post), null, out _) && post.Length > 0, "post: every post has a number");
        Require(question || parent.Length > 0, "parent: an answer names the question that it answers");
        bool dated = long.TryParse(csv.GetString(columns[4]), NumberStyles.None, CultureInfo.InvariantCulture, out long unix) && unix < LatestUnix;
        Require(dated, $"unix: '{csv.GetString(columns[4])}' is not a number of seconds since 1970");
        Require(owner.Length == 0 || PersonId.TryParse(owner, null, out _), "owner: this is no id");
        string[] topics = tags.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Require(topics.All(t => TopicId.TryParse(t, null, out _)), "tags: one of them is no id");
        if (faults.Count > 0)
        {
            return null;
        }

        return new(community, new PersonId(owner.Length > 0 ? owner : $"deleted-{post}"), DateTimeOffset.FromUnixTimeSeconds(unix), question ? Act.Ask : Act.Answer)
        {
            Id = new ActivityId(IdOf(community, post)),
            InReplyTo = question ? null : new ActivityId(IdOf(community, parent)),
            Thread = new ThreadId(IdOf(community, question ? post : parent)),
            Accepted = accepted.Length > 0 ? new ActivityId(IdOf(community, accepted)) : null,
            Topics = topics.Select(t => new TopicId(t)).ToValueList(),
        };

        void Require(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>Posts are numbered from 1 on every site; with the site before it, the number is an id among all sites.</summary>
    private static string IdOf(CommunityId community, string post) => $"{community}/{post}";
}
