using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>A membership as the directory lists it, kept in step with the journal.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">The person.</param>
/// <param name="Status">How the person stands to the community.</param>
/// <param name="Since">Since when, in UTC; null when nothing ever happened.</param>
public sealed record MemberListing(CommunityId Community, PersonId Person, MembershipStatus Status, DateTimeOffset? Since)
{
    /// <summary>Gets the roles that the person holds there.</summary>
    /// <value>In the order of their numbers, each once; empty when they hold none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Role>))]
    public ValueList<Role> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Gets when their invitation runs out.</summary>
    /// <value>In UTC; null unless they are invited. From then on it counts as nothing, whether or not that was recorded.</value>
    public DateTimeOffset? InvitedUntil { get; init; }

    /// <summary>Gets a value indicating whether they are an alumnus who asked to be shown as one.</summary>
    /// <value>The default value is <see langword="false"/>: others than those in charge are not told of alumni.</value>
    public bool ListedAsAlumnus { get; init; }
}
