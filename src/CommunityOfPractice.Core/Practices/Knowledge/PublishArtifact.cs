using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Publishes an artifact: from now on the community answers for it.</summary>
/// <remarks>
/// An active member who publishes becomes its steward, unless they say otherwise; what the host publishes has none at first. Guards: <c>community.not-open</c>,
/// <c>actor.not-a-member</c>, <c>artifact.exists</c>, <c>artifact.id-reserved</c> (begins with <c>question:</c>), <c>artifact.no-title</c>, <c>artifact.link</c> (one for each), <c>artifact.review-every</c> (not from one day
/// to ten years). That the id is not in use elsewhere is for the host to see to; the registry check finds doubles.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Kind">What sort of knowledge it holds.</param>
/// <param name="Title">Its name for people; no personal data.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record PublishArtifact(CommunityId Community, ArtifactId Artifact, ArtifactKind Kind, string Title) : PracticeCommand(Community)
{
    private const string Reserved = "question:";

    /// <summary>Gets the artifact.</summary>
    /// <value>Never the default value.</value>
    public ArtifactId Artifact { get; init => field = Named.Check(value); } = Named.Check(Artifact);

    /// <summary>Gets what is in it, in a few sentences.</summary>
    /// <value>Empty by default.</value>
    public string Summary { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Gets where it can be read.</summary>
    /// <value>Absolute addresses (http or https); empty by default.</value>
    public ValueList<string> Links { get; init => field = value ?? []; } = [];

    /// <summary>Gets what it is about.</summary>
    /// <value>In any order; empty by default.</value>
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets who made it.</summary>
    /// <value>In any order; empty by default, which means the member who publishes it.</value>
    public ValueList<PersonId> Authors { get; init => field = value ?? []; } = [];

    /// <summary>Gets the time between two confirmations of this artifact.</summary>
    /// <value>Null, the default: as the policy says for its kind.</value>
    public TimeSpan? ReviewEvery { get; init; }

    /// <summary>Gets a value indicating whether the member who publishes it leaves its stewardship open.</summary>
    /// <value>The default value is <see langword="false"/>: they become its steward.</value>
    public bool WithoutSteward { get; init; }

    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        Defined.Check(Kind);
        guards.RequireOpen(context.Community);
        guards.RequireMemberOrHost(context);
        guards.Require(practice.Repertoire.Find(Artifact) is null, "artifact.exists", $"There is an artifact '{Artifact}' here already.");
        guards.Require(!Artifact.Text.StartsWith(Reserved, StringComparison.Ordinal), "artifact.id-reserved", $"In a legacy plan, '{Reserved}' stands before the ids of questions.");
        guards.RequireText(Title, "artifact.no-title", "An artifact has a title.");
        guards.RequireLinks(Links, "artifact.link");
        guards.Require(ReviewEvery is not { } span || CommunityPolicy.IsSpan(span), "artifact.review-every", "The time between two confirmations is from one day to ten years.");
        PersonId? publisher = context.By.Person;
        return
        [
            new ArtifactPublished(Artifact, Kind, Title, Summary, Links)
            {
                Topics = Topics.Sorted(),
                Authors = Authors.Count == 0 && publisher is { } author ? [author] : Authors.Sorted(),
                Steward = WithoutSteward ? null : publisher,
                ReviewEvery = ReviewEvery,
            },
        ];
    }
}

/// <summary>An artifact was published.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Kind">What sort of knowledge it holds.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Summary">What is in it.</param>
/// <param name="Links">Where it can be read.</param>
public sealed record ArtifactPublished(
    ArtifactId Artifact,
    ArtifactKind Kind,
    string Title,
    [property: PersonalData] string Summary,
    [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Links) : PracticeFact
{
    /// <summary>Gets what it is about.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets who made it.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Authors { get; init => field = value ?? []; } = [];

    /// <summary>Gets who is accountable for it.</summary>
    /// <value>Null when nobody is.</value>
    public PersonId? Steward { get; init; }

    /// <summary>Gets the time between two confirmations that was set for it.</summary>
    /// <value>Null when the policy says it.</value>
    public TimeSpan? ReviewEvery { get; init; }

    internal override Practice Apply(Practice before, Change change) => before.With(before.Repertoire.With(new Artifact(Artifact, Kind, Title)
    {
        Summary = Summary,
        Links = Links,
        Topics = Topics,
        Authors = Authors,
        Steward = Steward,
        ReviewEvery = ReviewEvery,
        Maturity = Kind == ArtifactKind.Innovation ? Maturity.Idea : null,
        Versions = [new(1, change.OccurredAt, change.By.Person, Change: null)],
        ConfirmedOn = change.OccurredAt,
    }));

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) => Authors.Select(author => new FactActivity(author, Act.Publish) { Topics = Topics });
}
