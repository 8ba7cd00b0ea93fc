using System.Collections.Immutable;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What the members of a community have made, and what came of it: artifacts and value stories.</summary>
/// <remarks>
/// Immutable; a change makes a new one, which shares with the one before what did not change. Finding an artifact or a story, and changing one, costs O(log n)
/// in their number. Nothing is ever taken out: what has moved leaves behind where it went.
/// </remarks>
public sealed partial class Repertoire
{
    private ImmutableSortedDictionary<ArtifactId, Artifact> artifacts = ImmutableSortedDictionary<ArtifactId, Artifact>.Empty;
    private ImmutableSortedDictionary<ArtifactId, ImmutableList<ArtifactUse>> uses = ImmutableSortedDictionary<ArtifactId, ImmutableList<ArtifactUse>>.Empty;
    private ImmutableSortedDictionary<StoryId, ValueStory> stories = ImmutableSortedDictionary<StoryId, ValueStory>.Empty;
    private ImmutableSortedSet<CommunityId> takesOverFrom = ImmutableSortedSet<CommunityId>.Empty;

    private Repertoire()
    {
    }

    private Repertoire(Repertoire other)
    {
        artifacts = other.artifacts;
        uses = other.uses;
        stories = other.stories;
        takesOverFrom = other.takesOverFrom;
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Repertoire Empty { get; } = new();

    /// <summary>Gets every artifact that was ever published or received here.</summary>
    /// <value>By id.</value>
    public IEnumerable<Artifact> Artifacts => artifacts.Values;

    /// <summary>Gets every value story that was ever told or received here.</summary>
    /// <value>By id.</value>
    public IEnumerable<ValueStory> Stories => stories.Values;

    /// <summary>Gets the communities whose artifacts this one has agreed to take over when they close.</summary>
    /// <value>By id; empty by default.</value>
    public IReadOnlyCollection<CommunityId> TakesOverFrom => takesOverFrom;

    /// <summary>Finds an artifact.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <returns>The artifact as it stands here; null when it was never here.</returns>
    public Artifact? Find(ArtifactId artifact) => artifacts.GetValueOrDefault(artifact);

    /// <summary>Finds a value story.</summary>
    /// <param name="story">The story.</param>
    /// <returns>The story as it stands here; null when it was never here.</returns>
    public ValueStory? Find(StoryId story) => stories.GetValueOrDefault(story);

    /// <summary>Returns who used an artifact, for what.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <returns>The uses in the order in which they were recorded here; empty when there are none.</returns>
    public IReadOnlyList<ArtifactUse> UsesOf(ArtifactId artifact) => uses.GetValueOrDefault(artifact) ?? [];

    /// <summary>Whether a story names a person: who told it or contributed to it.</summary>
    internal bool HasStoryOf(PersonId person) => stories.Values.Any(s => s.IsNamed(person));

    internal static Repertoire Of(PracticeState state) => new()
    {
        artifacts = state.Artifacts.ToImmutableSortedDictionary(a => a.Id, a => a),
        uses = state.ArtifactUses.GroupBy(u => u.Artifact).ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableList()),
        stories = state.Stories.ToImmutableSortedDictionary(s => s.Id, s => s),
        takesOverFrom = [.. state.TakesOverFrom],
    };

    internal PracticeState Into(PracticeState state) => state with
    {
        Artifacts = artifacts.Values.ToValueList(),
        ArtifactUses = uses.Values.SelectMany(u => u).ToValueList(),
        Stories = stories.Values.ToValueList(),
        TakesOverFrom = takesOverFrom.ToValueList(),
    };

    internal Repertoire With(Artifact artifact) => new(this) { artifacts = artifacts.SetItem(artifact.Id, artifact) };

    internal Repertoire With(ArtifactUse use) => new(this) { uses = uses.SetItem(use.Artifact, (uses.GetValueOrDefault(use.Artifact) ?? []).Add(use)) };

    internal Repertoire With(ValueStory story) => new(this) { stories = stories.SetItem(story.Id, story) };

    /// <summary>Somebody was erased: stories that name them wait for their consent no longer.</summary>
    internal Repertoire Erasing(PersonId person) => stories.Values.Where(s => s.IsNamed(person))
        .Aggregate(this, (after, s) => after.With(s.WithErased(person)));

    internal Repertoire TakingOver(CommunityId from) => new(this) { takesOverFrom = takesOverFrom.Add(from) };

    internal Repertoire NotTakingOver(CommunityId from) => takesOverFrom.Contains(from) ? new(this) { takesOverFrom = takesOverFrom.Remove(from) } : this;
}
