using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>One fault at a time in a model that somebody wrote: which one, where, in which line, and no other.</summary>
public sealed class ModelFaultTests
{
    private const string Good = """
        {
          "version": "mine/1",
          "dimensions": [
            { "id": "a", "name": "A", "weight": 1.5,
              "indicators": [ { "indicator": "isolates/v1", "weight": 2,
                "goalposts": { "shape": "band", "points": [0, 0.2, 0.8, 1] } } ] }
          ],
          "bands": [ { "name": "Low", "from": 0 },
                     { "name": "High", "from": 50.5 } ],
          "minimum": { "dimensionCoverage": 0.5, "dimensions": 1, "requiredDimension": null,
                       "contributors": 3, "contributions": 4, "observedDays": 5 }
        }
        """;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "\"mine/1\"", "\" \"", "model.value: $.version (line 2): the text is blank" },
        { "\"mine/1\"", "null", "model.type: $.version (line 2): a text is needed, not null" },
        { "\"mine/1\"", "true", "model.type: $.version (line 2): a text is needed, not true" },
        { "\"mine/1\"", "{}", "model.type: $.version (line 2): a text is needed, not an object" },
        { "\"version\": \"mine/1\",", "", "model.missing: $ (line 1): 'version' is missing" },
        { "\"id\": \"a\"", "\"id\": 7", "model.type: $.dimensions[0].id (line 4): a text is needed, not the number 7" },
        { "\"name\": \"A\"", "\"name\": []", "model.type: $.dimensions[0].name (line 4): a text is needed, not a list" },
        { "\"name\": \"A\", ", "", "model.missing: $.dimensions[0] (line 4): 'name' is missing" },
        { "1.5", "0", "model.value: $.dimensions[0].weight (line 4): a weight is positive" },
        { "1.5", "-1", "model.value: $.dimensions[0].weight (line 4): a weight is positive" },
        { "1.5", "\"1.5\"", "model.type: $.dimensions[0].weight (line 4): a number is needed, not a text" },
        { "1.5", "1e999", "model.type: $.dimensions[0].weight (line 4): a number is needed, not the number 1e999" },
        { "\"isolates/v1\"", "\"isolates/v2\"", "model.indicator: $.dimensions[0].indicators[0].indicator (line 5): there is no indicator 'isolates/v2'" },
        { "\"weight\": 2", "\"weight\": 0", "model.value: $.dimensions[0].indicators[0].weight (line 5): a weight is positive" },
        { "\"goalposts\"", "\"goalpost\"", "model.unknown: $.dimensions[0].indicators[0].goalpost (line 6): there is no such member; there are indicator, weight, goalposts" },
        { "\"band\"", "\"Band\"", "model.value: $.dimensions[0].indicators[0].goalposts.shape (line 6): 'Band' is none of linear, logarithmic, band, binary" },
        { "0.8, 1", "0.8, null", "model.type: $.dimensions[0].indicators[0].goalposts.points[3] (line 6): a number is needed, not null" },
        { "0.8, 1", "0.8, 0.7", "model.value: $.dimensions[0].indicators[0].goalposts (line 6): The points [0, 0.2, 0.8, 0.7] do not make goalposts of the shape Band." },
        { "[0, 0.2, 0.8, 1]", "[]", "model.value: $.dimensions[0].indicators[0].goalposts.points (line 6): at least one is needed" },
        { "\"from\": 50.5", "\"from\": 101", "model.value: $.bands[1] (line 9): A band begins between 0 and 100." },
        { "\"from\": 50.5", "\"from\": true", "model.type: $.bands[1].from (line 9): a number is needed, not true" },
        { "\"name\": \"High\"", "\"name\": \"\"", "model.value: $.bands[1].name (line 9): the text is blank" },
        { "\"dimensionCoverage\": 0.5", "\"dimensionCoverage\": \"x\"", "model.type: $.minimum.dimensionCoverage (line 10): a number is needed, not a text" },
        { "\"dimensions\": 1", "\"dimensions\": 1.5", "model.value: $.minimum.dimensions (line 10): a whole number from 0 on is needed" },
        { "\"dimensions\": 1,", "\"dimensions\": 2,", "model.value: $ (line 1): The model has as many dimensions as the minimum asks for." },
        { "\"requiredDimension\": null", "\"requiredDimension\": 1", "model.type: $.minimum.requiredDimension (line 10): a text is needed, not the number 1" },
        { "\"requiredDimension\": null", "\"requiredDimension\": \"b\"", "model.value: $ (line 1): The required dimension is one of the model's." },
        { "\"contributors\": 3", "\"contributors\": -1", "model.value: $.minimum.contributors (line 11): a whole number from 0 on is needed" },
        { "\"contributions\": 4", "\"contributions\": 2147483648", "model.value: $.minimum.contributions (line 11): a whole number from 0 on is needed" },
        { "\"observedDays\": 5", "\"observedDays\": null", "model.type: $.minimum.observedDays (line 11): a number is needed, not null" },
        { "\"observedDays\": 5", "\"observedDays\": 5, \"observedDays\": 6", "model.repeated: $.minimum.observedDays (line 11): it stands there twice" },
        { "\"observedDays\": 5", "\"observedDays\": 5, \"more\": 1", "model.unknown: $.minimum.more (line 11): there is no such member; there are dimensionCoverage, dimensions, contributors, contributions, observedDays, requiredDimension, people" },
        { "\"version\"", "\"also\": 1, \"version\"", "model.unknown: $.also (line 2): there is no such member; there are version, dimensions, bands, minimum" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_fault_is_told_with_its_place(string right, string wrong, string told)
    {
        int at = Good.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        string json = Good[..at] + wrong + Good[(at + right.Length)..];
        Refusal refusal = HealthJson.ReadModel(json, ["isolates/v1"]).Match(_ => throw new InvalidOperationException("It was read."), r => r);
        Assert.Equal(told, $"{refusal.Reasons[0].Code}: {refusal.Reasons[0].Text}");
        Assert.All(refusal.Reasons.Skip(1), r => Assert.True(r.Code == "model.missing" || wrong == "[]", r.Text)); // a member of another name is missing under its own
    }

    [Fact]
    public void Without_a_fault_everything_is_read()
    {
        HealthModel model = HealthJson.ReadModel(Good, ["isolates/v1"]).OrThrow();
        HealthDimension dimension = new("a", "A", 1.5, [new("isolates/v1", 2, Goalposts.Band(0, 0.2, 0.8, 1))]);
        Assert.Equal(
            new HealthModel("mine/1", [dimension], [new("Low", 0), new("High", 50.5)], new() { DimensionCoverage = 0.5, Dimensions = 1, Contributors = 3, Contributions = 4, ObservedDays = 5 }),
            model);
        Assert.Equal(model, HealthJson.ReadModel(Good.Replace(", \"requiredDimension\": null", string.Empty, StringComparison.Ordinal)).OrThrow());
        Assert.Equal("a", HealthJson.ReadModel(Good.Replace("\"requiredDimension\": null", "\"requiredDimension\": \"a\"", StringComparison.Ordinal)).OrThrow().Minimum.RequiredDimension);
        Assert.Equal(0, HealthJson.ReadModel(Good.Replace("\"contributors\": 3", "\"contributors\": 0", StringComparison.Ordinal)).OrThrow().Minimum.Contributors);
        Assert.Equal(int.MaxValue, HealthJson.ReadModel(Good.Replace("\"contributors\": 3", "\"contributors\": 2147483647", StringComparison.Ordinal)).OrThrow().Minimum.Contributors);
    }

    /// <summary>Lines are counted by line ends, also those within lists that are long and after comments.</summary>
    [Fact]
    public void Lines_are_counted_through_comments_and_lists()
    {
        string json = Good.Replace("\"bands\"", "// one\n/* two\n three */\n\"bands\"", StringComparison.Ordinal).Replace("\"from\": 50.5", "\n\"from\":\n\"x\"", StringComparison.Ordinal);
        Refusal refusal = HealthJson.ReadModel(json).Match(_ => throw new InvalidOperationException("It was read."), r => r);
        Assert.Equal(["$.bands[1].from (line 14): a number is needed, not a text"], refusal.Reasons.Select(r => r.Text));
    }

    [Theory]
    [InlineData("[1]", "model.type: $ (line 1): an object is needed, not a list")]
    [InlineData("\n\n3", "model.type: $ (line 3): an object is needed, not the number 3")]
    [InlineData("\"x\"", "model.type: $ (line 1): an object is needed, not a text")]
    public void Something_else_is_refused(string json, string told)
    {
        Refusal refusal = HealthJson.ReadModel(json).Match(_ => throw new InvalidOperationException("It was read."), r => r);
        Assert.Equal([told], refusal.Reasons.Select(r => $"{r.Code}: {r.Text}"));
    }

    [Theory]
    [InlineData("bands", "model.type: $.bands (line 1): a list is needed, not an object")]
    [InlineData("dimensions", "model.type: $.dimensions (line 1): a list is needed, not an object")]
    public void Lists_are_lists(string member, string told)
    {
        string text = JsonSerializer.Serialize(HealthModel.Activity, HealthJson.Model);
        using JsonDocument document = JsonDocument.Parse(text);
        string json = "{" + string.Join(",", document.RootElement.EnumerateObject().Select(p => p.Name == member ? $"\"{member}\":{{}}" : $"\"{p.Name}\":{p.Value.GetRawText()}")) + "}";
        Refusal refusal = HealthJson.ReadModel(json).Match(_ => throw new InvalidOperationException("It was read."), r => r);
        Assert.Equal(told, $"{refusal.Reasons[0].Code}: {refusal.Reasons[0].Text}");
    }
}
