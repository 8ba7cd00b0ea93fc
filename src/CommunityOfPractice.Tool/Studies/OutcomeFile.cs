using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Tool.Importing;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>What became of a community.</summary>
/// <param name="Community">The community.</param>
/// <param name="IsGood">Whether it came to the outcome that a score should foresee.</param>
/// <param name="Start">The day on which it began.</param>
/// <param name="End">The day on which the outcome came.</param>
internal sealed record KnownOutcome(CommunityId Community, bool IsGood, DateTimeOffset Start, DateTimeOffset End);

/// <summary>Reads a CSV with the columns name, status, start and end.</summary>
internal static class OutcomeFile
{
    /// <summary>The outcomes of the two kinds asked for; communities of another status are left out and told.</summary>
    /// <exception cref="DataException">Something is wrong with the file; every error was printed.</exception>
    public static IReadOnlyList<KnownOutcome> Read(Terminal terminal, string path, string good, string bad)
    {
        List<string> errors = [];
        List<KnownOutcome> outcomes = [];
        int others = 0;
        foreach (ForeignRow row in ForeignCsv.Read(terminal, path, ["name", "status", "start", "end"], errors).Rows)
        {
            if (row["status"] != good && row["status"] != bad)
            {
                others++;
            }
            else if (!CommunityId.TryParse(row["name"], null, out CommunityId community))
            {
                errors.Add($"{row.At("name")}: '{row["name"]}' cannot be the id of a community");
            }
            else if (Day(row, "start", errors) is { } start && Day(row, "end", errors) is { } end)
            {
                outcomes.Add(new(community, row["status"] == good, start, end));
            }
        }

        errors.AddRange(outcomes.GroupBy(o => o.Community).Where(same => same.Count() > 1).Select(same => $"{path}: name: '{same.Key}' is there {same.Count()} times"));
        if (errors.Count > 0)
        {
            errors.ForEach(error => terminal.Complain(Reporting.Words.Plain($"error: {error}")));
            throw new DataException($"{Reporting.Words.Errors(errors.Count)} in the outcomes");
        }

        if (((string[])[good, bad]).FirstOrDefault(status => !outcomes.Exists(o => o.IsGood == (status == good))) is { } unknown)
        {
            throw new DataException($"no community in {path} has the status '{unknown}'");
        }

        if (others > 0)
        {
            terminal.Complain($"note: {path}: {Reporting.Words.Count(others, "community is", "communities are")} neither '{good}' nor '{bad}' and {(others == 1 ? "was" : "were")} left out");
        }

        return [.. outcomes.OrderBy(o => o.Community)];
    }

    /// <summary>
    /// One half of the communities: those of one outcome in the order of the SHA-256 of their names; the first, third, fifth … are for calibration,
    /// the others are held out.
    /// </summary>
    public static IReadOnlyList<KnownOutcome> HalfOf(IReadOnlyList<KnownOutcome> outcomes, bool heldOut) =>
        [.. outcomes.GroupBy(o => o.IsGood).SelectMany(same => same.OrderBy(o => HashOf(o.Community), StringComparer.Ordinal).Where((_, index) => index % 2 == (heldOut ? 1 : 0))).OrderBy(o => o.Community)];

    /// <summary>The communities that were asked for.</summary>
    public static IReadOnlyList<KnownOutcome> PartOf(IReadOnlyList<KnownOutcome> outcomes, StudyPart part) => part == StudyPart.Whole ? outcomes : HalfOf(outcomes, part == StudyPart.HoldOut);

    private static string HashOf(CommunityId community) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(community.Text)));

    private static DateTimeOffset? Day(ForeignRow row, string column, List<string> errors)
    {
        if (DateTime.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) && day.Year is > 1970 and < 2099)
        {
            return new DateTimeOffset(day, TimeSpan.Zero);
        }

        errors.Add($"{row.At(column)}: '{row[column]}' is no day such as 2019-12-13");
        return null;
    }
}
