using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Tells a value story; it is a draft until everybody whom it names agrees and it is published.</summary>
/// <remarks>
/// Guards: <c>community.not-open</c>, <c>actor.not-own-act</c> (only the teller, or the host for them), <c>story.exists</c>, <c>story.no-title</c>,
/// <c>story.no-claim</c>, <c>claim.no-text</c>, <c>claim.evidence</c> (one for each that is no address), <c>claim.indicator</c> (blank).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Story">The story.</param>
/// <param name="Teller">Who tells it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Claims">The claims, in any order; at least one, of any cycle.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record TellStory(CommunityId Community, StoryId Story, PersonId Teller, string Title, ValueList<ValueClaim> Claims) : PracticeCommand(Community)
{
    /// <summary>Gets the story.</summary>
    /// <value>Never the default value.</value>
    public StoryId Story { get; init => field = Named.Check(value); } = Named.Check(Story);

    /// <summary>Gets who tells it.</summary>
    /// <value>Never the default value.</value>
    public PersonId Teller { get; init => field = Named.Check(value); } = Named.Check(Teller);

    /// <summary>Gets the artifacts that it tells about.</summary>
    /// <value>In any order; empty by default.</value>
    public ValueList<ArtifactId> Artifacts { get; init => field = value ?? []; } = [];

    /// <summary>Gets the gatherings that it tells about.</summary>
    /// <value>Their ids; empty by default.</value>
    public ValueList<string> Gatherings { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override PersonId? Subject => Teller;

    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.RequireOpen(context.Community);
        guards.Require(context.By.Is(Teller) || context.By.HostName is not null, "actor.not-own-act", "Only the person can do this.");
        guards.Require(practice.Repertoire.Find(Story) is null, "story.exists", $"There is a story '{Story}' here already.");
        RequireContent(guards, Title, Claims);
        return [new StoryTold(Story, Teller, Title, Artifacts.Sorted(), Gatherings), .. FactsOf(Story, Teller, Claims)];
    }

    internal static void RequireContent(Guards guards, string title, ValueList<ValueClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        guards.RequireText(title, "story.no-title", "A story has a title.");
        guards.Require(claims.Count > 0, "story.no-claim", "A story claims that something came of it.");
        foreach (ValueClaim claim in claims)
        {
            ArgumentNullException.ThrowIfNull(claim, nameof(claims));
            Defined.Check(claim.Cycle, nameof(claims));
            guards.RequireText(claim.Text, "claim.no-text", "A claim has words.");
            guards.RequireLinks(claim.Evidence, "claim.evidence");
            guards.Require(claim.Indicators.All(i => !string.IsNullOrWhiteSpace(i)), "claim.indicator", "An indicator has a name.");
        }
    }

    internal static IEnumerable<StoryClaimed> FactsOf(StoryId story, PersonId teller, ValueList<ValueClaim> claims) =>
        claims.Select(c => new StoryClaimed(story, teller, c with { Contributors = c.Contributors.Sorted() }));
}

/// <summary>A value story was told; its claims follow.</summary>
/// <param name="Story">The story.</param>
/// <param name="Teller">Who tells it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Artifacts">The artifacts that it tells about, by id.</param>
/// <param name="Gatherings">The gatherings that it tells about.</param>
public sealed record StoryTold(
    StoryId Story,
    PersonId Teller,
    [property: PersonalData] string Title,
    [property: JsonConverter(typeof(ValueListJsonConverter<ArtifactId>))] ValueList<ArtifactId> Artifacts,
    [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Gatherings) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) =>
        before.With(before.Repertoire.With(new ValueStory(Story, Teller, Title, change.OccurredAt) { Artifacts = Artifacts, Gatherings = Gatherings }));
}

/// <summary>A claim of a value story.</summary>
/// <remarks>One fact a claim, so that what one person contributed can be taken out without the claims of others.</remarks>
/// <param name="Story">The story.</param>
/// <param name="Teller">Who tells it.</param>
/// <param name="Claim">The claim.</param>
public sealed record StoryClaimed(StoryId Story, PersonId Teller, ValueClaim Claim) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before.With(Claim);
}
