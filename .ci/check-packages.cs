// check-packages FEED ROOT: opens every package of a feed and says what is wrong with it. Run by .ci/run:  dotnet run .ci/check-packages.cs -- FEED ROOT
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false

using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

string feed = args[0], root = Path.GetFullPath(args[1]).TrimEnd('/');
const string Core = "CommunityOfPractice.Core", Ef = "CommunityOfPractice.EntityFrameworkCore";

// What a package may bring along, and nothing else.
Dictionary<string, string[]> allowed = new()
{
    [Core] = ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"],
    ["CommunityOfPractice.Testing"] = [Core],
    [Ef] = [Core, "Microsoft.EntityFrameworkCore.Relational"],
    [$"{Ef}.Sqlite"] = [Ef, "Microsoft.EntityFrameworkCore.Sqlite"],
    [$"{Ef}.PostgreSQL"] = [Ef, "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL"],
    ["CommunityOfPractice.Tool"] = [],
};
string[] trimmable = [Core, "CommunityOfPractice.Testing"];
HashSet<string> said = [];
int faults = 0;

foreach (string id in Directory.GetFiles(feed, "*.nupkg").Select(f => Read(f, Nuspec).Element("id")!).Except(allowed.Keys))
{
    Fault(id, "is no package that is meant to be there");
}

foreach ((string id, string[] dependencies) in allowed)
{
    string? file = Directory.GetFiles(feed, "*.nupkg").SingleOrDefault(f => Read(f, Nuspec).Element("id") == id);
    if (file is null)
    {
        Fault(id, "is missing");
        continue;
    }

    Meta meta = Read(file, Nuspec);
    string[] entries = Read(file, zip => zip.Entries.Select(e => e.FullName).ToArray());
    Require(id, meta.Element("license") == "MIT", "has no licence MIT");
    Require(id, meta.Element("description") is { Length: > 40 } text && said.Add(text), "has no description of its own");
    Require(id, meta.Element("tags") is { Length: > 0 }, "has no tags");
    Require(id, meta.Element("authors") is { Length: > 0 } authors && authors != id, "has no authors");
    Require(id, meta.Element("icon") is { } icon && entries.Contains(icon), "has no icon");
    Require(id, meta.Commit is { Length: 40 }, "does not name the commit that it was built from");
    string readme = meta.Element("readme") is { } name && entries.Contains(name) ? Read(file, zip => Text(zip, name)) : string.Empty;
    Require(id, readme.StartsWith($"# {(id.EndsWith("Tool", StringComparison.Ordinal) ? "cop" : id)}\n", StringComparison.Ordinal), "has no README of its own");
    Require(id, !readme.Contains("](docs/", StringComparison.Ordinal) && !readme.Contains("](../", StringComparison.Ordinal), "has a README with links that lead nowhere");
    Require(id, meta.Dependencies.Order(StringComparer.Ordinal).SequenceEqual(dependencies.Order(StringComparer.Ordinal)), $"brings along [{string.Join(", ", meta.Dependencies)}]");

    bool tool = id.EndsWith("Tool", StringComparison.Ordinal);
    string library = tool ? "tools/net10.0/any/cop" : $"lib/net10.0/{id}";
    Require(id, entries.Contains($"{library}.dll"), $"has no {library}.dll");
    Require(id, tool || entries.Where(e => e.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SequenceEqual([$"{library}.dll", $"{library}.xml"]), "has a library without its documentation, or more than that");
    if (!tool && entries.Contains($"{library}.xml"))
    {
        Require(id, Read(file, zip => XDocument.Parse(Text(zip, $"{library}.xml"))).Descendants("member").Any(m => m.Element("summary") is not null), "documents nothing");
    }

    byte[] assembly = Read(file, zip => Bytes(zip, $"{library}.dll"));
    using PEReader reader = new(new MemoryStream(assembly));
    Require(id, reader.ReadDebugDirectory().Any(d => d.Type == DebugDirectoryEntryType.Reproducible), "is not built deterministically");
    Require(id, assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root + "/")) < 0, $"tells where it was built: {root}");
    Require(id, Attribute(reader, "IsTrimmable") == trimmable.Contains(id) && Attribute(reader, "IsAotCompatible") == trimmable.Contains(id), "says something else about trimming and native AOT than it should");

    string symbols = Path.ChangeExtension(file, ".snupkg");
    string[] pdbs = File.Exists(symbols) ? Read(symbols, zip => zip.Entries.Select(e => e.FullName).ToArray()) : [];
    Require(id, pdbs.Contains($"{library}.pdb") && Read(symbols, zip => Bytes(zip, $"{library}.pdb")) is [(byte)'B', (byte)'S', (byte)'J', (byte)'B', ..], "has no symbols (snupkg)");
    Console.WriteLine($"{id} {meta.Element("version")}: {new FileInfo(file).Length:N0} bytes, {string.Join(", ", meta.Dependencies)}");
}

return faults;

void Require(string id, bool holds, string otherwise)
{
    if (!holds)
    {
        Fault(id, otherwise);
    }
}

void Fault(string? id, string what)
{
    faults++;
    Console.WriteLine($"FAULT: {id} {what}.");
}

static bool Attribute(PEReader reader, string name)
{
    MetadataReader metadata = reader.GetMetadataReader();
    return metadata.GetAssemblyDefinition().GetCustomAttributes().Select(a => metadata.GetBlobBytes(metadata.GetCustomAttribute(a).Value))
        .Any(value => value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0 && value.AsSpan().IndexOf("True"u8) >= 0);
}

static T Read<T>(string file, Func<ZipArchive, T> read)
{
    using ZipArchive zip = ZipFile.OpenRead(file);
    return read(zip);
}

static byte[] Bytes(ZipArchive zip, string name)
{
    using Stream stream = zip.GetEntry(name)!.Open();
    using MemoryStream bytes = new();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}

static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name)).TrimStart('\uFEFF').ReplaceLineEndings("\n");

static Meta Nuspec(ZipArchive zip) => new(XDocument.Parse(Text(zip, zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName)).Root!.Elements().First());

internal sealed record Meta(XElement Metadata)
{
    public string? Commit => Metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "repository")?.Attribute("commit")?.Value;

    public string[] Dependencies => [.. Metadata.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value)];

    public string? Element(string name) => Metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
