using System.Reflection;
using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Constitution;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>docs/interchange.md says what the code does.</summary>
public class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "interchange.md"));

    [Fact]
    public void Codes_AreExactlyThoseOfTheCode()
    {
        IEnumerable<string> known = typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .Concat(["reply.itself", "reply.before-parent", "reply.cycle"]);
        Assert.Equal(known.Order(), Regex.Matches(Page[..Page.IndexOf("### Doubts", StringComparison.Ordinal)], "^[|] `([a-z0-9.-]+)` [|]", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public void Columns_AreExactlyThoseOfEachKind()
    {
        foreach (Schema schema in KindRows.Schemas)
        {
            string section = Regex.Split(Page, "\n###? ").Single(part => Regex.IsMatch(part, $"^{schema.Name}\\b"));
            IEnumerable<string> documented = Regex.Matches(section, "^[|] ([a-z_]+[*]?) [|]", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Where(name => name != "column");
            Assert.Equal(schema.Columns.ToArray().Select(column => column.Name + (column.Required ? "*" : "")), documented);
        }
    }

    [Fact]
    public void Words_AreAllNamed() => Assert.All(Acts.Names.Concat(Roles.Names), name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Examples_AreReadWithoutProblems_AndSayTheSame()
    {
        string csv = Block("csv"), json = Block("json");
        Import.AssertEqual(Import.Of(csv).Reports().Data, Import.Of(json).Reports().Data);
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(Import.JsonLines(Import.Of(csv).Data)));
    }

    private static string Block(string language) => Regex.Match(Page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
