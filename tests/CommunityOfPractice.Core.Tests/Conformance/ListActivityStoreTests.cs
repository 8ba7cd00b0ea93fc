using CommunityOfPractice.Testing;

namespace CommunityOfPractice.Core.Tests.Conformance;

/// <summary>The store of docs/write-your-own-store.md, run through the kit.</summary>
public sealed class ListActivityStoreTests
{
    [Fact]
    public async Task KeepsTheContract() => (await ActivityStoreConformance.RunAsync(_ => new(new ListActivityStore()))).ThrowIfBroken();

    [Fact]
    public void IsTheStoreOfThePage()
    {
        string page = Text("docs/write-your-own-store.md"), file = Text("tests/CommunityOfPractice.Core.Tests/Conformance/ListActivityStore.cs");
        Assert.Contains(file[file.IndexOf("public sealed class", StringComparison.Ordinal)..], page, StringComparison.Ordinal);
    }

    private static string Text(string path)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CommunityOfPractice.Core.sln")))
        {
            folder = Directory.GetParent(folder)!.FullName;
        }

        return File.ReadAllText(Path.Combine(folder, path)).ReplaceLineEndings("\n");
    }
}
