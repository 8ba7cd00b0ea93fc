using System.Reflection;
using System.Xml.Linq;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>Everything public is documented; what returns a value says what it returns.</summary>
public sealed class DocumentationTests
{
    private static readonly Assembly Core = typeof(Core.Vocabulary.Score).Assembly;

    private static readonly Dictionary<string, XElement> Docs = XDocument.Load(Path.ChangeExtension(Core.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    [Fact]
    public void PublicTypes_HaveASummary()
    {
        IEnumerable<string> silent = Core.GetExportedTypes()
            .Select(t => "T:" + t.FullName!.Replace('+', '.'))
            .Where(name => !Docs.TryGetValue(name, out XElement? doc) || string.IsNullOrWhiteSpace(doc.Element("summary")?.Value));

        Assert.Empty(silent);
    }

    [Fact]
    public void PublicProperties_SayTheirValue()
    {
        IEnumerable<string> silent =
            from type in Core.GetExportedTypes()
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where property.GetIndexParameters().Length == 0
            let name = $"P:{type.FullName!.Replace('+', '.')}.{property.Name}"
            where !IsPositional(type, property) && property.Name != "EqualityContract"
            where !Docs.TryGetValue(name, out XElement? doc)
                || (doc.Element("inheritdoc") is null && (string.IsNullOrWhiteSpace(doc.Element("summary")?.Value) || string.IsNullOrWhiteSpace(doc.Element("value")?.Value)))
            select name;

        Assert.Empty(silent);
    }

    [Fact]
    public void Parameters_AreDocumented()
    {
        IEnumerable<string> silent =
            from entry in Docs
            where entry.Key.StartsWith("M:", StringComparison.Ordinal)
            from parameter in entry.Value.Elements("param")
            where string.IsNullOrWhiteSpace(parameter.Value)
            select $"{entry.Key}({parameter.Attribute("name")?.Value})";

        Assert.Empty(silent);
    }

    [Fact]
    public void Indicators_SaySourceRangeAndCost()
    {
        foreach (Type indicator in Core.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(Core.Indicators.IHealthIndicator)) && t.IsClass))
        {
            string remarks = string.Join(' ', (Docs["T:" + indicator.FullName].Element("remarks")?.Value ?? string.Empty).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

            Assert.Contains("range", remarks, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Little data", remarks, StringComparison.Ordinal);
            Assert.Contains("O(", remarks, StringComparison.Ordinal);
        }
    }

    /// <summary>A positional record documents its properties as parameters of the type.</summary>
    private static bool IsPositional(Type type, PropertyInfo property) =>
        Docs.TryGetValue("T:" + type.FullName!.Replace('+', '.'), out XElement? doc)
        && doc.Elements("param").Any(p => p.Attribute("name")?.Value == property.Name);
}
