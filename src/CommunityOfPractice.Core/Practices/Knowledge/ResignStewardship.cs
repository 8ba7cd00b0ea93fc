using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Gives up the stewardship of an artifact; until somebody takes it, it is listed as orphaned.</summary>
/// <remarks>Guards: those of <see cref="ArtifactCommand"/>, <c>consent.not-own-act</c>, <c>steward.not-steward</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Person">Its steward.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record ResignStewardship(CommunityId Community, ArtifactId Artifact, PersonId Person) : ArtifactCommand(Community, Artifact)
{
    /// <summary>Gets its steward.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.RequireOwnAct(context, Person);
        guards.Require(artifact.Steward == Person, "steward.not-steward", $"'{Person}' is not the steward of '{Artifact}'.");
        return [new StewardshipResigned(Artifact, Person)];
    }
}

/// <summary>Somebody gave up the stewardship of an artifact.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Person">Who was its steward.</param>
public sealed record StewardshipResigned(ArtifactId Artifact, PersonId Person) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Steward = before.Steward == Person ? null : before.Steward };
}
