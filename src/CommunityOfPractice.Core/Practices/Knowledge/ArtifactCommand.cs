using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A command about one artifact that is here already.</summary>
/// <remarks>Guards of all of them: <c>artifact.unknown</c>, <c>artifact.moved</c>; of all but <see cref="RecordUse"/> also <c>community.not-living</c>.</remarks>
/// <param name="Community">The community that answers for it.</param>
/// <param name="Artifact">The artifact.</param>
/// <exception cref="ArgumentException"><paramref name="Artifact"/> is the default value.</exception>
public abstract record ArtifactCommand(CommunityId Community, ArtifactId Artifact) : PracticeCommand(Community)
{
    /// <summary>Gets the artifact.</summary>
    /// <value>Never the default value.</value>
    public ArtifactId Artifact { get; init => field = Named.Check(value); } = Named.Check(Artifact);

    /// <summary>Whether it is possible after the end of the community as well.</summary>
    internal virtual bool IsForEver => false;

    internal sealed override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        if (!IsForEver)
        {
            guards.RequireLiving(context.Community);
        }

        Artifact? artifact = practice.Repertoire.Find(Artifact);
        return guards.RequireHere(artifact, Artifact) ? Decide(artifact, practice.Repertoire, context, guards) : [];
    }

    /// <summary>The facts that follow for the artifact; guards that are not met are noted.</summary>
    internal abstract IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards);
}

/// <summary>A fact about one artifact that is here already.</summary>
/// <param name="Artifact">The artifact.</param>
public abstract record ArtifactFact(ArtifactId Artifact) : PracticeFact
{
    /// <summary>Facts that nobody decided can be about anything: what is not here stays so.</summary>
    internal sealed override Practice Apply(Practice before, Change change) =>
        before.Repertoire.Find(Artifact) is { } artifact ? before.With(before.Repertoire.With(Apply(artifact, change))) : before;

    /// <summary>What the artifact is after the fact.</summary>
    internal abstract Artifact Apply(Artifact before, Change change);

    /// <summary>Who tends an artifact curates it; what the host or a rule does is nobody's act.</summary>
    private protected IEnumerable<FactActivity> Curation(Practice before, Change change) =>
        change.By.Person is { } person ? [new(person, Act.Curate) { Topics = before.Repertoire.Find(Artifact)?.Topics ?? [] }] : [];
}
