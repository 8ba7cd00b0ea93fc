using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>How ids and texts stand in iCalendar, and the names of what it has no property for.</summary>
internal static class CalendarText
{
    public const string Type = "X-COP-TYPE", Formality = "X-COP-FORMALITY", Capacity = "X-COP-CAPACITY", Status = "X-COP-STATUS", Link = "X-COP-LINK", TimeZone = "X-COP-TIMEZONE";

    private const string Gatherings = "urn:communityofpractice:gathering:", People = "urn:communityofpractice:person:", Mail = "mailto:";

    /// <summary>The same for the same gathering, wherever and whenever it is written.</summary>
    public static string UidOf(CommunityId community, string gathering) => $"{Gatherings}{Uri.EscapeDataString(community.Text)}:{Uri.EscapeDataString(gathering)}";

    /// <summary>The id of the gathering that a UID names: its own when the community wrote it, the UID itself otherwise.</summary>
    public static string GatheringOf(string uid, CommunityId community)
    {
        string own = UidOf(community, string.Empty);
        return uid.StartsWith(own, StringComparison.Ordinal) && uid.Length > own.Length ? Uri.UnescapeDataString(uid[own.Length..]) : uid;
    }

    public static string UriOf(PersonId person) => IsAddress(person.Text) ? Mail + person.Text : People + Uri.EscapeDataString(person.Text);

    /// <summary>The person that a URI names: an address of mail is an id.</summary>
    public static string PersonOf(string uri) =>
        uri.StartsWith(People, StringComparison.Ordinal) ? Uri.UnescapeDataString(uri[People.Length..])
        : uri.StartsWith(Mail, StringComparison.OrdinalIgnoreCase) ? uri[Mail.Length..]
        : uri;

    /// <summary>A text without control characters, which iCalendar cannot hold; line feeds stay.</summary>
    public static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Select(c => char.IsControl(c) && c != '\n' ? '\uFFFD' : c));

    private static bool IsAddress(string id) =>
        id.IndexOf('@', StringComparison.Ordinal) is > 0 and int at && at < id.Length - 1 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '_')
        && id.LastIndexOf('@') == at && !id.Any(char.IsAsciiLetterUpper);
}
