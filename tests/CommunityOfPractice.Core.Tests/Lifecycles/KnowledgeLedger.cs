using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>What was accepted about artifacts and stories, kept beside the records, and what must hold of them at every moment.</summary>
internal sealed class KnowledgeLedger
{
    private readonly HashSet<ArtifactId> published = [];
    private readonly HashSet<StoryId> told = [];
    private readonly HashSet<(StoryId Story, PersonId Person)> agreed = [];
    private readonly HashSet<(ArtifactId Artifact, PersonId Person, DateTimeOffset On)> used = [];

    /// <summary>Whether a command would give out an id that another community has given out: the host sees to it that none does.</summary>
    public static bool IsTakenElsewhere(Command command, IEnumerable<CommunityRecord> records) => records.Any(r => r.Id != command.Community && command switch
    {
        PublishArtifact publish => r.Practice.Repertoire.Find(publish.Artifact) is not null,
        TellStory tell => r.Practice.Repertoire.Find(tell.Story) is not null,
        AskQuestion ask => r.Practice.Questions.Find(ask.Question) is not null,
        _ => false,
    });

    /// <summary>What was accepted, kept beside the records.</summary>
    public void Note(Command command, Actor by, DateTimeOffset at)
    {
        switch (command)
        {
            case PublishArtifact publish:
                published.Add(publish.Artifact);
                break;
            case TellStory tell:
                told.Add(tell.Story);
                break;
            case ReviseStory revise:
                agreed.RemoveWhere(a => a.Story == revise.Story);
                break;
            case ConsentToStory consent:
                Assert.Equal(consent.Person, by.Person);
                agreed.Add((consent.Story, consent.Person));
                break;
            case WithdrawStoryConsent withdraw:
                agreed.Remove((withdraw.Story, withdraw.Person));
                break;
            case RecordUse use:
                used.Add((use.Artifact, use.Person, at));
                break;
        }
    }

    /// <summary>Somebody is erased.</summary>
    public void Rename(PersonId person, PersonId tombstone)
    {
        foreach ((StoryId story, _) in agreed.Where(a => a.Person == person).ToArray())
        {
            agreed.Remove((story, person));
            agreed.Add((story, tombstone));
        }

        foreach ((ArtifactId artifact, _, DateTimeOffset on) in used.Where(u => u.Person == person).ToArray())
        {
            used.Remove((artifact, person, on));
            used.Add((artifact, tombstone, on));
        }
    }

    /// <summary>I2, law 40: everything is somewhere, once; links lead there; nothing is published without everybody's consent.</summary>
    public void Check(IReadOnlyDictionary<CommunityId, CommunityRecord> records)
    {
        CommunityRecord? Find(CommunityId id) => records.GetValueOrDefault(id);
        Dictionary<ArtifactId, CommunityRecord> holders = [];
        foreach (CommunityRecord record in records.Values)
        {
            Assert.True(record.Community.Status is not (CommunityStatus.Closed or CommunityStatus.Merged) || record.Practice.Questions.OpenCount == 0, $"{record.Id} has ended and leaves questions open");
            foreach (Artifact artifact in record.Practice.Repertoire.Artifacts.Where(a => a.Status != ArtifactStatus.Transferred))
            {
                Assert.True(holders.TryAdd(artifact.Id, record), $"{artifact.Id} is in {record.Id} and in {holders[artifact.Id].Id}");
                Assert.False(artifact.IsLiving && !record.Community.IsLiving, $"{record.Id} is {record.Community.Status} and answers for {artifact.Id}");
                Assert.All(artifact.SupersededBy is { } by ? [.. artifact.Related, by] : artifact.Related.ToArray(), l => Assert.NotNull(ArtifactSearch.Follow(record.Id, artifact.Id, l, Find)));
            }
        }

        Assert.Equal(published.Order(), holders.Keys.Order());
        foreach ((ArtifactId id, CommunityRecord holder) in holders)
        {
            Assert.Equal(used.Where(u => u.Artifact == id).Select(u => (u.Person, u.On)).Order(), holder.Practice.Repertoire.UsesOf(id).Select(u => (u.Person, u.On)).Distinct().Order());
            Assert.All(records.Values.Where(r => r.Practice.Repertoire.Find(id) is not null), r => Assert.Equal(holder.Id, ArtifactSearch.Find(r.Id, id, Find)!.Community));
        }

        ValueStory[] stories = [.. records.Values.SelectMany(r => r.Practice.Repertoire.Stories).Where(s => s.Status != StoryStatus.Transferred)];
        Assert.Equal(told.Order(), stories.Select(s => s.Id).Order());
        foreach (ValueStory story in stories)
        {
            Assert.NotEmpty(story.Claims);
            Assert.All(story.Consents, c => Assert.Contains((story.Id, c.Person), agreed));
            Assert.False(story.Status == StoryStatus.Published && story.Named.Any(p => !agreed.Contains((story.Id, p)) && !p.Text.StartsWith("erased-", StringComparison.Ordinal)), $"{story.Id} is published without everybody's consent");
        }

        Assert.Empty(RegistryFindings.OfArtifacts(records.Values));
    }
}
