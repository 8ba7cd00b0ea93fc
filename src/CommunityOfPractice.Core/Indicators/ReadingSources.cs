using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What an indicator reads about people: its row in the processing record.</summary>
/// <remarks>
/// Immutable and compared by value. Looked at by every indicator, and so not declared: what bots did, when a community began, and which acts reply to acts of the same
/// person. Tests hold the standard indicators to their rows (<see cref="StandardSources"/>); for those of a host a row is what the host says.
/// </remarks>
/// <param name="Acts">The acts in the window or before it that the reading depends on; empty when it depends on none.</param>
public sealed record ReadingSources(
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Act>))] ValueList<Act> Acts)
{
    /// <summary>Gets a value indicating whether it matters who replied to whom or addressed whom.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool Replies { get; init; }

    /// <summary>Gets a value indicating whether it matters who belonged to the community when.</summary>
    /// <value>The default value is <see langword="false"/>. Who has a role belongs: a reading that counts members depends on roles as well.</value>
    public bool Memberships { get; init; }

    /// <summary>Gets a value indicating whether it matters who had which role when.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool Roles { get; init; }

    /// <summary>Gets the attributes of people that the reading depends on, as of the event.</summary>
    /// <value>Names of members of <see cref="People.PersonAttributes"/> in camel case, such as <c>department</c>; empty for none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Attributes { get; init => field = value ?? []; } = [];

    /// <summary>Gets what else the reading depends on.</summary>
    /// <value>Each once; empty for nothing.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ReadingRecord>))]
    public ValueList<ReadingRecord> Records { get; init => field = value ?? []; } = [];

    /// <summary>Gets what the number of observations counts.</summary>
    /// <value>The default value is <see cref="ReadingGroup.Events"/>.</value>
    public ReadingGroup Group { get; init; }

    /// <summary>Gets a value indicating whether the number that was read counts the people of a group.</summary>
    /// <value>
    /// With it, a small number is withheld. The default value is <see langword="false"/>: also for the size of a threshold, such as an absence factor, which tells of the spread
    /// over everybody and points at no group.
    /// </value>
    public bool CountsPeople { get; init; }

    /// <summary>Gets the details that count people.</summary>
    /// <value>Names of <see cref="Detail"/>; where one is small, no detail of the reading is told. Empty when none counts people.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> PeopleDetails { get; init => field = value ?? []; } = [];

    /// <summary>Gets the details about groups whose size is not told beside them.</summary>
    /// <value>Names of <see cref="Detail"/>; they are always withheld where small groups are protected. Empty for none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> WithheldDetails { get; init => field = value ?? []; } = [];

    /// <summary>Gets a value indicating whether <see cref="PeopleDetails"/> are parts of one whole: a spread over classes, which needs more people.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool PartsOfTheWhole { get; init; }
}
