using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>I2 and law 40 through random mergers, splits, closings and reopenings: what was made is in one place, and every link leads there.</summary>
public sealed class KnowledgeLivesTests
{
    [Property(MaxTest = 40)]
    [Trait("Law", "35"), Trait("Law", "40")]
    public void AnyLives_LoseNothing(int seed) => new KnowledgeLives(seed).Live(150);

    [Fact]
    public void Lives_GetSomewhere()
    {
        HashSet<Type> happened = [];
        for (int seed = 0; seed < 12; seed++)
        {
            KnowledgeLives lives = new(seed);
            lives.Live(150);
            happened.UnionWith(lives.Happened);
        }

        Type[] expected =
        [
            typeof(CommunityMerged), typeof(CommunityAbsorbed), typeof(CommunitySplit), typeof(CommunityClosed), typeof(CommunityReopened), typeof(ProposalRejected), typeof(ArtifactReceived),
            typeof(ArtifactUseReceived), typeof(ArtifactArchived), typeof(ArtifactTransferred), typeof(ArtifactRestored), typeof(ArtifactSuperseded), typeof(StoryReceived), typeof(StoryTransferred),
            typeof(StoryConsentReceived), typeof(StoryPublished), typeof(StoryConsentWithdrawn), typeof(StewardshipAccepted),
        ];
        Assert.Equal([], expected.Except(happened).Select(t => t.Name));
    }
}
