using System.Text;
using System.Text.RegularExpressions;

namespace CommunityOfPractice.Tool.Importing.Digitalgov;

/// <summary>Tells which communities the free text about who hosts an event names.</summary>
/// <remarks>A name counts when it is, but for filler words, a page's title or id, or one of a few other names that communities go by. Programs and offices (USDS, 18F, Challenge.gov …) are no communities.</remarks>
internal sealed partial class DigitalgovHosts
{
    /// <summary>Other names that communities go by in the events, without filler words, and the key of the page they mean.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["ai"] = "artificial intelligence",
        ["api"] = "apis",
        ["federal rpa"] = "rpa",
        ["federal crowdsourcing"] = "federal crowdsourcing and citizen science",
        ["for crowdsourcing and citizen science"] = "federal crowdsourcing and citizen science",
        ["challenges and prizes"] = "challenge and prize",
        ["plain"] = "plain language",
        ["plain language action and information network"] = "plain language",
        ["socialgov"] = "social media",
        ["ux"] = "user experience",
        ["video production"] = "video production pros",
        ["web analytics optimization"] = "web analytics and optimization",
        ["web content managers"] = "web managers",
    };

    private readonly ILookup<string, DigitalgovPage> pages;

    public DigitalgovHosts(IEnumerable<DigitalgovPage> communities) =>
        pages = communities.SelectMany(page => new[] { page.Title, page.Id.Text }.Select(KeyOf).Distinct().Select(key => (key, page))).ToLookup(each => each.key, each => each.page);

    /// <summary>The communities that a text names, as the pages that stood for them at the time; none when it names none.</summary>
    public IReadOnlyList<DigitalgovPage> In(string host, DateTimeOffset at)
    {
        string[] whole = [host], parts = [.. Between().Split(host)];
        IEnumerable<DigitalgovPage> named = PagesOf(KeyOf(host)).Any() ? whole.SelectMany(PageOf) : parts.SelectMany(PageOf);
        return [.. named.DistinctBy(page => page.Id)];

        IEnumerable<DigitalgovPage> PageOf(string name) =>
            PagesOf(KeyOf(name)).OrderByDescending(page => page.Existed(at)).ThenBy(page => page.Removed is not null).ThenBy(page => page.Id).Take(1);
    }

    private IEnumerable<DigitalgovPage> PagesOf(string key) => key.Length == 0 ? [] : pages[OtherNames.GetValueOrDefault(key, key)];

    /// <summary>A name without filler words, punctuation and what stands in brackets.</summary>
    private static string KeyOf(string name)
    {
        string plain = Brackets().Replace(name.ToLowerInvariant().Replace("&", " and ", StringComparison.Ordinal), " ");
        StringBuilder letters = new();
        foreach (char c in plain.Replace("u.s.", "us", StringComparison.Ordinal))
        {
            letters.Append(char.IsAsciiLetterOrDigit(c) ? c : ' ');
        }

        string words = $" {string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
        foreach (string filler in (string[])[" join the ", " the ", " community of practice ", " communities of practice ", " cop ", " community ", " listserv ", " forum "])
        {
            words = words.Replace(filler, " ", StringComparison.Ordinal);
        }

        return words.Trim();
    }

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@",\s*(?:and\s+)?|\s+and\s+(?:the\s+)?|\s+\+\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
