using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says how far an innovation has come: an idea is tried, and what was tried is adopted; it can go back as well.</summary>
/// <remarks>
/// Guards: those of <see cref="ArtifactCommand"/>, <c>artifact.not-published</c>, <c>artifact.not-caretaker</c>, <c>innovation.none</c> (another kind of artifact),
/// <c>innovation.unchanged</c>, <c>innovation.not-tried</c> (nothing is adopted that was not tried).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Maturity">How far it has come.</param>
public sealed record AdvanceInnovation(CommunityId Community, ArtifactId Artifact, Maturity Maturity) : ArtifactCommand(Community, Artifact)
{
    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        Defined.Check(Maturity);
        guards.RequirePublished(artifact);
        guards.RequireCaretaker(artifact, context);
        if (guards.Require(artifact.Maturity is not null, "innovation.none", $"Only an innovation goes from idea to adopted; '{Artifact}' is of the kind {artifact.Kind}."))
        {
            guards.Require(artifact.Maturity != Maturity, "innovation.unchanged", $"It is {Maturity} already.");
            guards.Require(Maturity != Maturity.Adopted || artifact.Maturity != Maturity.Idea, "innovation.not-tried", "An idea is tried before it is adopted.");
        }

        return [new InnovationAdvanced(Artifact, Maturity)];
    }
}

/// <summary>An innovation has come further, or gone back.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Maturity">How far it has come.</param>
public sealed record InnovationAdvanced(ArtifactId Artifact, Maturity Maturity) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Maturity = Maturity };
}
