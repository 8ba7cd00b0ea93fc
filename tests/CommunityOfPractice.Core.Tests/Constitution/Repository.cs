namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Core => Path.Combine(Root, "src", "CommunityOfPractice.Core");

    public static IEnumerable<string> Rooms => Directory.GetDirectories(Core).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj")).Order(StringComparer.Ordinal);

    public static IEnumerable<string> SourcesOf(string room) => Directory.GetFiles(Path.Combine(Core, room), "*.cs", SearchOption.AllDirectories);

    /// <summary>Up from where the tests run; the compiler's paths are not real ones in a deterministic build.</summary>
    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommunityOfPractice.Core.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
