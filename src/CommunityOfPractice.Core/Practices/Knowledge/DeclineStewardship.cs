using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says no to a stewardship that was offered.</summary>
/// <remarks>Guards: those of <see cref="ArtifactCommand"/>, <c>consent.not-own-act</c>, <c>steward.not-offered</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Person">Who was asked.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record DeclineStewardship(CommunityId Community, ArtifactId Artifact, PersonId Person) : ArtifactCommand(Community, Artifact)
{
    /// <summary>Gets who was asked.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.RequireOwnAct(context, Person);
        guards.Require(artifact.OfferedTo == Person, "steward.not-offered", $"'{Artifact}' was not offered to '{Person}'.");
        return [new StewardshipDeclined(Artifact, Person)];
    }
}

/// <summary>Somebody said no to a stewardship that was offered.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Person">Who was asked.</param>
public sealed record StewardshipDeclined(ArtifactId Artifact, PersonId Person) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { OfferedTo = before.OfferedTo == Person ? null : before.OfferedTo };
}
