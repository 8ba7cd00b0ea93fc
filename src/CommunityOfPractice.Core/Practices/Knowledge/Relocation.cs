using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Artifacts and stories that go from one community to another, in one decision: facts for both journals.</summary>
/// <remarks>
/// Nobody becomes a steward by it: a steward stays one where they are an active member of the other community as well, and else the artifact is orphaned there.
/// A story stays published unless more or other people would see it: then everybody whom it names is asked anew.
/// </remarks>
internal sealed record Relocation(Community From, Repertoire Held, Community To, Repertoire There)
{
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    public IReadOnlyList<ValueStory> Stories { get; init; } = [];

    /// <summary>Everything for which a community answers, and every story that is told.</summary>
    public static Relocation OfEverything(Community from, Repertoire held, Community to, Repertoire there) => new(from, held, to, there)
    {
        Artifacts = [.. held.Living()],
        Stories = [.. held.Stories.Where(s => s.Status is StoryStatus.Draft or StoryStatus.Published)],
    };

    /// <summary>The artifacts all of whose topics move; those without a topic stay.</summary>
    public static Relocation OfTopics(IReadOnlySet<TopicId> topics, Community from, Repertoire held, Community to, Repertoire there) => new(from, held, to, there)
    {
        Artifacts = [.. held.Living().Where(a => a.Topics.Count > 0 && a.Topics.All(topics.Contains))],
    };

    /// <summary>An id that stands for something else there is named; what comes back to where it was may come.</summary>
    public void Require(Guards guards)
    {
        foreach (Artifact artifact in Artifacts)
        {
            bool free = There.Find(artifact.Id) is not { } other || (other.Status == ArtifactStatus.Transferred && (other.Origin ?? To.Id) == (artifact.Origin ?? From.Id));
            guards.Require(free, "artifact.id-taken", $"'{To.Id}' has another artifact '{artifact.Id}'.");
        }

        foreach (ValueStory story in Stories)
        {
            bool free = There.Find(story.Id) is not { } other || (other.Status == StoryStatus.Transferred && (other.Origin ?? To.Id) == (story.Origin ?? From.Id));
            guards.Require(free, "story.id-taken", $"'{To.Id}' has another story '{story.Id}'.");
        }
    }

    /// <summary>What the community records that is left.</summary>
    public IEnumerable<Fact> Leaving() => [.. Artifacts.Select(a => new ArtifactTransferred(a.Id, To.Id)), .. Stories.Select(s => new StoryTransferred(s.Id, To.Id))];

    /// <summary>What the community records that answers for them from now on.</summary>
    public IEnumerable<Fact> Arriving(Func<PersonId, bool> isActiveThere)
    {
        foreach (Artifact artifact in Artifacts)
        {
            CommunityId origin = artifact.Origin ?? From.Id;
            yield return new ArtifactReceived(
                artifact with
                {
                    Steward = artifact.Steward is { } steward && isActiveThere(steward) ? steward : null,
                    OfferedTo = null,
                    Origin = origin == To.Id ? null : origin,
                    ReceivedFrom = From.Id,
                    MovedTo = null,
                },
                From.Id);
            foreach (ArtifactUse use in Lacking(artifact.Id))
            {
                yield return new ArtifactUseReceived(use);
            }
        }

        foreach (Fact fact in Stories.SelectMany(Arriving))
        {
            yield return fact;
        }
    }

    /// <summary>The uses that were not there before; the same use as often as it was recorded more often here.</summary>
    private IEnumerable<ArtifactUse> Lacking(ArtifactId artifact)
    {
        Dictionary<ArtifactUse, int> there = There.UsesOf(artifact).CountBy(u => u).ToDictionary();
        foreach (ArtifactUse use in Held.UsesOf(artifact))
        {
            if (there.GetValueOrDefault(use) is > 0 and var left)
            {
                there[use] = left - 1;
            }
            else
            {
                yield return use;
            }
        }
    }

    private IEnumerable<Fact> Arriving(ValueStory story)
    {
        bool wider = To.Visibility < From.Visibility || From.Visibility == Visibility.Private; // another private community has other readers
        CommunityId origin = story.Origin ?? From.Id;
        yield return new StoryReceived(story.Id, From.Id, story.Teller, story.Title, story.ToldOn)
        {
            Artifacts = story.Artifacts,
            Gatherings = story.Gatherings,
            Revision = story.Revision,
            Origin = origin == To.Id ? null : origin,
            PublishedOn = wider ? null : story.PublishedOn,
        };
        foreach (ValueClaim claim in story.Claims)
        {
            yield return new StoryClaimed(story.Id, story.Teller, claim);
        }

        foreach (PersonId erased in story.Erased)
        {
            yield return new StoryErasureReceived(story.Id, erased);
        }

        foreach (StoryConsent consent in wider ? [] : story.Consents)
        {
            yield return new StoryConsentReceived(story.Id, consent.Person, consent.On);
        }
    }
}
