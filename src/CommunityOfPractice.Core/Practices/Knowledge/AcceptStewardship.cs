using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Becomes the steward of an artifact: one that was offered, or one that nobody tends.</summary>
/// <remarks>
/// Guards: those of <see cref="ArtifactCommand"/>, <c>consent.not-own-act</c>, <c>steward.not-active</c>, <c>artifact.not-published</c>, <c>steward.not-offered</c>
/// (it was offered to somebody else or to nobody, and has a steward who is an active member).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Person">Who becomes its steward.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record AcceptStewardship(CommunityId Community, ArtifactId Artifact, PersonId Person) : ArtifactCommand(Community, Artifact)
{
    /// <summary>Gets who becomes its steward.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.RequireOwnAct(context, Person);
        guards.Require(context.IsActive(Person), "steward.not-active", $"'{Person}' is no active member.");
        if (guards.RequirePublished(artifact))
        {
            bool free = artifact.OfferedTo == Person || artifact.IsOrphaned(context.IsActive);
            guards.Require(free && artifact.Steward != Person, "steward.not-offered", $"'{Artifact}' has a steward, who did not offer it to '{Person}'.");
        }

        return [new StewardshipAccepted(Artifact, Person)];
    }
}

/// <summary>Somebody became the steward of an artifact.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Person">Its steward.</param>
public sealed record StewardshipAccepted(ArtifactId Artifact, PersonId Person) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Steward = Person, OfferedTo = null };
}
