using System.Text.RegularExpressions;

namespace CommunityOfPractice.Docs.Tests;

/// <summary>Links lead somewhere, names exist, and no page is out of reach.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_LeadToFilesAndHeadings() => Assert.Empty(
        from page in Pages.All
        from Match link in Link().Matches(Fenced().Replace(page.Text, string.Empty))
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal) && !Leads(page, target)
        select $"{page}: {target}");

    [Fact]
    public void Pages_StandInTheIndex()
    {
        string index = Pages.All.Single(p => p.Path == "docs/index.md").Text;
        Assert.Empty(Pages.All.Where(p => p.Path.StartsWith("docs/", StringComparison.Ordinal) && p.Path.Count(c => c == '/') == 1 && p.Path != "docs/index.md")
            .Where(p => !index.Contains($"]({Path.GetFileName(p.Path)})", StringComparison.Ordinal)).Select(p => p.Path));
    }

    /// <summary>A name in code type with capitals inside (<c>HealthReport</c>) is a word of the sources or of .NET.</summary>
    [Fact]
    public void Names_Exist()
    {
        HashSet<string> words = [.. Sources().SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(m => m.Value))];
        Assert.Empty(
            from page in Pages.All
            where !page.Path.StartsWith("docs/adr/", StringComparison.Ordinal) && page.Path != "docs/mutation.md" && page.Path != "CHANGELOG.md"
            from Match code in Code().Matches(Fenced().Replace(page.Text, string.Empty))
            from Match name in Name().Matches(code.Groups[1].Value)
            where !words.Contains(name.Value) && name.Value is not ("FullyQualifiedName" or "EnableRetryOnFailure" or "NpgsqlException") // words of others
            select $"{page}: {name.Value}");
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests", "benchmarks", "docs" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Pages.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".csproj", StringComparison.Ordinal))
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static bool Leads(Page from, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = Path.GetFullPath(Path.Combine(Pages.Root, Path.GetDirectoryName(from.Path)!, parts[0].Length == 0 ? Path.GetFileName(from.Path) : Uri.UnescapeDataString(parts[0])));
        return (File.Exists(path) || Directory.Exists(path)) && (parts.Length == 1 || !path.EndsWith(".md", StringComparison.Ordinal) || Anchors(File.ReadAllText(path)).Contains(parts[1]));
    }

    private static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(text.ReplaceLineEndings("\n")).Select(m => NoAnchor().Replace(m.Groups[1].Value.ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w/.=-])[A-Z][a-z]+(?:[A-Z][A-Za-z]+)\b(?![/-])")]
    private static partial Regex Name();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();

    [GeneratedRegex("^#+ +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();
}
