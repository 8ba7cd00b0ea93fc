using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CommunityOfPractice.Docs.Tests;

/// <summary>
/// Every C# snippet of every page compiles against the libraries as they are. Names that a page takes for granted (<c>services</c>, <c>agile</c> …) stand in Known/Known.cs, those of one page in
/// a class named after it. Snippets that are also run stand in the tests called Guide and Snippets.
/// </summary>
public sealed class SnippetTests
{
    private static readonly string[] Namespaces =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Text", "System.Text.Json", "System.Threading", "System.Threading.Tasks",
        .. typeof(Core.Vocabulary.Score).Assembly.GetExportedTypes().Select(t => t.Namespace!).Where(n => n.StartsWith("CommunityOfPractice", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
        "CommunityOfPractice.Testing", "CommunityOfPractice.EntityFrameworkCore", "CommunityOfPractice.EntityFrameworkCore.Sqlite", "CommunityOfPractice.EntityFrameworkCore.PostgreSQL", "KnownToPages",
        "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Time.Testing",
        "OpenTelemetry.Metrics", "OpenTelemetry.Trace", "Xunit",
    ];

    private static readonly string Known = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Known", "Known.cs"));

    [Fact]
    public void Snippets_Compile()
    {
        Snippet[] snippets = [.. Pages.Snippets];

        string[] problems = [.. Compile([.. snippets.Select((s, i) => (s, $"Snippet{i}"))])];

        Assert.True(snippets.Length > 40);
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    /// <summary>The test can fail: a name that is not there, a statement that is none.</summary>
    [Theory]
    [InlineData("HealthReport report = new HealthAssesor().Assess(null!);", 1)]
    [InlineData("int x = ;\nint y = agile;", 2)]
    [InlineData("public sealed class Own : IHealthIndicator { }", 2)]
    public void WrongSnippets_DoNot(string code, int problems) => Assert.Equal(problems, Compile([(new(new("page.md", code), 1, code), "Wrong")]).Count(p => p.StartsWith("page.md", StringComparison.Ordinal)));

    private static IEnumerable<string> Compile(IReadOnlyList<(Snippet Snippet, string Name)> snippets)
    {
        Dictionary<string, Snippet> bySource = snippets.ToDictionary(s => s.Name, s => s.Snippet);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Snippets",
            [Parse(Known, "Known.cs"), .. snippets.Select(s => Parse(Wrapped(s.Snippet, s.Name), s.Name))],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => $"{bySource.GetValueOrDefault(d.Location.SourceTree?.FilePath ?? "?")?.ToString() ?? "Known.cs"}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} [{d.Location.SourceTree?.GetText().ToString(d.Location.SourceSpan)}]");
    }

    /// <summary>The statements of a snippet in a method, its types and methods beside it, in a class that knows what the page takes for granted.</summary>
    private static string Wrapped(Snippet snippet, string name)
    {
        CompilationUnitSyntax unit = Parse(snippet.Code, name).GetCompilationUnitRoot();
        string page = $"Page_{Path.GetFileNameWithoutExtension(snippet.Page.Path).Replace("-", string.Empty, StringComparison.Ordinal)}";
        string known = Known.Contains($"class {page} :", StringComparison.Ordinal) ? page : "Known";
        string usings = string.Concat(Namespaces.Select(n => $"using {n};\n"));
        string statements = string.Concat(unit.Members.OfType<GlobalStatementSyntax>().Select(m => m.ToFullString()));
        string types = string.Concat(unit.Members.Where(m => m is not GlobalStatementSyntax).Select(m => m.ToFullString()));
        return $"{unit.Usings.ToFullString()}{usings}namespace {name};\ninternal sealed class Page : {known}\n{{\nprivate async Task Run()\n{{\n{statements}{(unit.Members.Any(m => m is not GlobalStatementSyntax) ? string.Empty : unit.EndOfFileToken.ToFullString())}\n}}\n}}\n{types}\n";
    }

    private static SyntaxTree Parse(string code, string name) =>
        CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest), name);
}
