using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What an indicator reads about people: its row in the processing record.</summary>
/// <remarks>
/// Immutable and compared by value. What bots did, and when a community began, is looked at by every indicator. Whatever is not declared here does not change the
/// reading; a test holds the standard indicators to that.
/// </remarks>
/// <param name="Acts">The acts in the window or before it that the reading depends on; empty when it depends on none.</param>
public sealed record ReadingSources(
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Act>))] ValueList<Act> Acts)
{
    /// <summary>Gets a value indicating whether it matters who replied to whom or addressed whom.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool Replies { get; init; }

    /// <summary>Gets a value indicating whether it matters who belonged to the community when.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool Memberships { get; init; }

    /// <summary>Gets a value indicating whether it matters who facilitated when.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool Roles { get; init; }

    /// <summary>Gets the attributes of people that the reading depends on, as of the event.</summary>
    /// <value>Names of members of <see cref="People.PersonAttributes"/> in camel case, such as <c>department</c>; empty for none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Attributes { get; init => field = value ?? []; } = [];

    /// <summary>Gets what the number of observations counts.</summary>
    /// <value>The default value is <see cref="ReadingGroup.Events"/>.</value>
    public ReadingGroup Group { get; init; }

    /// <summary>Gets the details that count people.</summary>
    /// <value>Names of <see cref="Detail"/>; small ones are withheld. Empty when none does.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> PeopleDetails { get; init => field = value ?? []; } = [];

    /// <summary>Gets a value indicating whether <see cref="PeopleDetails"/> are parts that add up to the number that was read.</summary>
    /// <value>With it, no part may follow from the others. The default value is <see langword="false"/>.</value>
    public bool PartsOfTheWhole { get; init; }
}
