using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Importing.Digitalgov;

/// <summary>Reads the communities of practice of digital.gov from a folder with communities.csv, membership_counts.csv, events.csv and news.csv.</summary>
/// <remarks>
/// <para>Events become gatherings, and for each community that hosts one an activity <c>host</c>; posts become activities <c>publish</c>. The
/// source names hosts as organisations, and these stand where a person would. Events that no community hosts, and all posts, belong to the
/// site, which gets an entry of its own: <see cref="Site"/>.</para>
/// <para>What is left out or looks odd is told on standard error, with its number.</para>
/// </remarks>
internal sealed class DigitalgovFolder(Terminal terminal, TimeZoneInfo zone, bool byTopic)
{
    private const string PlaceholderDay = "2019-12-13", Placeholder = "1351";

    private readonly List<string> errors = [];
    private readonly ActivityLogBuilder log = new();
    private readonly List<GatheringEntry> gatherings = [];
    private readonly List<HeadcountEntry> headcounts = [];
    private IReadOnlyList<DigitalgovPage> communities = [];

    /// <summary>The site itself, to which belongs what no community did.</summary>
    public static CommunityId Site { get; } = new("digital.gov");

    /// <summary>Reads the folder, and nothing else.</summary>
    /// <exception cref="DataException">Something is wrong with the files; every error was printed.</exception>
    public InterchangeData Read(string folder)
    {
        ForeignCsv pages = File("communities.csv", DigitalgovPage.Columns), counts = File("membership_counts.csv", ["community", "platform", "type", "date", "members"]);
        ForeignCsv events = File("events.csv", ["start", "end", "slug", "title", "host", "organizer", "topics"]), news = File("news.csv", ["date", "slug", "topics", "authors"]);
        List<CommunityEntry> entries = Communities(pages);
        Headcounts(counts);
        Events(events);
        News(news);
        if (errors.Count > 0)
        {
            errors.ForEach(error => terminal.Complain(Reporting.Words.Plain($"error: {error}")));
            throw new DataException($"{Reporting.Words.Errors(errors.Count)}, nothing was imported");
        }

        foreach (ForeignCsv file in (ForeignCsv[])[pages, counts, events, news])
        {
            Note(file.Unused.Count > 0, $"{file.Path}: {file.Rows.Count} rows; the columns {string.Join(", ", file.Unused)} have no place in the format");
        }

        return new(log.Build(), [], entries, [], []) { Gatherings = gatherings.ToValueList(), Headcounts = headcounts.ToValueList() };

        ForeignCsv File(string name, string[] columns) => ForeignCsv.Read(terminal, Path.Combine(folder, name), columns, errors);
    }

