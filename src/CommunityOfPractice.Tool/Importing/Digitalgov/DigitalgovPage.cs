using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Importing.Digitalgov;

/// <summary>One page of the site's folder of communities, from when it was first there until it was taken away.</summary>
internal sealed record DigitalgovPage(CommunityId Id, string Title, string Summary, ValueList<TopicId> Topics, DateTimeOffset? Created, DateTimeOffset First, DateTimeOffset? Removed, bool Hidden)
{
    /// <summary>How soon after a page went another one with the same date of birth counts as its new name.</summary>
    private static readonly TimeSpan RenamedWithin = TimeSpan.FromDays(90);

    public static string[] Columns { get; } = ["community", "title", "created", "first_in_git", "removed", "weight", "topics", "summary"];

    /// <summary>The page of a row, or null with everything that is wrong with it.</summary>
    public static DigitalgovPage? Of(ForeignRow row, List<string> errors)
    {
        int before = errors.Count;
        if (!CommunityId.TryParse(row["community"], null, out CommunityId id))
        {
            errors.Add($"{row.At("community")}: every page has an id");
        }

        DateTimeOffset? created = Day(row, "created", errors), first = Day(row, "first_in_git", errors), removed = Day(row, "removed", errors);
        if (first is null && errors.Count == before)
        {
            errors.Add($"{row.At("first_in_git")}: the day on which the page was first there is needed");
        }

        ValueList<TopicId> topics = row.List("topics").Select(topic => new TopicId(topic)).ToValueList();
        return errors.Count > before ? null : new(id, row["title"], row["summary"], topics, created, first!.Value, removed, row["weight"] == "0");
    }

    /// <summary>Why the page is no community; null when it is one.</summary>
    public string? NoCommunity => Id.Text switch
    {
        ['_', ..] or "index" or "communities" or "other-government-communities" => "a list of communities",
        { } id when id.StartsWith("member-spotlight-", StringComparison.Ordinal) => "the portrait of a member",
        { } id when id.StartsWith("manage", StringComparison.Ordinal) => "help with mailing lists",
        _ when Title.Length == 0 => "an empty page",
        _ => null,
    };

    /// <summary>The first day that is known of the community.</summary>
    public DateTimeOffset Began => Created < First ? Created.Value : First;

    public bool Existed(DateTimeOffset at) => Began <= at && !(Removed <= at);

    /// <summary>
    /// <c>inactive</c>, when the page says that the community is no longer active; <c>listed</c>; <c>hidden</c> (weight 0 keeps a page off the
    /// site's lists); <c>removed</c>; or <c>renamed</c>, when about the day on which it went another page came that has the same date of birth.
    /// </summary>
    public string StatusAmong(IEnumerable<DigitalgovPage> pages) =>
        Summary.Contains("no longer active", StringComparison.OrdinalIgnoreCase) ? "inactive"
        : Removed is not { } gone ? (Hidden ? "hidden" : "listed")
        : Created is not null && pages.Any(page => page != this && page.Created == Created && !(page.Removed <= gone) && (page.First - gone).Duration() <= RenamedWithin) ? "renamed"
        : "removed";

    public CommunityEntry ToEntry(string status) => new(Id)
    {
        Name = Title,
        Description = Summary,
        Topics = Topics,
        Chartered = Began,
        Status = status,
    };

    /// <summary>A day, at midnight in UTC; null when the cell is empty.</summary>
    public static DateTimeOffset? Day(ForeignRow row, string column, List<string> errors)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (DateTime.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) && day.Year is >= 1970 and < 2100)
        {
            return new(day, TimeSpan.Zero);
        }

        errors.Add($"{row.At(column)}: '{row[column]}' is no day such as 2019-12-13");
        return null;
    }
}
