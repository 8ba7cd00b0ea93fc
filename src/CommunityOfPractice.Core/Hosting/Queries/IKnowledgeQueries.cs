using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers questions about what communities have made and what came of it, each viewer seeing what they may.</summary>
/// <remarks>
/// <para>What a public community publishes is for everybody, what another one publishes for its members, its sponsor, its alumni once it has ended, and the host.
/// Authors and stewards are left out for those who may not know who belongs. Who used an artifact is told to them and to the host alone (in the history); for all others there are counts.</para>
/// <para>Drafts of stories, and stories that were withdrawn, are seen by those whom they name, by facilitators and by the host; a person always sees a story that names them.</para>
/// <para>Lists page by key: give the last key read as <c>after</c>, until fewer than <c>take</c> come. Implementations are safe for concurrent use.</para>
/// </remarks>
public interface IKnowledgeQueries
{
    /// <summary>Lists the artifacts of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="filter">Which; null for the published ones.</param>
    /// <param name="after">The artifact after which to begin; null for the first.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Artifacts by id (ordinal); refused with <c>community.unknown</c> or <c>knowledge.hidden</c>.</returns>
    ValueTask<Decision<ValueList<ArtifactView>>> ArtifactsAsync(
        CommunityId community, Actor viewer, ArtifactFilter? filter = null, ArtifactId? after = null, int take = 100, CancellationToken cancellationToken = default);

    /// <summary>Finds an artifact, wherever it has gone since.</summary>
    /// <param name="community">A community where it is, or was.</param>
    /// <param name="artifact">The artifact.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The artifact in the community that holds it now; null when the viewer may not read there or in between, or when it was never there.</returns>
    ValueTask<ArtifactView?> FindAsync(CommunityId community, ArtifactId artifact, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists the artifacts that others use most widely.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="window">In which time; null for ever.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Counts as <see cref="Repertoire.MostReused"/> gives them; refused with <c>community.unknown</c> or <c>knowledge.hidden</c>.</returns>
    ValueTask<Decision<ValueList<ReuseCount>>> MostReusedAsync(
        CommunityId community, Actor viewer, TimeWindow? window = null, int take = 10, CancellationToken cancellationToken = default);

    /// <summary>Lists the value stories of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="after">The story after which to begin; null for the first.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// Stories by id (ordinal), those that went elsewhere left out; refused with <c>community.unknown</c> or <c>knowledge.hidden</c>, unless a story names the viewer.
    /// </returns>
    ValueTask<Decision<ValueList<ValueStory>>> StoriesAsync(
        CommunityId community, Actor viewer, StoryId? after = null, int take = 100, CancellationToken cancellationToken = default);

    /// <summary>Makes the value-creation matrix of the published stories of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The matrix; refused with <c>community.unknown</c> or <c>knowledge.hidden</c>.</returns>
    ValueTask<Decision<ValueMatrix>> MatrixAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default);
}