    private List<CommunityEntry> Communities(ForeignCsv file)
    {
        List<DigitalgovPage> pages = [.. file.Rows.Select(row => DigitalgovPage.Of(row, errors)).OfType<DigitalgovPage>()];
        errors.AddRange(pages.GroupBy(page => page.Id).Where(same => same.Count() > 1).Select(same => $"{file.Path}: community: '{same.Key}' is there {same.Count()} times"));
        communities = [.. pages.Where(page => page.NoCommunity is null).DistinctBy(page => page.Id)];
        foreach (IGrouping<string, DigitalgovPage> others in pages.Where(page => page.NoCommunity is not null).GroupBy(page => page.NoCommunity!))
        {
            Note(true, $"{file.Path}: left out, {others.Key}: {string.Join(", ", others.Select(page => page.Id))}");
        }

        List<CommunityEntry> entries = [.. communities.Select(page => page.ToEntry(page.StatusAmong(communities)))];
        string statuses = string.Join(", ", entries.GroupBy(entry => entry.Status).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => $"{same.Count()} {same.Key}"));
        Note(true, $"{file.Path}: {communities.Count} of {pages.Count} pages are communities: {statuses}");
        entries.Add(new(Site) { Name = "Digital.gov (the site itself)", Status = "site" });
        return entries;
    }

    private void Headcounts(ForeignCsv file)
    {
        int placeholders = 0, elsewhere = 0;
        HashSet<string> known = [.. communities.Select(page => page.Id.Text)];
        foreach (ForeignRow row in file.Rows)
        {
            DateTimeOffset? day = DigitalgovPage.Day(row, "date", errors);
            bool counted = int.TryParse(row["members"], NumberStyles.None, CultureInfo.InvariantCulture, out int members);
            if (!counted || row["date"].Length == 0)
            {
                errors.Add(counted ? $"{row.At("date")}: a count has a day" : $"{row.At("members")}: '{row["members"]}' is no number of members");
            }
            else if (row["members"] == Placeholder && row["date"] == PlaceholderDay)
            {
                placeholders++;
            }
            else if (!known.Contains(row["community"]))
            {
                elsewhere++;
            }
            else if (day is { } at)
            {
                headcounts.Add(new(new(row["community"]), at, members) { Source = $"{row["platform"]} ({row["type"]})" });
            }
        }

        Note(true, $"{file.Path}: {headcounts.Count} dated counts of members");
        Note(placeholders > 0, $"{file.Path}: {placeholders} counts of {Placeholder} on {PlaceholderDay} are what the page's template says and were not used");
        Note(elsewhere > 0, $"{file.Path}: {elsewhere} counts are about pages that are no communities and were left out");
    }

    private void Events(ForeignCsv file)
    {
        DigitalgovHosts hosts = new(communities);
        List<(string Host, int Communities)> seen = [];
        foreach (ForeignRow row in file.Rows)
        {
            DateTimeOffset? first = Instant(row, "start"), last = Instant(row, "end");
            if (first is not { } start || last is not { } end)
            {
                continue;
            }

            if (end <= start || row["title"].Length == 0)
            {
                errors.Add(end <= start ? $"{row.At("end")}: the event ends before it begins" : $"{row.At("title")}: an event has a title");
                continue;
            }

            string host = row["host"].Length > 0 ? row["host"] : row["organizer"].Length > 0 ? row["organizer"] : Site.Text;
            ValueList<TopicId> topics = row.List("topics").Select(topic => new TopicId(topic)).ToValueList();
            IReadOnlyList<DigitalgovPage> own = hosts.In(row["host"], start);
            seen.Add((host, own.Count));
            string id = Reporting.Words.Text($"{start:yyyy-MM-dd}/{row["slug"]}");
            foreach (CommunityId community in own.Count > 0 ? own.Select(page => page.Id) : [Site])
            {
                gatherings.Add(new(community, id, row["title"], start, end) { TimeZone = zone.Id, Hosts = [new(host)], Topics = topics });
                Add(row, community, host, start, Act.Host, id, topics);
            }

            foreach (DigitalgovPage page in own.Count == 0 ? About(topics, start) : [])
            {
                Add(row, page.Id, host, start, Act.Host, id, topics);
            }
        }

        errors.AddRange(gatherings.GroupBy(g => (g.Community, g.Gathering)).Where(same => same.Count() > 1).Select(same => $"{file.Path}: slug: '{same.Key.Gathering}' is there {same.Count()} times on its day"));
        Note(true, $"{file.Path}: {seen.Count} events, in local time of {zone.Id}; {seen.Count(s => s.Communities == 1)} hosted by one community, {seen.Count(s => s.Communities > 1)} by several, {seen.Count(s => s.Communities == 0)} by none");
        IEnumerable<string> others = seen.Where(s => s.Communities == 0).GroupBy(s => s.Host).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => $"{same.Key} ({same.Count()})");
        Note(others.Any(), $"{file.Path}: hosts that are no communities of practice, their events belong to '{Site}': {string.Join("; ", others)}");
    }

    private void News(ForeignCsv file)
    {
        int anonymous = 0, without = 0;
        foreach (ForeignRow row in file.Rows)
        {
            if (DigitalgovPage.Day(row, "date", errors) is not { } at)
            {
                if (row["date"].Length == 0)
                {
                    errors.Add($"{row.At("date")}: a post has a day");
                }

                continue;
            }

            ValueList<TopicId> topics = row.List("topics").Select(topic => new TopicId(topic)).ToValueList();
            string[] authors = [.. row.List("authors")];
            anonymous += authors.Length == 0 ? 1 : 0;
            without += topics.Count == 0 ? 1 : 0;
            foreach ((string author, int number) in (authors.Length > 0 ? authors : [$"unnamed-{row.Number}"]).Select((author, index) => (author, index + 1)))
            {
                string id = Reporting.Words.Text($"news/{row.Number}/{number}"); // slugs are neither unique nor short
                Add(row, Site, author, at, Act.Publish, id, topics);
                foreach (DigitalgovPage page in About(topics, at))
                {
                    Add(row, page.Id, author, at, Act.Publish, id, topics);
                }
            }
        }

        Note(true, $"{file.Path}: {file.Rows.Count} posts, of '{Site}'; an author each has an activity of their own");
        Note(anonymous > 0, $"{file.Path}: {anonymous} posts name no author; each got a person of its own");
        Note(without > 0, $"{file.Path}: {without} posts have no topic");
    }

    /// <summary>With --by-topic: the communities that were there and share a topic.</summary>
    private IEnumerable<DigitalgovPage> About(ValueList<TopicId> topics, DateTimeOffset at) =>
        byTopic ? communities.Where(page => page.Existed(at) && page.Topics.Intersect(topics).Any()) : [];

    private void Add(ForeignRow row, CommunityId community, string person, DateTimeOffset at, Act act, string id, ValueList<TopicId> topics)
    {
        string whole = $"{community}/{id}";
        if (!ActivityId.TryParse(whole, null, out ActivityId known) || !PersonId.TryParse(person, null, out PersonId who))
        {
            errors.Add($"{row.At("slug")}: '{whole}' by '{person}' has too long an id");
            return;
        }

        errors.AddRange((log.Add(new(community, who, at, act) { Id = known, Topics = topics }) as Decision<bool>.Refused)?.Refusal.Reasons.Select(reason => $"{row.At("slug")}: {reason.Text}") ?? []);
    }

    /// <summary>A local time as an instant.</summary>
    private DateTimeOffset? Instant(ForeignRow row, string column)
    {
        if (!DateTime.TryParseExact(row[column], "yyyy-MM-dd H:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) || local.Year is < 1971 or >= 2099)
        {
            errors.Add($"{row.At(column)}: '{row[column]}' is no time such as 2019-12-13 14:00:00");
            return null;
        }

        if (zone.IsInvalidTime(local))
        {
            errors.Add($"{row.At(column)}: {row[column]} does not exist in {zone.Id}, where clocks were put forward");
            return null;
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private void Note(bool applies, string text)
    {
        if (applies && errors.Count == 0)
        {
            terminal.Complain(Reporting.Words.Plain($"note: {text}"));
        }
    }
}
