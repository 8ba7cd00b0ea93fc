using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>A model is the host's decision; what the catalogue says against it is told, and what has no direction is refused.</summary>
public sealed class ModelDoubtTests
{
    [Fact]
    public void Shipped_models_and_readings_of_a_host_are_not_doubted()
    {
        Assert.Empty(HealthModel.Standard.Doubts());
        Assert.Empty(HealthModel.Activity.Doubts());
        Assert.Empty(Model("acme/own/v1").Doubts());
    }

    [Theory]
    [InlineData("doubt.volume", "contributors/v1")]
    [InlineData("doubt.volume", "value-stories/v1")]
    [InlineData("doubt.volume", "net-growth/v1")]
    [InlineData("doubt.context", "density/v1")]
    [InlineData("doubt.context", "department-modularity/v1")]
    [InlineData("doubt.context", "momentum/v1")]
    public void A_reading_that_is_not_to_be_scored_is_doubted(string code, string id) => Assert.Equal((code, id), Model(id, AnsweredInTime.Id).Doubts().Select(d => (d.Code, d.Arguments![0])).Single());

    [Fact]
    public void Two_readings_of_the_same_are_doubted_together()
    {
        HealthModel model = Model(CrossDepartmentTies.Id, Isolates.Id, DepartmentModularity.Id);
        Assert.Equal([("doubt.context", DepartmentModularity.Id), ("doubt.same-information", CrossDepartmentTies.Id)], model.Doubts().Select(d => (d.Code, d.Arguments![0])));
        Assert.Equal("'cross-department-ties/v1' and 'department-modularity/v1' say the same in other words, and count twice: score one of them only.", model.Doubts()[1].Text);
    }

    [Fact]
    public void Goalposts_the_wrong_way_round_are_doubted()
    {
        HealthModel model = new("m/1", [new("a", "A", 1, [new(AnsweredInTime.Id, 1, Goalposts.Linear(0.9, 0.3)), new(Isolates.Id, 1, Goalposts.Linear(0.5, 0)), new("acme/own/v1", 1, Goalposts.Linear(1, 0))])], [new("Low", 0)], new() { Dimensions = 1 });
        Assert.Equal([("doubt.reversed", AnsweredInTime.Id)], model.Doubts().Select(d => (d.Code, d.Arguments![0])));
    }

    [Fact]
    public void Another_model_under_the_version_of_a_shipped_one_is_doubted()
    {
        HealthModel other = new(HealthModel.Activity.Version, HealthModel.Activity.Dimensions, [new("Any", 0)], HealthModel.Activity.Minimum);
        Assert.Equal([("doubt.version", HealthModel.Activity.Version)], other.Doubts().Select(d => (d.Code, d.Arguments![0])));
        Assert.Empty(new HealthModel(HealthModel.Activity.Version, HealthModel.Activity.Dimensions, HealthModel.Activity.Bands, HealthModel.Activity.Minimum).Doubts());
    }

    /// <summary>Every reading that is doubted exists, and each of the catalogue is either in a shipped model or doubted.</summary>
    [Fact]
    public void Each_reading_of_the_catalogue_is_shipped_or_doubted()
    {
        HashSet<string> shipped = [.. HealthModel.Standard.Dimensions.Concat(HealthModel.Activity.Dimensions).SelectMany(d => d.Indicators).Select(i => i.Indicator)];
        Assert.All(StandardIndicators.All.Select(i => i.Info.Id), id => Assert.Equal(shipped.Contains(id), new HealthModel("m/1", [new("a", "A", 1, [new(id, 1, Goalposts.Band(0, 0.2, 0.8, 1))])], [new("Low", 0)], new() { Dimensions = 1 }).Doubts().Count == 0));
    }

    [Theory]
    [InlineData("gini-contributors/v1")]
    [InlineData("gini-members/v1")]
    public void What_has_no_direction_is_scored_with_a_band_or_refused(string id)
    {
        Assert.Contains($"'{id}' has no better side", Assert.Throws<ArgumentException>(() => Model(id)).Message, StringComparison.Ordinal);
        string json = System.Text.Json.JsonSerializer.Serialize(Model(Isolates.Id), HealthJson.Model).Replace(Isolates.Id, id, StringComparison.Ordinal);
        Assert.Contains(HealthJson.ReadModel(json).Match(_ => [], refusal => refusal.Reasons.Select(r => r.Code).ToArray()), c => c == "model.value");
        Assert.NotNull(new HealthModel("m/1", [new("a", "A", 1, [new(id, 1, Goalposts.Band(0, 0.2, 0.8, 1))])], [new("Low", 0)], new() { Dimensions = 1 }));
    }

    private static HealthModel Model(params string[] ids) => new("m/1", [new("a", "A", 1, [.. ids.Select(id => new ScoredIndicator(id, 1, Goalposts.Linear(id == Isolates.Id ? 1 : 0, id == Isolates.Id ? 0 : 1)))])], [new("Low", 0)], new() { Dimensions = 1 });
}
