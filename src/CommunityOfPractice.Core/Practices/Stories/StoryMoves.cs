using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A story belongs to another community from now on; seen from the one that it leaves.</summary>
/// <param name="Story">The story.</param>
/// <param name="To">The community that it goes to.</param>
public sealed record StoryTransferred(StoryId Story, CommunityId To) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before with { Status = StoryStatus.Transferred, MovedTo = To, PublishedOn = null };
}

/// <summary>More people see the community than did: a story is a draft again, and everybody whom it names is asked anew.</summary>
/// <param name="Story">The story.</param>
public sealed record StoryReturned(StoryId Story) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) =>
        before with { Status = before.Status == StoryStatus.Published ? StoryStatus.Draft : before.Status, PublishedOn = null, Consents = [] };
}

/// <summary>A story of another community belongs to this one from now on; its claims and consents follow.</summary>
/// <param name="Story">The story.</param>
/// <param name="From">The community that it leaves.</param>
/// <param name="Teller">Who tells it.</param>
/// <param name="Title">Its title.</param>
/// <param name="ToldOn">When it was told first, in UTC.</param>
public sealed record StoryReceived(StoryId Story, CommunityId From, PersonId Teller, [property: PersonalData] string Title, DateTimeOffset ToldOn) : PracticeFact
{
    /// <summary>Gets the artifacts that it tells about.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ArtifactId>))]
    public ValueList<ArtifactId> Artifacts { get; init => field = value ?? []; } = [];

    /// <summary>Gets the gatherings that it tells about.</summary>
    /// <value>Their ids; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Gatherings { get; init => field = value ?? []; } = [];

    /// <summary>Gets how often it was told.</summary>
    /// <value>1 or more.</value>
    public int Revision { get; init; } = 1;

    /// <summary>Gets where it was first told.</summary>
    /// <value>Null when that was here.</value>
    public CommunityId? Origin { get; init; }

    /// <summary>Gets when it was published.</summary>
    /// <value>In UTC; null when it is a draft.</value>
    public DateTimeOffset? PublishedOn { get; init; }

    internal override Practice Apply(Practice before, Change change) => before.With(before.Repertoire.With(new ValueStory(Story, Teller, Title, ToldOn)
    {
        Status = PublishedOn is null ? StoryStatus.Draft : StoryStatus.Published,
        Artifacts = Artifacts,
        Gatherings = Gatherings,
        Revision = Revision,
        Origin = Origin,
        PublishedOn = PublishedOn,
    }));
}

/// <summary>The consent of somebody to a story that was received, given in the community that it left.</summary>
/// <param name="Story">The story.</param>
/// <param name="Person">Who agreed.</param>
/// <param name="On">When, in UTC.</param>
public sealed record StoryConsentReceived(StoryId Story, PersonId Person, DateTimeOffset On) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before.With(new StoryConsent(Person, On));
}

/// <summary>Somebody whom a story that was received names was erased in the community that it left: they are asked for consent no longer.</summary>
/// <param name="Story">The story.</param>
/// <param name="Person">What stands for who was erased.</param>
public sealed record StoryErasureReceived(StoryId Story, PersonId Person) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before.WithErased(Person);
}
