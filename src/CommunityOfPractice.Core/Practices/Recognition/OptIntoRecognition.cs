using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A person who had opted out wants to be recognised again; what was hidden is shown again.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>recognition.not-opted-out</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who wants it.</param>
/// <exception cref="ArgumentException"><paramref name="Person"/> is the default value.</exception>
public sealed record OptIntoRecognition(CommunityId Community, PersonId Person) : PracticeCommand(Community)
{
    /// <summary>Gets who wants it.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.Require(context.By.Is(Person), "actor.not-own-act", "Only the person can do this.");
        guards.Require(practice.Recognition.IsOptedOut(Person), "recognition.not-opted-out", "The person has not opted out.");
        return [new RecognitionOptedIn(Person)];
    }
}

/// <summary>A person who had opted out wants to be recognised again.</summary>
/// <param name="Person">Who.</param>
public sealed record RecognitionOptedIn([property: JsonRequired] PersonId Person) : PracticeFact
{
    internal override PersonId? Concerns => Person;

    internal override Practice Apply(Practice before, Change change) => before.With(before.Recognition.With(Person, optsOut: false));
}
