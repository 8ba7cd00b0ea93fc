using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Tests.Oracles;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Models written by hand: read back as they were, or refused with every fault and its place.</summary>
public sealed class HealthModelFileTests
{
    private static readonly HealthModel[] Shipped = [HealthModel.Standard, HealthModel.Activity];

    private static string Text(HealthModel model) => JsonSerializer.Serialize(model, HealthJson.Model);

    [Fact]
    public void ReadModel_WhatWasWritten_IsTheSame() => Assert.All(Shipped, model => Assert.Equal(model, HealthJson.ReadModel(Text(model)).OrThrow()));

    /// <summary>Older models stay readable; only the minimum of the last one was changed (docs/adr/0086).</summary>
    [Fact]
    public void OlderModels_AreFiles()
    {
        HealthModel[] older = [.. new[] { "activity-1", "activity-2", "activity-3", "activity-4", "community-1" }.Select(n => HealthJson.ReadModel(File.ReadAllText(Path.Combine(Repository.Root, "docs", "models", $"{n}.json")), StandardIndicators.All.Select(i => i.Info.Id)).OrThrow())];
        Assert.Equal(["activity/1", "activity/2", "activity/3", "activity/4", "community/1"], older.Select(m => m.Version));
        Assert.Equal(Uncapped("activity/2", older[3], new MinimumData { RequiredDimension = "community" }), older[1]);
        Assert.Equal(Uncapped("activity/3", older[3], HealthModel.Activity.Minimum), older[2]);
        Assert.Equal(new HealthModel("activity/5", older[3].Dimensions.Select(d => new HealthDimension(d.Id, d.Name, d.Weight, d.Indicators.Where(i => i.Indicator != CappedAbsenceFactor.Id).ToValueList())).ToValueList(), older[3].Bands, older[3].Minimum), HealthModel.Activity);
        Assert.Equal(Uncapped("community/1", HealthModel.Standard, HealthModel.Standard.Minimum), older[4]);
        Assert.Equal(new MinimumData { RequiredDimension = "community", DimensionCoverage = 0.4, People = 5, Contributors = 3, Contributions = 10, ObservedDays = 28 }, HealthModel.Activity.Minimum);

        static HealthModel Uncapped(string version, HealthModel now, MinimumData minimum) => new(
            version,
            now.Dimensions.Select(d => new HealthDimension(d.Id, d.Name, d.Weight, d.Indicators.Select(i => i.Indicator is CappedAbsenceFactor.Id or MemberInitiatedWeeks.Id ? new ScoredIndicator(i.Indicator.Replace("/v2", "/v1", StringComparison.Ordinal), i.Weight, i.Goalposts) : i).ToValueList())).ToValueList(),
            now.Bands,
            minimum);
    }

    [Fact]
    public void ReadModel_CommentsAndTrailingCommas_AreFine() =>
        Assert.Equal(HealthModel.Activity, HealthJson.ReadModel("// ours\n" + Text(HealthModel.Activity)[..^1] + ",}").OrThrow());

    [Fact]
    public void ReadModel_ManyFaults_NamesEachWithItsLine()
    {
        const string Json = """
            {
              "version": 7,
              "extra": true,
              "dimensions": [
                { "id": "a", "name": "A", "weight": 0, "indicators": [
                  { "indicator": "x/v1", "weight": 1, "goalposts": { "shape": "curve", "points": [0, "1"] } },
                  { "indicator": "isolates/v1", "weight": 1, "weight": 2, "goalposts": { "shape": "linear", "points": [1, 1] } }
                ] }
              ],
              "bands": {},
              "minimum": { "dimensionCoverage": 0.6, "dimensions": 1.5, "contributors": 5, "contributions": 10 }
            }
            """;
        Assert.Equal(
            [
                "model.unknown: $.extra (line 3)",
                "model.type: $.version (line 2)",
                "model.value: $.dimensions[0].weight (line 5)",
                "model.indicator: $.dimensions[0].indicators[0].indicator (line 6)",
                "model.value: $.dimensions[0].indicators[0].goalposts.shape (line 6)",
                "model.type: $.dimensions[0].indicators[0].goalposts.points[1] (line 6)",
                "model.repeated: $.dimensions[0].indicators[1].weight (line 7)",
                "model.value: $.dimensions[0].indicators[1].goalposts (line 7)",
                "model.type: $.bands (line 10)",
                "model.missing: $.minimum (line 11)",
                "model.value: $.minimum.dimensions (line 11)",
            ],
            Faults(Json, ["isolates/v1"]));
    }

