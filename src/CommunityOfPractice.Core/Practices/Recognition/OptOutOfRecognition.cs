using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A person does not want to be recognised here: no milestones, no kudos, and those that there are, are no longer shown.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>recognition.opted-out</c>. Also for people who are no members.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who does not want it.</param>
/// <exception cref="ArgumentException"><paramref name="Person"/> is the default value.</exception>
public sealed record OptOutOfRecognition(CommunityId Community, PersonId Person) : PracticeCommand(Community)
{
    /// <summary>Gets who does not want it.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.Require(context.By.Is(Person), "actor.not-own-act", "Only the person can do this.");
        guards.Require(!practice.Recognition.IsOptedOut(Person), "recognition.opted-out", "The person has opted out already.");
        return [new RecognitionOptedOut(Person)];
    }
}

/// <summary>A person does not want to be recognised here.</summary>
/// <param name="Person">Who.</param>
public sealed record RecognitionOptedOut([property: JsonRequired] PersonId Person) : PracticeFact
{
    internal override PersonId? Concerns => Person;

    internal override Practice Apply(Practice before, Change change) => before.With(before.Recognition.With(Person, optsOut: true));
}
