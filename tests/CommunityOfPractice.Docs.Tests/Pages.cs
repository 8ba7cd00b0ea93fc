using System.Text.RegularExpressions;

namespace CommunityOfPractice.Docs.Tests;

/// <summary>A page of the documentation: where it is, and its text.</summary>
internal sealed record Page(string Path, string Text)
{
    public override string ToString() => Path;
}

/// <summary>One C# snippet of a page, and the line on which it begins.</summary>
internal sealed record Snippet(Page Page, int Line, string Code)
{
    public override string ToString() => $"{Page.Path}:{Line}";
}

/// <summary>The pages of the repository that people read.</summary>
internal static partial class Pages
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IReadOnlyList<Page> All { get; } =
    [
        .. new[] { System.IO.Path.Combine(Root, "README.md"), System.IO.Path.Combine(Root, "CHANGELOG.md"), System.IO.Path.Combine(Root, "benchmarks", "README.md") }
            .Concat(Directory.GetFiles(System.IO.Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(System.IO.Path.Combine(Root, "src"), "README.md", SearchOption.AllDirectories))
            .Select(path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new Page(path, File.ReadAllText(System.IO.Path.Combine(Root, path)).ReplaceLineEndings("\n"))),
    ];

    public static IEnumerable<Snippet> Snippets =>
        from page in All
        from Match match in CSharp().Matches(page.Text)
        select new Snippet(page, page.Text.AsSpan(0, match.Groups[1].Index).Count('\n') + 1, match.Groups[1].Value);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "CommunityOfPractice.Core.sln")) ? folder : FindRoot(Directory.GetParent(folder)!.FullName);
}
