using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>How much a member takes part, from the rim to the core; derived from activity, never commanded, and never a condition for reading.</summary>
/// <remarks>The numbers are stable, are never reused, and rise towards the core. Watching and learning at the rim is legitimate.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ParticipationLevel>))]
public enum ParticipationLevel : byte
{
    /// <summary>Watches and learns.</summary>
    Peripheral = 0,

    /// <summary>Contributes now and then; a level that a policy may leave out.</summary>
    Occasional = 1,

    /// <summary>Contributes regularly.</summary>
    Active = 2,

    /// <summary>Contributes most weeks, looks after the community, and deals with several people.</summary>
    Core = 3,
}
