using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>Whatever is tried with several communities and people, the invariants hold after every step, and the journals tell it all.</summary>
public sealed class WholeLivesTests
{
    [Property(MaxTest = 25)]
    [Trait("Law", "35"), Trait("Law", "36"), Trait("Law", "37"), Trait("Law", "39"), Trait("Law", "40"), Trait("Law", "41")]
    public void AnyLives_KeepEveryInvariant(int seed) => new WholeLives(seed).Live(400);

    [Property(MaxTest = 10)]
    [Trait("Law", "25"), Trait("Law", "38")]
    public void Journals_TellEverything(int seed)
    {
        WholeLives lives = new(seed);
        lives.Live(400);
        foreach ((CommunityId id, CommunityRecord record) in lives.Records)
        {
            List<JournalEntry> journal = lives.Journals[id];
            Assert.Empty(Core.Records.Journals.Verify(journal));
            CommunitySnapshot whole = record.ToSnapshot();
            Assert.Equal(whole, CommunityRecord.Replay(id, journal).ToSnapshot());
            int half = journal.Count / 2;
            CommunityRecord continued = CommunityRecord.Restore(CommunityRecord.Replay(id, journal.Take(half)).ToSnapshot());
            foreach (JournalEntry entry in journal.Skip(half))
            {
                continued.Apply(entry);
            }

            Assert.Equal(whole, continued.ToSnapshot());
        }
    }

    /// <summary>The lives get somewhere: nearly every command is accepted sometimes, and every one refused sometimes.</summary>
    [Fact]
    public void Lives_GetSomewhere()
    {
        Dictionary<Type, (int Accepted, int Refused)> tries = AnyCommand.All.ToDictionary(t => t, _ => (0, 0));
        HashSet<Type> happened = [];
        for (int seed = 0; seed < 40; seed++)
        {
            WholeLives lives = new(seed);
            lives.Live(800);
            happened.UnionWith(lives.Journals.Values.SelectMany(j => j).Select(e => e.Change.Fact.GetType()));
            foreach ((Type command, (int accepted, int refused)) in lives.Tries)
            {
                tries[command] = (tries[command].Accepted + accepted, tries[command].Refused + refused);
            }
        }

        Type[] moves = [typeof(ArtifactReceived), typeof(ArtifactArchived), typeof(StoryPublished)];
        Assert.Equal([], moves.Except(happened).Select(t => t.Name));
        Type[] never = [.. tries.Where(t => t.Value.Accepted == 0).Select(t => t.Key)];
        Assert.True(never.Length <= 9, "never accepted: " + string.Join(", ", never.Select(t => t.Name)));
        Assert.DoesNotContain(never, t => t == typeof(SplitCommunity) || t == typeof(CloseCommunity) || t == typeof(ReviveCommunity) || t == typeof(LeaveCommunity));
        Assert.Equal([], tries.Where(t => t.Value.Refused == 0).Select(t => t.Key.Name).ToArray());
    }
}
