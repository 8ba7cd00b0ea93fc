using AgileAcrossDepartments;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Simulations;

/// <summary>The story of docs/samples/AgileAcrossDepartments: it comes to its end, tells what it is to tell, and the same every time.</summary>
[Trait("Category", "Slow")]
public sealed class FirstYearTests
{
    [Fact]
    public async Task FirstYear_IsLived_AndFindsWhatWasPlanted()
    {
        using StringWriter told = new() { NewLine = "\n" };
        await using FirstYear year = new(told);
        Outcome outcome = await year.LiveAsync();

        Assert.Equal((83, 2, 4, StoryStatus.Published), (outcome.Members, outcome.Facilitators, outcome.Story.ChainLength, outcome.Story.Status));
        Assert.InRange(outcome.Health.Score!.Value, 60, 100);
        Assert.Equal(5, outcome.Silos!.Groups.Count);
        Assert.True(outcome.Silos.Across > outcome.Silos.Within);
        Assert.Equal(TrendDirection.Rising, outcome.Trends.Trends.Single(t => t.Info.Id == CrossDepartmentTies.Id).Direction);

        string text = told.ToString();
        string[] lines = text.Split('\n');
        Assert.InRange(lines.Length, 40, 80);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 300));
        string[] chapters = ["proposed, chartered and launched", "quarter of gatherings", "Coffee rounds begin", "Two months of coffee", "A facilitator leaves", "finds its expert", "purpose is reviewed", "The first year"];
        Assert.All(chapters, chapter => Assert.Contains(chapter, text, StringComparison.Ordinal));
        Assert.Contains("60 join in the first week: Customer Service 11, HR 11, IT 11, Marketing 12, Sales 15.", text, StringComparison.Ordinal);
        Assert.Contains("Proven: ", text, StringComparison.Ordinal);

        string page = ReportPage.Of(outcome);
        Assert.Contains("<td>Marketing – Sales</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", page, StringComparison.Ordinal);
    }
}
