using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

public sealed class HealthModelTests
{
    private static readonly ScoredIndicator One = new("one", 1, Goalposts.Linear(0, 1)), Two = new("two", 2, Goalposts.Logarithmic(1, 8));
    private static readonly HealthDimension First = new("first", "First", 1, [One]), Second = new("second", "Second", 3, [Two]);
    private static readonly ValueList<HealthBand> Bands = [new("Low", 0), new("High", 50)];

    public static TheoryData<string, Func<object>> Wrong => new()
    {
        { "blank version", () => new HealthModel(" ", [First], Bands, Needs(1)) },
        { "no dimension", () => new HealthModel("v", [], Bands, Needs(1)) },
        { "one id twice", () => new HealthModel("v", [First, new("first", "Other", 1, [Two])], Bands, Needs(1)) },
        { "indicator in two dimensions", () => new HealthModel("v", [First, new("second", "Other", 1, [One])], Bands, Needs(1)) },
        { "no band", () => new HealthModel("v", [First], [], Needs(1)) },
        { "bands not from 0", () => new HealthModel("v", [First], [new("x", 1)], Needs(1)) },
        { "bands level", () => new HealthModel("v", [First], [new("x", 0), new("y", 0)], Needs(1)) },
        { "more dimensions than there are", () => new HealthModel("v", [First], Bands, Needs(2)) },
        { "no dimension needed", () => new HealthModel("v", [First], Bands, Needs(0)) },
        { "required dimension unknown", () => new HealthModel("v", [First], Bands, Needs(1) with { RequiredDimension = "third" }) },
        { "coverage 0", () => new HealthModel("v", [First], Bands, Needs(1) with { DimensionCoverage = 0 }) },
        { "coverage above 1", () => new HealthModel("v", [First], Bands, Needs(1) with { DimensionCoverage = 1.1 }) },
        { "coverage not a number", () => new HealthModel("v", [First], Bands, Needs(1) with { DimensionCoverage = double.NaN }) },
        { "dimension without indicator", () => new HealthDimension("d", "D", 1, []) },
        { "indicator twice", () => new HealthDimension("d", "D", 1, [One, One]) },
        { "dimension without weight", () => new HealthDimension("d", "D", 0, [One]) },
        { "infinite weight", () => new ScoredIndicator("i", double.PositiveInfinity, Goalposts.Linear(0, 1)) },
        { "negative weight", () => new ScoredIndicator("i", -1, Goalposts.Linear(0, 1)) },
        { "blank indicator", () => new ScoredIndicator("", 1, Goalposts.Linear(0, 1)) },
        { "blank band", () => new HealthBand("", 0) },
        { "band above 100", () => new HealthBand("x", 101) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Constructor_Nonsense_Throws(string what, Func<object> make) =>
        Assert.True(Record.Exception(make) is ArgumentException, what);

    [Theory]
    [InlineData(0, "Fragile")]
    [InlineData(39.999, "Fragile")]
    [InlineData(40, "Developing")]
    [InlineData(60, "Steady")]
    [InlineData(79.999, "Steady")]
    [InlineData(80, "Thriving")]
    [InlineData(100, "Thriving")]
    public void BandOf_DefaultModel_IsAsInTheResearch(double score, string band) => Assert.Equal(band, HealthModel.Activity.BandOf(new(score)).Name);

    [Fact]
    public void Default_Model_NamesStandardIndicatorsWithWeightsOfOne()
    {
        Assert.Equal(1, HealthModel.Activity.Dimensions.Sum(d => d.Weight), 1e-12);
        Assert.Subset(StandardIndicators.All.Select(i => i.Info.Id).ToHashSet(), HealthModel.Activity.Dimensions.SelectMany(d => d.Indicators).Select(i => i.Indicator).ToHashSet());
        Assert.All(HealthModel.Activity.Dimensions.SelectMany(d => d.Indicators), i => Assert.NotNull(StandardIndicators.All.Single(s => s.Info.Id == i.Indicator).Info.NextStep));
    }

    [Fact]
    public void Json_Models_ComeBackEqual()
    {
        HealthModel other = new("mine/2", [First, Second, new("b", "B", 0.5, [new("band", 1, new(GoalpostShape.Band, [0, .2, .8, 1]))])], Bands, Needs(2) with { RequiredDimension = "b", ObservedDays = 5 });
        Assert.All([HealthModel.Activity, other], model => Assert.Equal(model, JsonSerializer.Deserialize(JsonSerializer.Serialize(model, HealthJson.Model), HealthJson.Model)));
        Assert.NotEqual(HealthModel.Activity, other);
    }

    [Fact]
    public void Assessor_OfUnfitIndicators_NamesThem()
    {
        ArgumentException absent = Assert.Throws<ArgumentException>(() => new HealthAssessor(HealthModel.Activity, StandardIndicators.All.Where(i => i is not Isolates and not NewcomerReturn)));
        Assert.Contains(Isolates.Id, absent.Message, StringComparison.Ordinal);
        Assert.Contains(NewcomerReturn.Id, absent.Message, StringComparison.Ordinal);
        ArgumentException twice = Assert.Throws<ArgumentException>(() => new HealthAssessor(HealthModel.Activity, [.. StandardIndicators.All, new Isolates()]));
        Assert.Contains(Isolates.Id, twice.Message, StringComparison.Ordinal);
    }

    private static MinimumData Needs(int dimensions) => new() { Dimensions = dimensions };
}
