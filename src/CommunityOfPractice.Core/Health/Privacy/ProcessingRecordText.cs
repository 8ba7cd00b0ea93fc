using System.Globalization;
using System.Text;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Health;

/// <summary>Writes processing records for people.</summary>
public static class ProcessingRecordText
{
    /// <summary>Writes a record as Markdown.</summary>
    /// <param name="record">The record.</param>
    /// <returns>A page with one section of options and one table row an entry; lines end with a line feed.</returns>
    public static string Markdown(ProcessingRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        StringBuilder text = new();
        Line($"# What is computed from what people do");
        Line($"");
        Line($"Made from the code and the options in force. It tells what the library computes, not what is done with the results, and is no legal advice.");
        Line($"");
        Line($"- Window: {record.Window.TotalDays:0.##} days, unless somebody asks for another");
        Line($"- Who is counted: {(record.Basis == AnalyticsBasis.Objection ? "everybody who did not object" : "only those who agreed")}");
        Line($"- Smallest group: {record.Suppression.SmallestGroup} people; for spreads over classes {record.Suppression.SmallestDistribution} ({record.Suppression.Version})");
        Line($"- When reports end: {MomentsOf(record.Publication)}");
        Line($"- What changed by fewer than {record.Suppression.SmallestGroup} people since it was last told is withheld if the host gives the report published before; otherwise it is told");
        Line($"- Views of single people: {ViewsOf(record.Views)}");
        Line($"- Health model: {Cell(record.ModelVersion)}");
        Line($"- Whoever objects to analytics appears in no reading, and all readings are what they would be had they never taken part.");
        Line($"");
        Line($"| what | tells | from acts | and from | about | seen by | kept | small groups |");
        Line($"|---|---|---|---|---|---|---|---|");
        foreach (ProcessingEntry entry in record.Entries)
        {
            Line($"| {Cell(entry.Name)} (`{Cell(entry.Id)}`) | {Cell(entry.Purpose)} | {Acts(entry)} | {Others(entry.Sources)} | {(entry.AboutOnePerson ? "one person" : "a community")} | {Cell(entry.SeenBy)} | {Cell(entry.Kept)} | {Cell(entry.SmallGroups)} |");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string MomentsOf(PublicationGrid? grid) => grid is { } moments && moments != PublicationGrid.EveryMoment
        ? string.Create(CultureInfo.InvariantCulture, $"every {moments.Step.TotalDays:0.##} {(moments.Step.TotalDays == 1 ? "day" : "days")}, counted from {moments.Origin.UtcDateTime:yyyy-MM-dd HH:mm} UTC (silo maps: every {PublicationGrid.Quarterly.Step.TotalDays:0.##}); what people did since then is not told yet")
        : "at any instant that is asked for, so that two reports can differ by what one person did";

    private static string ViewsOf(AnalyticsViews views) => views switch
    {
        AnalyticsViews.AggregateOnly => "none",
        AnalyticsViews.Self => "each person their own",
        AnalyticsViews.Facilitator => "facilitators, logged",
        _ => "each person their own; facilitators, logged",
    };

    private static string Acts(ProcessingEntry entry) => entry.Sources switch
    {
        null when IsMade(entry) => "those of the readings",
        null => "not declared: all must be assumed",
        { Acts.Count: 0 } => "none",
        { } sources when sources.Acts.Count == Enum.GetValues<Act>().Length => "all",
        { } sources => string.Join(", ", sources.Acts.Select(a => a.Name())),
    };

    private static bool IsMade(ProcessingEntry entry) => entry.Id is "health-score" or "trends";

    private static string Others(ReadingSources? sources)
    {
        if (sources is null)
        {
            return string.Empty;
        }

        List<string> parts = [];
        AddWhere(sources.Replies, "who replied to or addressed whom");
        AddWhere(sources.Memberships, "memberships");
        AddWhere(sources.Roles, "roles");
        parts.AddRange(sources.Attributes.Select(Cell));
        parts.AddRange(sources.Records.Select(NameOf));
        return string.Join(", ", parts);

        void AddWhere(bool holds, string what)
        {
            if (holds)
            {
                parts.Add(what);
            }
        }
    }

    private static string NameOf(ReadingRecord record) => record switch
    {
        ReadingRecord.AcceptedAnswers => "accepted answers",
        ReadingRecord.Formality => "whether acts were formal",
        ReadingRecord.Community => "charter, reviews, rhythm and status",
        ReadingRecord.Gatherings => "gatherings and who came",
        ReadingRecord.Artifacts => "artifacts and their use",
        ReadingRecord.Stories => "stories",
        _ => "sizes of departments and places",
    };

    /// <summary>Text of a host cannot break the table.</summary>
    private static string Cell(string text) => text.Replace('\n', ' ').Replace('\r', ' ').Replace("|", "\\|", StringComparison.Ordinal);
}
