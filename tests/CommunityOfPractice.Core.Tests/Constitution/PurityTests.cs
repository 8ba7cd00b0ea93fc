using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>No hidden clock, culture, randomness, file or console: checked on what the compiler made, against build/BannedSymbols.txt.</summary>
public sealed class PurityTests
{
    [Fact]
    public void CompiledCore_NamesNoBannedSymbol()
    {
        string[] banned = [.. File.ReadLines(Path.Combine(Repository.Root, "build", "BannedSymbols.txt")).Select(line => line.Split(';', '(')[0])];
        HashSet<string> named = [.. NamesIn(typeof(Core.Vocabulary.Score).Assembly.Location)];

        Assert.True(banned.Length >= 20);
        Assert.Contains("T:System.DateTimeOffset", named);
        Assert.DoesNotContain(banned, named.Contains);
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
