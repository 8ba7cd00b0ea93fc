using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Oracles;
using FsCheck.Fluent;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>The published JSON Schema of a line: made from the columns that the reader knows, and tried by a validator that is not ours.</summary>
public sealed class InterchangeSchemaTests
{
    /// <summary>Set it to 1 and run this class once to write the file anew; then look at it and commit it.</summary>
    private const string Write = "COP_WRITE_SCHEMA";

    private static readonly string File = Path.Combine(Repository.Root, "docs", "schemas", "interchange.schema.json");

    [Fact]
    public void Schema_IsThatOfTheColumns()
    {
        string made = Made().ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 })
        {
            System.IO.File.WriteAllText(File, made);
        }

        Assert.Equal(made, System.IO.File.ReadAllText(File));
    }

    [PythonFact("jsonschema"), Trait("Category", "Slow")]
    public void Lines_ThatAreWritten_AreValid_AndWrongOnesAreNot()
    {
        string[] right =
        [
            .. SomeData.Data().Generator.Same(12).SelectMany(data => Encoding.UTF8.GetString(Import.JsonLines(data)).Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct(),
            """{"kind":"activity","community":"c","person":"p","at":1780236000.5,"act":"ask","topics":null}""",
        ];
        string[] wrong =
        [
            """{"kind":"activity","community":"c","person":"p","act":"ask"}""",
            """{"kind":"activity","community":"c","person":"p","at":"2026-05-04","act":"ask","topic":"x"}""",
            """{"kind":"activity","community":7,"person":"p","at":"2026-05-04","act":"ask"}""",
            """{"kind":"meeting","at":"2026-05-04","people":"a|b"}""",
            """{"kind":"meeting","at":"2026-05-04","people":["a","b"],"met":"yes"}""",
            """{"kind":"headcount","community":"c","at":"2026-05-04","members":"7"}""",
            """{"kind":"person","person":""}""",
            """{"kind":"role","community":"c","person":"p"}""",
            """{"community":"c"}""",
            """{"schema":"communityofpractice","version":2}""",
        ];

        int[] errors = [.. PythonOracle.Ask("schema.py", [.. right.Concat(wrong).Select(text => (string[])[File, text])]).Select(e => e.GetInt32())];

        Assert.All(errors[..right.Length].Zip(right), e => Assert.True(e.First == 0, e.Second));
        Assert.All(errors[right.Length..].Zip(wrong), e => Assert.True(e.First > 0, e.Second));
        string header = """{"schema":"communityofpractice","version":1}""" + "\n";
        Assert.All(wrong, line => Assert.NotEmpty(Import.Of((line.StartsWith("{\"schema", StringComparison.Ordinal) ? string.Empty : header) + line + "\n").Errors));
    }

    private static JsonObject Made() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = "https://communityofpractice.example/schemas/interchange.schema.json",
        ["title"] = "A line of the interchange format of CommunityOfPractice.Core",
        ["description"] = "Each line of a JSON Lines file, by its kind; the first line is the header. Rules across lines are checked by the library, which names every one that is broken.",
        ["oneOf"] = new JsonArray([Reference("header"), .. KindRows.Schemas.Select(s => Reference(s.Name))]),
        ["$defs"] = new JsonObject(
        [
            new("header", new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("schema", "version"),
                ["properties"] = new JsonObject { ["schema"] = new JsonObject { ["const"] = "communityofpractice" }, ["version"] = new JsonObject { ["const"] = 1 } },
            }),
            .. KindRows.Schemas.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Name, Kind(s))),
        ]),
    };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Kind(Schema schema)
    {
        JsonObject properties = new() { ["kind"] = new JsonObject { ["const"] = schema.Name } };
        JsonArray required = ["kind"];
        foreach (Column column in schema.Columns)
        {
            properties[column.Name] = Value(column);
            if (column.Required)
            {
                required.Add(column.Name);
            }
        }

        return new() { ["type"] = "object", ["additionalProperties"] = false, ["required"] = required, ["properties"] = properties };
    }

    private static JsonObject Value(Column column)
    {
        JsonObject value = column.Shape switch
        {
            Shape.List => new() { ["type"] = Types("array", column), ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 } },
            Shape.Time => new() { ["type"] = column.Required ? new JsonArray("string", "number") : new JsonArray("string", "number", "null"), ["description"] = "ISO 8601, or unix seconds" },
            Shape.Flag => new() { ["type"] = Types("boolean", column) },
            Shape.Number => new() { ["type"] = Types("integer", column) },
            _ => new() { ["type"] = Types("string", column) },
        };
        if (column is { Required: true, Shape: Shape.Text })
        {
            value["minLength"] = 1;
        }
        else if (column is { Required: true, Shape: Shape.List })
        {
            value["minItems"] = 1;
        }

        return value;
    }

    private static JsonNode Types(string type, Column column) => column.Required ? JsonValue.Create(type) : new JsonArray(type, "null");
}