    [Fact]
    public void ReadModel_RulesBetweenMembers_AreAllNamed()
    {
        string json = Text(HealthModel.Activity).Replace("\"from\":0}", "\"from\":50}", StringComparison.Ordinal).Replace("\"dimensions\":2", "\"dimensions\":3", StringComparison.Ordinal)
            .Replace("\"requiredDimension\":\"community\"", "\"requiredDimension\":\"none\"", StringComparison.Ordinal);
        Reason fault = Assert.Single(Refused(json).Reasons);
        Assert.Equal("$ (line 1): The first band begins at 0. Bands rise. The model has as many dimensions as the minimum asks for. The required dimension is one of the model's.", fault.Text);
    }

    [Theory]
    [InlineData("", "model.json")]
    [InlineData("{", "model.json")]
    [InlineData("[]", "model.type")]
    [InlineData("null", "model.type")]
    public void ReadModel_NoModelAtAll_IsRefused(string json, string code) => Assert.Equal(code, Refused(json).Reasons[0].Code);

    /// <summary>Removing, doubling or replacing any one token never throws.</summary>
    [Fact]
    public void ReadModel_DamagedAnywhere_IsRefusedOrRead()
    {
        string text = Text(HealthModel.Standard);
        for (int i = 0; i < text.Length; i += 7)
        {
            foreach (string damaged in (string[])[text.Remove(i, 1), text.Insert(i, "1"), text[..i]])
            {
                Assert.NotNull(HealthJson.ReadModel(damaged));
            }
        }
    }

    [PythonFact("jsonschema"), Trait("Category", "Slow")]
    public void Schema_OfAModel_AcceptsWhatIsWrittenAndRefusesWhatIsWrong()
    {
        string schema = Path.Combine(Repository.Root, "docs", "schemas", "health-model.schema.json");
        string[] right = [.. Shipped.Select(Text)];
        string[] wrong =
        [
            "{}",
            right[0].Replace("\"linear\"", "\"curve\"", StringComparison.Ordinal),
            right[0].Replace("\"weight\":0.6", "\"weight\":0", StringComparison.Ordinal),
            right[0].Replace("\"version\"", "\"verison\"", StringComparison.Ordinal),
            right[0].Replace("[50,100]", "[50,101]", StringComparison.Ordinal),
            right[0].Replace("[0,0.2,0.8,1]", "[0,0.2]", StringComparison.Ordinal),
        ];
        int[] errors = [.. PythonOracle.Ask("schema.py", [.. right.Concat(wrong).Select(text => (string[])[schema, text])]).Select(e => e.GetInt32())];
        Assert.All(errors[..right.Length], e => Assert.Equal(0, e));
        Assert.All(errors[right.Length..], e => Assert.NotEqual(0, e));
        Assert.All(wrong, text => Assert.NotEmpty(Refused(text).Reasons));
    }

    private static Refusal Refused(string json, params string[] indicators) =>
        HealthJson.ReadModel(json, indicators.Length == 0 ? null : indicators).Match(_ => throw new InvalidOperationException("It was read."), refusal => refusal);

    private static IEnumerable<string> Faults(string json, string[] indicators) =>
        Refused(json, indicators).Reasons.Select(r => $"{r.Code}: {r.Text[..(r.Text.IndexOf(')', StringComparison.Ordinal) + 1)]}");
}
