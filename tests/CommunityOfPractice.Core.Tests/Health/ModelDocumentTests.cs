using System.Globalization;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Constitution;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>docs/health.md says what the shipped models hold, and has a row for each indicator.</summary>
public sealed class ModelDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "health.md"));

    public static TheoryData<HealthModel> Models => [HealthModel.Standard, HealthModel.Activity];

    [Theory]
    [MemberData(nameof(Models))]
    public void EveryRowOfAModel_StandsInItsTable(HealthModel model)
    {
        string[] table = [.. Lines.SkipWhile(l => l != $"## The model `{model.Version}`").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];
        string[][] rows = [.. table.Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];
        ScoredIndicator[] places = [.. model.Dimensions.SelectMany(d => d.Indicators)];
        Assert.Equal(places.Select(p => (p.Indicator, p.Weight)).Order(), rows.Select(r => (r[1], double.Parse(r[2], CultureInfo.InvariantCulture))).Order());
        Assert.All(model.Dimensions, d => Assert.Contains(rows, r => r[0] == string.Create(CultureInfo.InvariantCulture, $"{d.Id} ({d.Weight})")));
        Assert.All(places.Where(p => p.Goalposts.Shape is GoalpostShape.Linear or GoalpostShape.Logarithmic), p =>
            Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{p.Goalposts.Points[0]} → {p.Goalposts.Points[1]}"), rows.Single(r => r[1] == p.Indicator)[3].Replace('−', '-').Replace("+", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void EveryIndicator_HasARow() =>
        Assert.All(StandardIndicators.All, i => Assert.Contains(Lines, l => l.StartsWith("| ", StringComparison.Ordinal) && l.Split('|')[1].Split([',', ' ']).Contains(i.Info.Id)));
}
