using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Who can bring about a transition of a membership.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TransitionActor>))]
public enum TransitionActor : byte
{
    /// <summary>The person, about themselves.</summary>
    Person = 0,

    /// <summary>An active member, or the host.</summary>
    MemberOrHost = 1,

    /// <summary>An active member.</summary>
    Member = 2,

    /// <summary>An active facilitator or the host, about somebody else.</summary>
    InCharge = 3,

    /// <summary>Who sent the invitation, an active facilitator or the host.</summary>
    InviterOrInCharge = 4,

    /// <summary>The person, or the host for an exit from the organisation; the host or a rule for the end of the community.</summary>
    PersonOrHost = 5,

    /// <summary>The person, an active facilitator or the host.</summary>
    PersonOrInCharge = 6,

    /// <summary>The host.</summary>
    Host = 7,

    /// <summary>A rule of a policy, or a date that has come.</summary>
    Rule = 8,
}
