using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <content>Questions about the artifacts; each looks through all of them, O(n), and sorts what it returns.</content>
public sealed partial class Repertoire
{
    /// <summary>Returns the artifacts for which the community answers.</summary>
    /// <returns>The published and the superseded ones, by id.</returns>
    public IEnumerable<Artifact> Living() => artifacts.Values.Where(a => a.IsLiving);

    /// <summary>Returns the artifacts that nobody confirmed in time.</summary>
    /// <param name="at">As of when.</param>
    /// <param name="policy">The policy in force.</param>
    /// <returns>Published ones, by id.</returns>
    public IEnumerable<Artifact> Stale(DateTimeOffset at, PracticePolicy policy) => artifacts.Values.Where(a => a.IsStale(at, policy));

    /// <summary>Returns the artifacts that nobody tends.</summary>
    /// <param name="isActive">Whether a person is an active member of the community.</param>
    /// <returns>Published ones without a steward who is an active member, by id.</returns>
    public IEnumerable<Artifact> Orphaned(Func<PersonId, bool> isActive)
    {
        ArgumentNullException.ThrowIfNull(isActive);
        return artifacts.Values.Where(a => a.IsOrphaned(isActive));
    }

    /// <summary>Returns the artifacts that are to be confirmed by an instant.</summary>
    /// <param name="until">The instant; what is due at it counts.</param>
    /// <param name="policy">The policy in force.</param>
    /// <returns>Published ones, the one that is due first at the top; those of one instant by id.</returns>
    public IEnumerable<Artifact> ReviewDue(DateTimeOffset until, PracticePolicy policy) => Stale(until, policy).OrderBy(a => a.ReviewDueOn(policy));

    /// <summary>Returns the artifacts of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Those for which the community answers, by id.</returns>
    public IEnumerable<Artifact> ByKind(ArtifactKind kind) => Living().Where(a => a.Kind == kind);

    /// <summary>Returns the artifacts about a topic.</summary>
    /// <param name="topic">The topic.</param>
    /// <returns>Those for which the community answers, by id.</returns>
    public IEnumerable<Artifact> ByTopic(TopicId topic) => Living().Where(a => a.Topics.Contains(topic));

    /// <summary>Counts how often an artifact was used by others than its authors.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="window">In which time; null for ever.</param>
    /// <returns>Counts; zeros when nobody used it.</returns>
    public ReuseCount ReuseOf(ArtifactId artifact, TimeWindow? window = null)
    {
        ValueList<PersonId> authors = Find(artifact)?.Authors ?? [];
        ArtifactUse[] reuse = [.. UsesOf(artifact).Where(u => !authors.Contains(u.Person) && (window is not { } within || within.Contains(u.On)))];
        return new(
            artifact,
            reuse.Length,
            reuse.Select(u => u.Person).Distinct().Count(),
            reuse.Select(u => u.Department?.Trim()).Where(d => d is { Length: > 0 }).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            reuse.Select(u => u.InCommunity).Where(c => c is not null).Distinct().Count());
    }

    /// <summary>Returns the artifacts that others use most widely: it lists artifacts, never people.</summary>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="window">In which time; null for ever.</param>
    /// <returns>Artifacts for which the community answers and that somebody reused; the most people first, then the most departments, then by id.</returns>
    public ValueList<ReuseCount> MostReused(int take = 10, TimeWindow? window = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return Living().Select(a => ReuseOf(a.Id, window)).Where(c => c.Uses > 0)
            .OrderByDescending(c => c.People).ThenByDescending(c => c.Departments).ThenBy(c => c.Artifact).Take(take).ToValueList();
    }
}
