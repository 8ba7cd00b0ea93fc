using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class LearningPathTests
{
    private static readonly DateTimeOffset Noon = RecommendationWorld.Noon;
    private static readonly ValueList<TopicWeight> Testing = [new(new("testing"), 1)];

    [Fact]
    public void TheSmallestStepNotYetDone_ComesFirst()
    {
        LearningTask[] tasks = [Task(LearningTaskKind.AnswerQuestion, "q"), Task(LearningTaskKind.ReviewArtifact, "a"), Task(LearningTaskKind.ShadowHost, "g")];

        Assert.Equal(["g", "a", "q"], Ids(LearningPath.Next([], [], tasks, Noon)));
        Assert.Equal("a", Ids(LearningPath.Next([], [LearningTaskKind.ShadowHost], tasks, Noon))[0]);
        Assert.Equal("q", Ids(LearningPath.Next([], [LearningTaskKind.ShadowHost, LearningTaskKind.ReviewArtifact], tasks, Noon))[0]);
    }

    [Fact]
    public void TopicsDecideWithinAKind_AndEachKindComesOnceFirst()
    {
        LearningTask[] tasks = [Task(LearningTaskKind.AnswerQuestion, "far"), Task(LearningTaskKind.AnswerQuestion, "near") with { Topics = Testing }, Task(LearningTaskKind.ReviewArtifact, "a")];
        ValueList<LearningStep> steps = LearningPath.Next(Testing, [], tasks, Noon);

        Assert.Equal(["near", "a", "far"], Ids(steps));
        Assert.EndsWith("It is about what interests you.", steps[0].Reason.Text, StringComparison.Ordinal);
        Assert.Empty(LearningPath.Next([], [], [], Noon));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningPath.Next([], [], [], Noon, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningPath.Next([], [], [Task((LearningTaskKind)9, "x")], Noon));
    }

    [Property]
    public void Law57_SharesAddUp_AndOrderDoesNotShow(int[] seeds)
    {
        LearningTask[] tasks = [.. seeds.Select(s => new LearningTask((LearningTaskKind)((uint)s % 3), $"t{(uint)s % 11}", "T", Noon.AddHours(s % 500)) { Topics = s % 2 == 0 ? Testing : [] }).DistinctBy(t => (t.Kind, t.Id))];
        ValueList<LearningStep> steps = LearningPath.Next(Testing, [], tasks, Noon, 99);

        Assert.Equal(tasks.Length, steps.Count);
        Assert.Equal(steps, LearningPath.Next(Testing, [], tasks.Reverse(), Noon, 99));
        Assert.All(steps, s => Assert.Equal(s.Score, s.Shares.Sum(p => p.Amount)));
    }

    private static LearningTask Task(LearningTaskKind kind, string id) => new(kind, id, id.ToUpperInvariant(), Noon.AddDays(-7));

    private static string[] Ids(ValueList<LearningStep> steps) => [.. steps.Select(s => s.Task.Id)];
}
