using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>What a person chose for themselves in a community, member or not.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record MemberChoices
{
    /// <summary>Gets a value indicating whether the person wants no invitations to this community.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool InvitationsMuted { get; init; }

    /// <summary>Gets whether the person wants to be listed among the alumni once they are one.</summary>
    /// <value>Null while they did not choose; then they are not listed.</value>
    public bool? ListedAsAlumni { get; init; }

    /// <summary>Gets the agreements to uses of their data.</summary>
    /// <value>At most one a purpose, by purpose; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ProcessingConsent>))]
    public ValueList<ProcessingConsent> Consents { get; init => field = value ?? []; } = [];

    /// <summary>Gets the uses of their data to which the person objects.</summary>
    /// <value>By purpose, none of them agreed to; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ProcessingPurpose>))]
    public ValueList<ProcessingPurpose> Objections { get; init => field = value ?? []; } = [];
}
