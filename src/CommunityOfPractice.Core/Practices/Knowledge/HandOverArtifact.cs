using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Offers the stewardship of an artifact to an active member; nothing changes until they accept.</summary>
/// <remarks>
/// A new offer takes the place of an older one. Guards: those of <see cref="ArtifactCommand"/>, <c>artifact.not-published</c>, <c>artifact.not-caretaker</c>,
/// <c>steward.not-active</c> (who is asked is no active member), <c>steward.same</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="To">Who is asked.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record HandOverArtifact(CommunityId Community, ArtifactId Artifact, PersonId To) : ArtifactCommand(Community, Artifact)
{
    /// <summary>Gets who is asked.</summary>
    /// <value>Never the default value.</value>
    public PersonId To { get; init => field = Named.Check(value); } = Named.Check(To);

    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.RequirePublished(artifact);
        guards.RequireCaretaker(artifact, context);
        guards.Require(context.IsActive(To), "steward.not-active", $"'{To}' is no active member.");
        guards.Require(artifact.Steward != To, "steward.same", $"'{To}' is its steward already.");
        return [new StewardshipOffered(Artifact, To)];
    }
}

/// <summary>The stewardship of an artifact was offered to somebody.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="To">Who is asked.</param>
public sealed record StewardshipOffered(ArtifactId Artifact, PersonId To) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { OfferedTo = To };
}
