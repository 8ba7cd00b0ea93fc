using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Records that somebody used an artifact, member or not; also after its community has ended.</summary>
/// <remarks>Guards: <c>artifact.unknown</c>, <c>artifact.moved</c>, <c>artifact.retired</c>, <c>actor.not-own-act</c> (only the person, or the host for them).</remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Person">Who used it.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record RecordUse(CommunityId Community, ArtifactId Artifact, PersonId Person) : ArtifactCommand(Community, Artifact)
{
    /// <summary>Gets who used it.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <summary>Gets the department of the person, as of now.</summary>
    /// <value>Null, the default, when it is not stated.</value>
    public string? Department { get; init; }

    /// <summary>Gets what it was used for.</summary>
    /// <value>Null, the default, when it is not stated.</value>
    public string? For { get; init; }

    /// <summary>Gets the other community for which it was used.</summary>
    /// <value>Null, the default, when it was not for another community.</value>
    public CommunityId? InCommunity { get; init; }

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override bool IsForEver => true;

    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.Require(artifact.Status != ArtifactStatus.Retired, "artifact.retired", $"'{Artifact}' holds no longer.");
        guards.Require(context.By.Is(Person) || context.By.HostName is not null, "actor.not-own-act", "Only the person can do this.");
        return [new ArtifactUsed(new(Artifact, context.At, Person) { Department = Department, For = For, InCommunity = InCommunity == Community ? null : InCommunity })];
    }
}

/// <summary>Somebody used an artifact.</summary>
/// <param name="Use">Which, who, for what.</param>
public sealed record ArtifactUsed(ArtifactUse Use) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) => before.With(before.Repertoire.With(Use));

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) =>
        [new(Use.Person, Act.Use) { Topics = before.Repertoire.Find(Use.Artifact)?.Topics ?? [] }];
}
