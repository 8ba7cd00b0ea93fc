using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>No hidden clock, culture, randomness, file or console: checked on what the compiler made, against build/BannedSymbols.txt.</summary>
public sealed class PurityTests
{
    /// <summary>Where chance comes in: one file at the door, see docs/adr/0010-salts.md.</summary>
    private const string Chance = "T:System.Security.Cryptography.RandomNumberGenerator", Door = "DependencyInjection/RandomSalts.cs";

    [Fact]
    public void CompiledCore_NamesNoBannedSymbol()
    {
        string[] banned = [.. File.ReadLines(Path.Combine(Repository.Root, "build", "BannedSymbols.txt")).Select(line => line.Split(';', '(')[0]).Where(symbol => symbol != Chance)];
        HashSet<string> named = [.. NamesIn(typeof(Core.Vocabulary.Score).Assembly.Location)];

        Assert.True(banned.Length >= 20);
        Assert.Contains("T:System.DateTimeOffset", named);
        Assert.DoesNotContain(banned, named.Contains);
    }

    [Fact]
    public void Chance_AndSuppressedBans_AreAtTheDoorOnly()
    {
        IEnumerable<string> files = Repository.Rooms.SelectMany(Repository.SourcesOf)
            .Where(file => File.ReadAllText(file) is string code && (code.Contains("RandomNumberGenerator", StringComparison.Ordinal) || code.Contains("RS0030", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Core, file).Replace('\\', '/'));

        Assert.Equal([Door], files);
    }

    [Fact]
    public void CompiledCore_ReferencesTheFrameworkAndTwoPackagesOnly()
    {
        string[] foreign = [.. typeof(Core.Vocabulary.Score).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.Equal(["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"], foreign);
    }

    private static IEnumerable<string> NamesIn(string assembly)
    {
        using FileStream file = File.OpenRead(assembly);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        foreach (TypeReferenceHandle handle in metadata.TypeReferences)
        {
            yield return "T:" + NameOf(metadata, handle);
        }

        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference)
            {
                continue;
            }

            string type = NameOf(metadata, (TypeReferenceHandle)member.Parent), name = metadata.GetString(member.Name);
            yield return name.StartsWith("get_", StringComparison.Ordinal) ? $"P:{type}.{name[4..]}" : $"M:{type}.{name.Replace(".ctor", "#ctor", StringComparison.Ordinal)}";
        }
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
