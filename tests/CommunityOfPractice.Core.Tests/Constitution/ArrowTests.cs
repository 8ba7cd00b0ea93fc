using System.Text.RegularExpressions;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>Rooms are the field's words, arrows never form a cycle. A new arrow needs a decision record (docs/adr) and a row here.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Vocabulary"] = [],
        ["Statistics"] = [],
        ["Networks"] = ["Statistics"],
        ["Assignment"] = [],
        ["People"] = ["Vocabulary"],
        ["Domains"] = ["Vocabulary"],
        ["Communities"] = ["Domains", "People", "Vocabulary"],
        ["Memberships"] = ["Communities", "People", "Vocabulary"],
        ["Practices"] = ["Communities", "Domains", "People", "Vocabulary"],
        ["Records"] = ["Communities", "Domains", "Memberships", "People", "Practices", "Vocabulary"],
        ["Interchange"] = ["Communities", "Domains", "Memberships", "People", "Practices", "Vocabulary"],
        ["Indicators"] = ["Communities", "Memberships", "Networks", "People", "Practices", "Statistics", "Vocabulary"],
        ["Health"] = ["Communities", "Indicators", "Networks", "People", "Practices", "Statistics", "Vocabulary"],
        ["Matching"] = ["Assignment", "Communities", "Domains", "Memberships", "People", "Statistics", "Vocabulary"],
        ["Hosting"] = ["Communities", "Domains", "Health", "Indicators", "Matching", "Memberships", "People", "Practices", "Records", "Vocabulary"],
        ["DependencyInjection"] = ["Domains", "Health", "Hosting", "Indicators", "Matching", "People", "Records"],
    };

    [Fact]
    public void Rooms_AreTheListedOnes() => Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Repository.Rooms);

    [Fact]
    public void Arrows_AreExactlyTheListedOnes()
    {
        string[] expected = [.. Allowed.SelectMany(room => room.Value.Select(to => $"{room.Key} -> {to}")).Order(StringComparer.Ordinal)];
        string[] found = [.. Repository.Rooms.SelectMany(room => TargetsOf(room).Select(to => $"{room} -> {to}")).Order(StringComparer.Ordinal)];

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Arrows_FormNoCycle()
    {
        HashSet<string> placed = [];
        while (Allowed.Keys.FirstOrDefault(room => !placed.Contains(room) && Allowed[room].All(placed.Contains)) is { } next)
        {
            placed.Add(next);
        }

        Assert.Equal(Allowed.Count, placed.Count);
    }

    [Fact]
    public void MicrosoftExtensions_AreNamedByTheDoorOnly()
    {
        IEnumerable<string> others = Repository.Rooms.Where(room => room != "DependencyInjection").SelectMany(Repository.SourcesOf)
            .Where(file => CodeOf(file).Contains("Microsoft.Extensions", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void Namespaces_EqualFolders()
    {
        IEnumerable<string> strangers =
            from room in Repository.Rooms
            from file in Repository.SourcesOf(room)
            let space = Namespace().Match(File.ReadAllText(file)).Groups[1].Value
            where space != $"CommunityOfPractice.Core.{room}" && !(room == "DependencyInjection" && space == "Microsoft.Extensions.DependencyInjection")
            select $"{file}: {space}";

        Assert.Empty(strangers);
    }

    [Fact]
    public void RootNamespace_HoldsNoType() =>
        Assert.DoesNotContain(typeof(Core.Vocabulary.Score).Assembly.GetTypes(), t => t.Namespace == "CommunityOfPractice.Core");

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"//.*$|""(?:\\.|[^""\\\r\n])*""", RegexOptions.Multiline)]
    private static partial Regex CommentOrText();

    private static string CodeOf(string file) => CommentOrText().Replace(File.ReadAllText(file), string.Empty);

    /// <summary>The other rooms that a room's sources name, by a using or by a qualified name.</summary>
    private static IEnumerable<string> TargetsOf(string room)
    {
        string[] rooms = [.. Repository.Rooms];
        HashSet<string> targets = [];
        foreach (string code in Repository.SourcesOf(room).Select(CodeOf))
        {
            targets.UnionWith(rooms.Where(other => other != room
                && Regex.IsMatch(code, $@"(using CommunityOfPractice\.Core\.{other};)|((?<![\w.>)\]]|CommunityOfPractice\.Core\.){other}\.[A-Z])|(Core\.{other}\.[A-Z])")));
        }

        return targets;
    }
}
