using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Studies;

/// <summary>The Kubernetes teams: who belonged to which team when, and what the teams are for. Membership of the organisation itself is one more team, <c>@org</c>.</summary>
internal static class TeamFiles
{
    public const string Organisation = "@org";

    public static MembershipPeriod[] Memberships(string folder, bool organisations) =>
    [
        .. Rows(Path.Combine(folder, "membership_intervals.csv")).Where(row => organisations || row["team"] != Organisation).Select(row => new MembershipPeriod(
            new CommunityId($"{row["org"]}/{row["team"]}"),
            new PersonId(row["person"]),
            Day(row["first_seen"]),
            row["still_open"] == "1" ? null : Day(row["last_seen"]))),
    ];

    /// <summary>The teams, with topics made of their names, and of what is written about them when asked for.</summary>
    public static CommunityCandidate[] Teams(string folder, IEnumerable<MembershipPeriod> memberships, bool descriptions, bool words)
    {
        Dictionary<string, string> about = Rows(Path.Combine(folder, "teams.csv")).GroupBy(row => $"{row["org"]}/{row["team"]}").ToDictionary(g => g.Key, g => g.First()["description"]);
        return
        [
            .. memberships.Select(m => m.Community).Distinct().Select(id => new CommunityCandidate(id)
            {
                Topics = words ? TopicWords.Of(id.Text, descriptions ? about.GetValueOrDefault(id.Text, string.Empty) : string.Empty) : ValueList<TopicWeight>.Empty,
            }),
        ];
    }

    private static DateTimeOffset Day(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        List<List<string>> rows = Cut(File.ReadAllText(path));
        return rows.Skip(1).Where(r => r.Count == rows[0].Count).Select(row => rows[0].Zip(row).ToDictionary(p => p.First, p => p.Second));
    }

    private static List<List<string>> Cut(string text)
    {
        List<List<string>> rows = [[]];
        System.Text.StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && c is ',' or '\n')
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        return rows;
    }
}
