using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>What happens if a facilitator goes today.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">The facilitator.</param>
/// <param name="Outcome">What becomes of the facilitation.</param>
/// <param name="Successor">Who takes over; null when nobody has accepted to.</param>
/// <param name="Remaining">How many other facilitators are active members.</param>
/// <param name="RolesWithoutSuccessor">The roles of this person that nobody else holds or takes over.</param>
public sealed record SuccessionOutlook(
    PersonId Person,
    SuccessionOutcome Outcome,
    PersonId? Successor,
    int Remaining,
    [property: JsonConverter(typeof(ValueListJsonConverter<Role>))] ValueList<Role> RolesWithoutSuccessor);

/// <summary>What becomes of the facilitation when somebody goes.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SuccessionOutcome>))]
public enum SuccessionOutcome : byte
{
    /// <summary>Somebody who has accepted takes over.</summary>
    SuccessorTakesOver = 0,

    /// <summary>Others go on.</summary>
    OthersGoOn = 1,

    /// <summary>A stand-in has accepted, and a grace period begins.</summary>
    InterimStandsIn = 2,

    /// <summary>Nobody is left: they cannot go before a successor accepts, the community goes to rest, or a grace period begins.</summary>
    NobodyLeft = 3,
}
